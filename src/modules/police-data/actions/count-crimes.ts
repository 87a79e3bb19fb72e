import { err, ok, type Result } from '#kernel/result.js'
import { FORCES } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { bucketsOf, type CountSource, countedBy } from '../data/counts.queries.js'
import { currentRows } from '../data/releases.queries.js'
import {
  type CountBy,
  type CountRow,
  type CrimeSlice,
  checkedSlice,
  type PlaceBuckets,
  type SliceRefusal,
} from '../domain/crime-slice.js'
import { placesInLake } from './places-in-lake.js'

/**
 * Crimes counted by month, force, area, kind and last outcome. A crime outside the area of the force that reported it
 * belongs to that force's total and to no district: not even to the one that it lies in.
 */
export async function crimeCounts(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: CrimeSlice,
  by: readonly CountBy[],
): Promise<Result<CountRow[], SliceRefusal>> {
  const source = await countSource(deps, slice)
  return source.ok ? ok(await countedBy(deps.lake, source.value, slice, [...new Set(by)])) : source
}

/** How many crimes of a slice lie in the force's own area, outside of it, and nowhere known. */
export async function placeBuckets(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: CrimeSlice,
): Promise<Result<PlaceBuckets, SliceRefusal>> {
  const source = await countSource(deps, slice)
  return source.ok ? ok(await bucketsOf(deps.lake, source.value, slice)) : source
}

/** What to count a slice from, unless it cannot be counted. */
async function countSource(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: CrimeSlice,
): Promise<Result<CountSource, SliceRefusal>> {
  const checked = checkedSlice(slice)
  if (!checked.ok) return checked
  if (!deps.lake.isThere()) return err({ code: 'no-lake' })
  const rows = await currentRows(deps.db, deps.lake.folder, 'street-counts', slice)
  const everywhere = FORCES.filter(({ code, slug }) => code === null && (slice.forces?.includes(slug) ?? true)).map(
    ({ slug }) => slug,
  )
  return ok({ rows, places: await placesInLake(deps), everywhere })
}
