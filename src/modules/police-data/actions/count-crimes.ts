import { ok, type Result } from '#kernel/result.js'
import { bucketsOf, type CountSource, countedBy } from '../data/counts.queries.js'
import type { CountBy, CountRow, CrimeSlice, PlaceBuckets, SliceRefusal } from '../domain/crime-slice.js'
import { type LakeDeps, rowsFor, sourceOf } from './count-source.js'
import { placedSource } from './placed-counts.js'

/**
 * Crimes counted by month, force, area, kind and last outcome. A crime outside the area of the force that reported it
 * belongs to that force's total and to no district: not even to the one that it lies in.
 */
export async function crimeCounts(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const source = await countSource(deps, slice, by)
  return source.ok ? ok(await countedBy(deps.lake, source.value, slice, [...new Set(by)])) : source
}

/** How many crimes of a slice lie in the force's own area, outside of it, and nowhere known. */
export async function placeBuckets(deps: LakeDeps, slice: CrimeSlice): Promise<Result<PlaceBuckets, SliceRefusal>> {
  const source = await countSource(deps, slice, [])
  return source.ok ? ok(await bucketsOf(deps.lake, source.value, slice)) : source
}

/** What to count a slice from: counts made beforehand where they hold the answer, else the records themselves. */
async function countSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountSource, SliceRefusal>> {
  const rows = await rowsFor(deps, 'street-counts', slice)
  if (!rows.ok) return rows
  return ok((await placedSource(deps, slice, by)) ?? (await sourceOf(deps, rows.value, slice)))
}
