import { ok, type Result } from '#kernel/result.js'
import { officeRule } from '#modules/disclosure/index.js'
import { repeatLocationsIn } from '../data/repeat-locations.queries.js'
import type { CrimeSlice, SliceRefusal } from '../domain/crime-slice.js'
import { publicLocations, type RepeatLocation } from '../domain/repeat-location.js'
import { type LakeDeps, rowsFor, sourceOf } from './count-source.js'

/** Which points: those of a slice, so many at most, as staff or the public may see them. */
export type RepeatRequest = { readonly slice: CrimeSlice; readonly most: number; readonly isPublic: boolean }

/** The map points to which most crimes of a slice were moved, the most first. Points are approximate. */
export async function repeatLocations(
  deps: LakeDeps,
  { slice, most, isPublic }: RepeatRequest,
): Promise<Result<RepeatLocation[], SliceRefusal>> {
  const rows = await rowsFor(deps, 'street', slice)
  if (!rows.ok) return rows
  const locations = await repeatLocationsIn(deps.lake, await sourceOf(deps, rows.value, slice), slice, most)
  if (!isPublic) return ok(locations)
  return ok(publicLocations(locations, (await officeRule(deps.db)).suppressBelow))
}
