import { err, ok, type Result } from '#kernel/result.js'
import { quoted, type SheetCell } from './sheet.js'

/** How a number was marked where it stood: with a per cent sign, with a pound sign, or plain. */
export type Sign = 'percent' | 'pounds' | 'none'

/** A number as it was written, or the reason why there is none. */
export type WrittenNumber =
  | { readonly kind: 'number'; readonly number: number; readonly sign: Sign; readonly marks: readonly Mark[] }
  | { readonly kind: 'missing'; readonly reason: string; readonly marks: readonly Mark[] }

/** What a publisher's mark beside a figure says of it. */
export type Mark = 'provisional' | 'estimated' | 'revised' | 'break'

/** What a cell says where a figure is expected. Nothing when it is empty. */
export function writtenNumber(cell: SheetCell | null | undefined): Result<WrittenNumber | null, WrongNumber> {
  if (!cell) return ok(null)
  if (cell.kind === 'error') return err(WRONG.error(cell.text))
  if (cell.kind === 'uncalculated') return err(WRONG.uncalculated(cell.text))
  if (cell.kind === 'date') return err(WRONG.date(cell.text))
  if (cell.kind === 'boolean') return err(WRONG.other(cell.text))
  if (cell.number !== undefined) {
    const number = cell.isPercent ? plainPercent(cell.number) : cell.number
    return ok({ kind: 'number', number, sign: cell.isPercent ? 'percent' : 'none', marks: [] })
  }
  return fromText(cell.text)
}

/** What is wrong with a cell, and what to write instead. */
export type WrongNumber = { readonly problem: string; readonly fix: string }

const WRONG = {
  error: (text: string) => ({
    problem: `The cell shows the error ${text}`,
    fix: 'Mend its formula, or write “[x]” if there is no figure',
  }),
  uncalculated: (text: string) => ({
    problem: `The formula ${quoted(text)} has no stored result`,
    fix: 'Open the workbook in a spreadsheet program and save it, or put the value in its place',
  }),
  date: (text: string) => ({
    problem: `${text} is a date where a figure should be`,
    fix: 'Give the cell the form of a number',
  }),
  other: (text: string) => ({
    problem: `${quoted(text)} is not a number`,
    fix: 'Write digits, like 1250 or 90.6, or “[x]” where there is no figure',
  }),
}

const MARKS: readonly (readonly [RegExp, Mark | null])[] = [
  [/(\s*[[(](?:p|prov|provisional)[\])]|\s+p)$/i, 'provisional'],
  [/(\s*[[(](?:e|est|estimate|estimated)[\])]|\s+e)$/i, 'estimated'],
  [/(\s*[[(](?:r|rev|revised)[\])]|\s+r)$/i, 'revised'],
  [/\s*\[b\]$/i, 'break'],
  [/\s*[[(](?:note|footnote)\s*\w{1,3}[\])]$/i, null],
  [/[¹²³⁴⁵⁶⁷⁸⁹⁰]+$/, null],
]

/** Marks that stand instead of a figure (the Government Analysis Function's, and older habits), each with its reason. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(\[c\]|\*{1,3})$/i, 'Withheld by the source, so that nobody can be known by it'],
  [/^\[z\]$/i, 'Does not apply'],
  [/^\[low\]$/i, 'Too small to be shown in the source'],
  [/^(\[x\]|\.{2,3}|…|:|n\/?a|n\.a\.?|not available|not applicable|not known|n\/?k)$/i, 'Not available in the source'],
  [/^n\/a\b.*$/i, '$&'],
  [/^[-–—−]{1,2}$/, 'Shown as “–” in the source'],
  [/^[<≤]\s*\d+$/, 'Too small to be shown in the source'],
]

/** No figure with its marks is longer; what is would only keep the patterns busy. */
const MOST_CHARACTERS = 100

function fromText(text: string): Result<WrittenNumber | null, WrongNumber> {
  const marks: Mark[] = []
  let rest = text.replaceAll(/\s+/g, ' ').trim()
  if (rest.length > MOST_CHARACTERS) return err(WRONG.other(text))
  // At most a few marks stand beside one figure.
  for (let round = 0; round < 4; round += 1) {
    if (reasonOf(rest) !== undefined) break
    const found = MARKS.find(([pattern]) => pattern.test(rest))
    if (!found) break
    rest = rest.replace(found[0], '').trim()
    if (found[1]) marks.push(found[1])
  }
  if (rest === '') return marks.length > 0 ? err(WRONG.other(text)) : ok(null)
  const reason = reasonOf(rest)
  if (reason !== undefined) return ok({ kind: 'missing', reason, marks })
  const read = numberOf(rest)
  return read ? ok({ kind: 'number', ...read, marks }) : err(WRONG.other(text))
}

function reasonOf(text: string): string | undefined {
  const [pattern, reason] = REASONS.find(([each]) => each.test(text)) ?? []
  return pattern && text.replace(pattern, reason ?? '')
}

const PLAIN = /^(\d{1,15}|\d{1,3}([, \u00a0\u2009\u202f'])\d{3}(?:\2\d{3}){0,4})?(\.\d{1,15})?$/

/** Thousands commas or spaces, either minus sign, brackets for what is negative, a pound or a per cent sign. */
function numberOf(text: string): { number: number; sign: Sign } | undefined {
  const inBrackets = /^\((.+)\)$/.exec(text)
  let rest = (inBrackets?.[1] ?? text).trim()
  let isNegative = inBrackets !== null
  let sign: Sign = 'none'
  const take = (pattern: RegExp, then: () => void) => {
    if (!pattern.test(rest)) return
    rest = rest.replace(pattern, '').trim()
    then()
  }
  take(/^[-−–]/, () => {
    isNegative = true
  })
  take(/^£/, () => {
    sign = 'pounds'
  })
  take(/^[-−–]/, () => {
    isNegative = true
  })
  take(/^\+/, () => {})
  take(/\s*(%|per ?cent)$/i, () => {
    sign = sign === 'pounds' ? 'pounds' : 'percent'
  })
  const number = plainNumber(rest)
  if (number === undefined) return undefined
  return { number: isNegative && number !== 0 ? -number : number, sign }
}

function plainNumber(text: string): number | undefined {
  if (/^\d(\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return Number(text)
  if (!PLAIN.test(text) || !/\d/.test(text)) return undefined
  return Number(text.replaceAll(/[, \u00a0\u2009\u202f']/g, ''))
}

/** 0.453 as 45.3, without the noise of binary fractions. */
export function plainPercent(share: number): number {
  return Number((share * 100).toPrecision(14))
}
