import { ok, type Result } from '#kernel/result.js'
import type { Deps } from '#platform/deps.js'
import { stopsBy } from '../data/stops.queries.js'
import type { SliceRefusal } from '../domain/crime-slice.js'
import { type GroupTotals, type StopBy, type StopRow, type StopSlice, totalsBy } from '../domain/stop-slice.js'
import { rowsFor } from './count-source.js'

type StopDeps = Pick<Deps, 'db' | 'lake'>

/** Stops and searches counted by month, person, object, law and outcome. A month is by the clock at home. */
export async function stopCounts(
  deps: StopDeps,
  slice: StopSlice,
  by: readonly StopBy[],
): Promise<Result<StopRow[], SliceRefusal>> {
  const source = await rowsFor(deps, 'stop-and-search', slice)
  return source.ok ? ok(await stopsBy(deps.lake, source.value, slice, [...new Set(by)])) : source
}

/** Searches, and what came of them, for each group of a column. */
export async function stopTotals(
  deps: StopDeps,
  slice: StopSlice,
  by: Exclude<StopBy, 'find' | 'outcome' | 'outcome-group'>,
): Promise<Result<GroupTotals[], SliceRefusal>> {
  const rows = await stopCounts(deps, slice, [by, 'outcome', 'find'])
  return rows.ok ? ok(totalsBy(rows.value, by)) : rows
}
