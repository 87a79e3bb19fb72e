import { formatNumber } from '#kernel/words.js'
import { evaluate, type PartValue, roundTo, type ValueOf } from './evaluate.js'
import type { Formula, Part } from './formula.js'
import { printPart } from './print.js'

/** One step of a calculation: what is worked out, with which numbers, and what comes of it. */
export type DerivationStep = {
  /** The part of the formula, with names: `[charged] / [recorded]`. */
  readonly part: string
  /** The same with numbers: `1,234 / 10,000`; for a measure, where its figure comes from. */
  readonly working: string
  readonly value: number | boolean | null
  /** The value as people read it: "0.1234", "yes", "no figure". */
  readonly shown: string
  readonly why?: string
}

/** Every step of a calculation from its figures to its result, each measure once; parts that were not needed are left out. */
export function derivation(formula: Formula, figures: ValueOf): DerivationStep[] {
  const steps = new Map<string, DerivationStep>()
  evaluate(formula, figures, (part, value, inside) => {
    const text = printPart(part)
    if (part.kind === 'number' || part.kind === 'truth' || part.kind === 'null' || steps.has(text)) return
    steps.set(text, { part: text, working: workingOf(part, inside), shown: shownValue(value), ...value })
  })
  return [...steps.values()]
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' }

function workingOf(part: Part, inside: readonly PartValue[]): string {
  const [first, second] = inside.map(shownValue)
  if (part.kind === 'name') return 'the figure of this measure'
  if (part.kind === 'unary') return `${part.operator === 'not' ? 'not ' : '−'}${first}`
  if (part.kind === 'call') return `${part.name}(${inside.map(shownValue).join('; ')})`
  if (part.kind !== 'binary') return ''
  const sign = SIGNS[part.operator] ?? part.operator
  return second === undefined ? `${first} settles it` : `${first} ${sign} ${second}`
}

/** A value as people read it, to at most six decimals. */
function shownValue({ value }: PartValue): string {
  if (value === null) return 'no figure'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-6)) return String(value)
  const decimals = [0, 1, 2, 3, 4, 5].find((places) => roundTo(value, places) === roundTo(value, 6)) ?? 6
  return formatNumber(value, decimals)
}
