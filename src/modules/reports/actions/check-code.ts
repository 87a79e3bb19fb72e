import { sha256Of } from './sha256.js'

/** Letters and digits that are not taken for each other in print: no 0 or O, 1, I or L, 2 or Z, 5 or S, 8 or B, U or V. */
const LETTERS = '34679ACDEFGHJKMNPQRTWXY'
const LENGTH = 8

/** The code that stands at the foot of a publication: the same for the same report and number, and told by neither. */
export function checkCode(reportId: string, number: number): string {
  let rest = BigInt(`0x${sha256Of(`frankpledge publication ${reportId} ${number}`)}`)
  const size = BigInt(LETTERS.length)
  let code = ''
  for (; code.length < LENGTH; rest /= size) code += LETTERS[Number(rest % size)]
  return code
}

/** A code in two halves, as it is printed: "ACDE-3467". */
export const printedCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code as somebody typed it, with the number of a figure after a point; undefined where it can be none. */
export function readCode(typed: string): { readonly code: string; readonly figure: number | undefined } | undefined {
  const [, letters = '', figure] = /^([a-z0-9]+)(?:[.,](\d{1,4}))?$/i.exec(typed.replaceAll(/[\s\-–]/g, '')) ?? []
  const code = letters.toUpperCase()
  const isCode = code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter))
  return isCode ? { code, figure: figure === undefined ? undefined : Number(figure) } : undefined
}
