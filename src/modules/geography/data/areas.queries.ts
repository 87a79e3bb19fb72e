import type { Result } from '#kernel/result.js'
import type { Db } from '#platform/db/db.js'
import type { Area, AreaKind } from '../domain/area.js'
import { type AreaUnfound, findArea } from '../domain/find-area.js'
import { forceNamed } from '../domain/forces.js'
import type { LsoaPlace } from '../domain/lsoa-places.js'
import { gazetteer } from './gazetteer.queries.js'

/** Every LSOA of 2011 and 2021, each once, and where it lies by the newest lookup. Kept until a lookup is imported. */
export async function lsoaPlaces(db: Db): Promise<readonly LsoaPlace[]> {
  return (await gazetteer(db)).places
}

/** The areas of a kind that are in use, by name; those within another area, if its code is given. */
export async function areasOf(db: Db, kind: AreaKind, within?: string): Promise<Area[]> {
  const { areas, around, places, lsoasIn } = await gazetteer(db)
  const isWithin = (code: string) => within === undefined || around.get(code)?.has(within)
  const inUse = ({ code, activeCode }: Area) => activeCode === undefined && isWithin(code)
  if (kind === 'lsoa') {
    const large = places.filter(({ district }) => within === undefined || around.get(district ?? '')?.has(within))
    return ((within === undefined ? undefined : lsoasIn.get(within)) ?? large).flatMap(
      ({ lsoa }) => areas.get(lsoa) ?? [],
    )
  }
  const found = [...areas.values()].filter((area) => area.kind === kind && area.edition > 0 && inUse(area))
  return found.sort((a, b) => BY_NAME.compare(a.name, b.name) || (a.code < b.code ? -1 : 1))
}

/** The one area of a kind that a code or a name means; several areas or near names if it is not clear. */
export async function areaByCodeOrName(db: Db, kind: AreaKind, text: string): Promise<Result<Area, AreaUnfound>> {
  return findArea(await gazetteer(db), kind, text)
}

/** The name of every area by its code, old codes too. */
export async function areaNames(db: Db): Promise<ReadonlyMap<string, string>> {
  return (await gazetteer(db)).names
}

/** The districts of a police force, given its slug, its code or its name. None for a force without a territory. */
export async function districtsOfForce(db: Db, force: string): Promise<Area[]> {
  const code = forceNamed(force)?.code
  return code ? areasOf(db, 'district', code) : []
}

const BY_NAME = new Intl.Collator('en-GB', { numeric: true })
