import { ok, type Result } from '#kernel/result.js'
import { bucketsOf, type CountSource, countedBy } from '../data/counts.queries.js'
import {
  type CountRow,
  type CrimeSlice,
  type GroupBy,
  needsPlaces,
  type PlaceBuckets,
  type SliceRefusal,
} from '../domain/crime-slice.js'
import { type LakeDeps, NO_PLACES, rowsFor, sourceOf } from './count-source.js'
import { placedSource } from './placed-counts.js'
import { totalSource } from './total-counts.js'

/**
 * Crimes counted by month, force, area, kind and last outcome. A crime outside the area of the force that reported it
 * belongs to that force's total and to no district: not even to the one that it lies in.
 */
export async function crimeCounts(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly GroupBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const source = await countSource(deps, slice, by, [totalSource, placedSource])
  return source.ok ? ok(await countedBy(deps.lake, source.value, slice, [...new Set(by)])) : source
}

/** How many crimes of a slice lie in the force's own area, outside of it, and nowhere known. */
export async function placeBuckets(deps: LakeDeps, slice: CrimeSlice): Promise<Result<PlaceBuckets, SliceRefusal>> {
  const source = await countSource(deps, slice, ['district'], [placedSource])
  return source.ok ? ok(await bucketsOf(deps.lake, source.value, slice)) : source
}

/** What to count a slice from: the first counts made beforehand that hold the answer, else the records themselves. */
async function countSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly GroupBy[],
  beforehand: readonly (typeof totalSource)[],
): Promise<Result<CountSource, SliceRefusal>> {
  const rows = await rowsFor(deps, 'street-counts', slice)
  if (!rows.ok) return rows
  for (const source of beforehand) {
    const counted = await source(deps, slice, by)
    if (counted) return ok(counted)
  }
  return ok(needsPlaces(slice, by) ? await sourceOf(deps, rows.value, slice) : { rows: rows.value, ...NO_PLACES })
}
