import { type Interval, rateInterval } from '#modules/statistics/index.js'

/** What a force's rate is worked out from; the reason why there is none, if there is not. */
export type ForceTally = {
  readonly force: string
  readonly name: string
  readonly count: number
  /** Months of the span that no file is there for. */
  readonly missing: readonly string[]
  readonly residents: { readonly people: number; readonly year: number; readonly source: string } | null
}

/** The rate of one force with its 95% interval, and the wider one at which all forces' intervals hold at once. */
export type ForceRate = ForceTally & {
  readonly rate: Interval | null
  readonly joint: Interval | null
  /** Why there is no rate; empty where there is. */
  readonly why: string
}

/** Crimes per 1,000 residents. A force that lacks a month of the span, or has no residents, has no rate: it would be too low. */
export function rateOfForce(tally: ForceTally, jointLevel: number): ForceRate {
  const why = whyNoRate(tally)
  const { count, residents } = tally
  if (why !== '' || !residents) return { ...tally, rate: null, joint: null, why }
  const thousands = residents.people / 1000
  const rate = rateInterval(count, thousands) ?? null
  return { ...tally, rate, joint: rateInterval(count, thousands, jointLevel) ?? null, why }
}

function whyNoRate({ missing, residents }: ForceTally): string {
  if (!residents) return 'Nobody lives in its area, or nobody knows how many'
  if (missing.length === 0) return ''
  return missing.length === 1
    ? `${missing[0]} is missing`
    : `${missing.length} months are missing, from ${missing[0]} on`
}

/** Whether a force can be ranked with others. */
export function isRanked(rate: ForceRate): rate is ForceRate & { readonly rate: Interval; readonly joint: Interval } {
  return rate.rate !== null && rate.joint !== null
}

/** Said with every comparison of forces. */
export const COMPARISON_CAVEAT =
  'Crimes per 1,000 residents in the months named, of crimes that the force reported, wherever they lie. Residents are not all who are there: many more people work in or visit some areas, the City of London above all. Forces record crime with different care, so that a higher rate may be better recording. Chance alone is in the intervals; places that overlap cannot be told apart.'
