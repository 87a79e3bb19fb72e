import type { Measure } from './measure.js'
import type { Observation } from './observation.js'

/** How many things a figure tells of: what small numbers are looked for in. */
export type Counted = { readonly count: number | null; readonly base: number | null }

/**
 * The things that a figure counts: crimes; for a share those in it and the base; for a rate those that it is a rate of, not
 * the population; for a length of time the cases that it is the mean of.
 */
export function countedIn({ unit, per }: Measure, { value, numerator, denominator }: Observation): Counted {
  if (unit === 'count') return { count: value, base: null }
  if (unit === 'percentage') return { count: numerator ?? workedOut(value, denominator, per), base: denominator }
  if (unit === 'rate') return { count: numerator ?? workedOut(value, denominator, per), base: null }
  return { count: denominator, base: null }
}

/** What anyone can work out of a share and its base. */
function workedOut(value: number | null, denominator: number | null, per: number): number | null {
  return value === null || denominator === null ? null : Math.round((value * denominator) / per)
}
