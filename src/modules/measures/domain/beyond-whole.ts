import type { Figures } from './observation-figures.js'
import type { Unit } from './unit.js'

/**
 * Whether a percentage may lie outside 0 to 100: never, since it is a part of a whole; freely, since it is a change or
 * a ratio; or nobody has said, and every such figure is asked about.
 */
export type BeyondWhole = 'asked' | 'never' | 'freely'

/** Every answer, in the order that people choose from. */
export const BEYOND_WHOLE: readonly BeyondWhole[] = ['asked', 'never', 'freely']

/** What is odd about a figure that should be a part of a whole, and in which of its numbers. */
export type Oddity = { readonly column: keyof Figures; readonly what: string }

/** What rounding and division may add to a whole. */
const ROUNDING = 1e-9

/** What makes a percentage no part of a whole; undefined for other figures and for parts. */
export function oddityOf(unit: Unit, { numerator, denominator, value }: Figures): Oddity | undefined {
  if (unit !== 'percentage') return undefined
  if (numerator !== null && denominator !== null && numerator > denominator)
    return { column: 'numerator', what: `The part, ${numerator}, is larger than the whole, ${denominator}` }
  if (numerator !== null && numerator < 0) return { column: 'numerator', what: `The part, ${numerator}, is below 0` }
  if (value === null) return undefined
  if (value > 100 + ROUNDING) return { column: 'value', what: `${value}% is more than 100%` }
  return value < 0 ? { column: 'value', what: `${value}% is less than 0%` } : undefined
}
