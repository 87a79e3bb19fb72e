import { monthsCovered, type OutcomeSummary, outcomeSummary } from '#modules/police-data/index.js'
import type { ShownCounts } from '../domain/crime-kinds.js'
import { isIn } from '../domain/crime-months.js'
import { inYears, type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'
import { shownCounts } from './shown-counts.js'

/** What became of crimes, on the two bases that are never added up. */
export type LocalOutcomes = {
  /** Of the crimes recorded in the span, by what is known of them now; null for wards. */
  readonly cohort: OutcomeSummary | null
  /** The same for a ward, in the groups of outcomes: small numbers are withheld. */
  readonly shown: ShownCounts | null
  /** Outcomes recorded in the months of the span, of crimes of whatever month; only for the whole police area. */
  readonly recorded: OutcomeSummary | null
  /** The months of the span whose file of outcomes is there. */
  readonly months: readonly string[]
}

/** Outcomes of the crimes of a place in its span. */
export async function outcomesInPlace(reading: Reading, crime: LocalCrime): Promise<LocalOutcomes> {
  const { force, place, type, span, knownOn } = crime
  const slice = { ...sliceOf(crime), from: span.from, to: span.to }
  if (place.kind === 'ward') {
    const year = inYears(crime)?.span
    const shown = year ? await shownCounts(reading, { ...slice, from: year.from, to: year.to }, 'outcome') : null
    return { cohort: null, shown, recorded: null, months: [] }
  }
  const cohort = await outcomeSummary(reading, slice, 'crimes-recorded')
  const dated = { forces: [force.slug], ...(knownOn && { knownOn }) }
  const [coverage] = await monthsCovered(reading.db, 'outcomes', dated)
  const there = (coverage?.months ?? []).filter(({ state, month }) => state === 'there' && isIn(span, month))
  const months = there.map(({ month }) => month)
  const isWhole = place.kind === 'force' && !type && months.length > 0
  const recorded = isWhole ? await outcomeSummary(reading, slice, 'outcomes-recorded') : null
  return {
    cohort: cohort.ok ? cohort.value : null,
    shown: null,
    recorded: recorded?.ok ? recorded.value : null,
    months,
  }
}
