import { err, ok, type Result } from '#kernel/result.js'
import { officeRule } from '#modules/disclosure/index.js'
import { FORCES } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { currentRows } from '../data/releases.queries.js'
import { repeatLocationsIn } from '../data/repeat-locations.queries.js'
import { type CrimeSlice, checkedSlice, type SliceRefusal } from '../domain/crime-slice.js'
import { publicLocations, type RepeatLocation } from '../domain/repeat-location.js'
import { placesInLake } from './places-in-lake.js'

/** Which points: those of a slice, so many at most, as staff or the public may see them. */
export type RepeatRequest = { readonly slice: CrimeSlice; readonly most: number; readonly isPublic: boolean }

/** The map points to which most crimes of a slice were moved, the most first. Points are approximate. */
export async function repeatLocations(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  { slice, most, isPublic }: RepeatRequest,
): Promise<Result<RepeatLocation[], SliceRefusal>> {
  const checked = checkedSlice(slice)
  if (!checked.ok) return checked
  if (!deps.lake.isThere()) return err({ code: 'no-lake' })
  const rows = await currentRows(deps.db, deps.lake.folder, 'street', slice)
  const everywhere = FORCES.filter(({ code }) => code === null).map(({ slug }) => slug)
  const source = { rows, places: await placesInLake(deps), everywhere }
  const locations = await repeatLocationsIn(deps.lake, source, slice, most)
  if (!isPublic) return ok(locations)
  return ok(publicLocations(locations, (await officeRule(deps.db)).suppressBelow))
}
