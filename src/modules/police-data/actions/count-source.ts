import { err, ok, type Result } from '#kernel/result.js'
import { forceOfSlug } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import type { CountSource } from '../data/counts.queries.js'
import { forcesThere } from '../data/months-covered.queries.js'
import { type CurrentRows, currentRows, type LakeSlice, type RowKind } from '../data/releases.queries.js'
import { checkedSlice, type SliceRefusal } from '../domain/crime-slice.js'
import { atlasOf, placesInLake } from './places-in-lake.js'

/** What counting needs of the office. */
export type LakeDeps = Pick<Deps, 'db' | 'lake' | 'newId'>

/** The rows of a slice that count, unless they cannot be counted. */
export async function rowsFor(
  { db, lake }: Pick<Deps, 'db' | 'lake'>,
  kind: RowKind,
  slice: LakeSlice,
): Promise<Result<CurrentRows, SliceRefusal>> {
  const checked = checkedSlice(slice)
  if (!checked.ok) return checked
  return lake.isThere() ? ok(await currentRows(db, lake.folder, kind, slice)) : err({ code: 'no-lake' })
}

/** What stands for places where none are asked for. */
export const NO_PLACES = {
  ...{ places: '', forces: [], everywhere: [] },
  atlas: { placeOf: () => undefined, nameOf: (code: string) => code },
}

/** Rows with the places beside them. */
export async function sourceOf(deps: LakeDeps, rows: CurrentRows, slice: LakeSlice): Promise<CountSource> {
  const forces = slice.forces ?? (await forcesThere(deps.db))
  const everywhere = forces.filter((slug) => !forceOfSlug(slug)?.code)
  return { rows, places: await placesInLake(deps), atlas: await atlasOf(deps.db), forces, everywhere }
}
