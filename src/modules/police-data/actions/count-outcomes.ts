import { err, ok, type Result } from '#kernel/result.js'
import { FORCES } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { countedBy } from '../data/counts.queries.js'
import { type IdCounts, idCounts, outcomeEvents, outcomePairs } from '../data/outcomes.queries.js'
import { currentRows } from '../data/releases.queries.js'
import { type CountBy, type CountRow, type CrimeSlice, checkedSlice, type SliceRefusal } from '../domain/crime-slice.js'
import {
  agreementOf,
  type OutcomeAgreement,
  type OutcomeBasis,
  type OutcomeSummary,
  summaryOfOutcomes,
} from '../domain/outcome-cohort.js'
import { crimeCounts } from './count-crimes.js'
import { placesInLake } from './places-in-lake.js'

type LakeDeps = Pick<Deps, 'db' | 'lake' | 'newId'>

/**
 * Outcomes recorded in the months of a slice, of crimes of whatever month, counted as `crimeCounts` counts crimes. The
 * kind of a crime comes from the street files by Crime ID: null where they do not hold it, as for crimes of long ago.
 */
export async function outcomesRecorded(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const checked = checkedSlice(slice)
  if (!checked.ok) return checked
  if (!deps.lake.isThere()) return err({ code: 'no-lake' })
  const { folder } = deps.lake
  const events = await currentRows(deps.db, folder, 'outcomes', slice)
  const needsKind = by.includes('type') || (slice.types?.length ?? 0) > 0
  const { from: _from, ...before } = slice
  const street = needsKind ? await currentRows(deps.db, folder, 'street', before) : null
  const everywhere = FORCES.filter(({ code, slug }) => code === null && (slice.forces?.includes(slug) ?? true)).map(
    ({ slug }) => slug,
  )
  const source = { rows: outcomeEvents(events, street), places: await placesInLake(deps), everywhere }
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
  const checked = checkedSlice(slice)
  if (!checked.ok) return checked
  if (!deps.lake.isThere()) return err({ code: 'no-lake' })
  const { to: _to, ...since } = slice
  const street = await currentRows(deps.db, deps.lake.folder, 'street', slice)
  const events = await currentRows(deps.db, deps.lake.folder, 'outcomes', since)
  const pairs = await outcomePairs(deps.lake, street, events)
  return ok({ ...(await idCounts(deps.lake, street, events)), ...agreementOf(pairs) })
}
