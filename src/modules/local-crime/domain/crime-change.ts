import { ratioOfRates } from '#modules/statistics/index.js'

/** A count beside the same a year before. Null where either is not known or not shown. */
export type Change = {
  readonly now: number
  readonly before: number
  readonly difference: number
  /** In per cent of before; null from nought. */
  readonly percent: number | null
  /** Whether it is more than the chance of single events would make; null where that cannot be said. */
  readonly isMoreThanChance: boolean | null
}

/** How a count changed over months of the same number. */
export function changeOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null
  const compared = ratioOfRates({ count: now, exposure: 1 }, { count: before, exposure: 1 })
  const difference = now - before
  const percent = before === 0 ? null : (100 * difference) / before
  return { now, before, difference, percent, isMoreThanChance: compared?.isSignificant ?? null }
}
