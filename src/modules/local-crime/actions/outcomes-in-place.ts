import { crimeCounts, OUTCOME_GROUPS, outcomeGroupOf } from '#modules/police-data/index.js'
import { type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'

/** Crimes of a span whose last known outcome is of one group, with the outcomes as published. */
export type OutcomeShare = {
  readonly group: string
  readonly count: number
  /** Of all crimes of the span, in per cent. */
  readonly share: number
  readonly outcomes: readonly { readonly name: string; readonly count: number }[]
}

/** What became of the crimes that were recorded in the span, by what is known of them now: a cohort, not a flow. */
export async function outcomesInPlace(reading: Reading, crime: LocalCrime): Promise<OutcomeShare[]> {
  const { from, to } = crime.span
  const counted = await crimeCounts(reading, { ...sliceOf(crime), from, to }, ['outcome'])
  if (!counted.ok) return []
  const known = counted.value.flatMap(({ outcome, count }) => (outcome ? [{ name: outcome, count }] : []))
  const all = known.reduce((sum, { count }) => sum + count, 0)
  return OUTCOME_GROUPS.flatMap((group) => {
    const outcomes = known.filter(({ name }) => outcomeGroupOf(name) === group).sort((a, b) => b.count - a.count)
    const count = outcomes.reduce((sum, each) => sum + each.count, 0)
    return count === 0 ? [] : [{ group, count, share: (100 * count) / all, outcomes }]
  }).sort((a, b) => b.count - a.count)
}
