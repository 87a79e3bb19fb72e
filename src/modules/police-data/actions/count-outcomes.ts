import { ok, type Result } from '#kernel/result.js'
import { countedBy } from '../data/counts.queries.js'
import { type IdCounts, idCounts, outcomeEvents, outcomePairs } from '../data/outcomes.queries.js'
import type { CountBy, CountRow, CrimeSlice, SliceRefusal } from '../domain/crime-slice.js'
import {
  agreementOf,
  type OutcomeAgreement,
  type OutcomeBasis,
  type OutcomeSummary,
  summaryOfOutcomes,
} from '../domain/outcome-cohort.js'
import { crimeCounts } from './count-crimes.js'
import { type LakeDeps, rowsFor, sourceOf } from './count-source.js'

/**
 * Outcomes recorded in the months of a slice, of crimes of whatever month, counted as `crimeCounts` counts crimes. The
 * kind of a crime comes from the street files by Crime ID: null where they do not hold it, as for crimes of long ago.
 */
export async function outcomesRecorded(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const events = await rowsFor(deps, 'outcomes', slice)
  if (!events.ok) return events
  const needsKind = by.includes('type') || (slice.types?.length ?? 0) > 0
  const { from: _from, ...before } = slice
  const street = needsKind ? await rowsFor(deps, 'street', before) : ok(null)
  if (!street.ok) return street
  const source = await sourceOf(deps, outcomeEvents(events.value, street.value), slice)
  return ok(await countedBy(deps.lake, source, { ...slice, includeAsb: true }, [...new Set(by)]))
}

/** Outcomes of a slice on one of the two bases, in groups. They are kept apart: see `BASIS_WORDS`. */
export async function outcomeSummary(
  deps: LakeDeps,
  slice: CrimeSlice,
  basis: OutcomeBasis,
): Promise<Result<OutcomeSummary, SliceRefusal>> {
  const count = basis === 'crimes-recorded' ? crimeCounts : outcomesRecorded
  const rows = await count(deps, slice, ['month', 'outcome'])
  return rows.ok ? ok(summaryOfOutcomes(rows.value)) : rows
}

/** How street files and outcome files meet, per Crime ID. */
export type OutcomeJoin = IdCounts & OutcomeAgreement

/** How the crimes recorded in the months of a slice agree with the outcome files of those months and all later ones. */
export async function outcomeJoin(
  deps: LakeDeps,
  slice: Pick<CrimeSlice, 'forces' | 'from' | 'to' | 'knownOn'>,
): Promise<Result<OutcomeJoin, SliceRefusal>> {
  const { to: _to, ...since } = slice
  const street = await rowsFor(deps, 'street', slice)
  if (!street.ok) return street
  const events = await rowsFor(deps, 'outcomes', since)
  if (!events.ok) return events
  const pairs = await outcomePairs(deps.lake, street.value, events.value)
  return ok({ ...(await idCounts(deps.lake, street.value, events.value)), ...agreementOf(pairs) })
}
