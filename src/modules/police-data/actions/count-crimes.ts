import { ok, type Result } from '#kernel/result.js'
import { bucketsOf, countedBy } from '../data/counts.queries.js'
import type { CountBy, CountRow, CrimeSlice, PlaceBuckets, SliceRefusal } from '../domain/crime-slice.js'
import { type LakeDeps, rowsFor, sourceOf } from './count-source.js'

/**
 * Crimes counted by month, force, area, kind and last outcome. A crime outside the area of the force that reported it
 * belongs to that force's total and to no district: not even to the one that it lies in.
 */
export async function crimeCounts(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const rows = await rowsFor(deps, 'street-counts', slice)
  if (!rows.ok) return rows
  return ok(await countedBy(deps.lake, await sourceOf(deps, rows.value, slice), slice, [...new Set(by)]))
}

/** How many crimes of a slice lie in the force's own area, outside of it, and nowhere known. */
export async function placeBuckets(deps: LakeDeps, slice: CrimeSlice): Promise<Result<PlaceBuckets, SliceRefusal>> {
  const rows = await rowsFor(deps, 'street-counts', slice)
  if (!rows.ok) return rows
  return ok(await bucketsOf(deps.lake, await sourceOf(deps, rows.value, slice), slice))
}
