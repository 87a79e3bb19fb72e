import { type Area, areaByCodeOrName, areasOf } from '#modules/geography/index.js'
import type { OwnForce } from '#modules/police-data/index.js'
import type { Deps } from '#platform/deps.js'
import { type Place, type PlaceKind, pathOf } from '../domain/place.js'

/** The page of an area: the office's whole police area, or an area within it. Undefined for any other. */
export async function findPlace(
  { db }: Pick<Deps, 'db'>,
  force: OwnForce,
  kind: PlaceKind,
  text: string,
): Promise<Place | undefined> {
  if (kind === 'force') return wholeArea(force)
  const own = await areasOf(db, kind, force.code)
  const meant = own.filter((area) => pathOf(kind, area).endsWith(`/${text.toLowerCase()}`))
  if (meant.length === 1 && meant[0]) return placeOf(kind, meant[0])
  const found = await areaByCodeOrName(db, kind, text.replaceAll('-', ' '))
  const area = found.ok ? own.find(({ code }) => code === found.value.code) : undefined
  return area && placeOf(kind, area)
}

/** The police area as a place. */
export function wholeArea({ code, area }: OwnForce): Place {
  return { kind: 'force', code, name: area, path: '/crime' }
}

/** An area as a place. */
export function placeOf(kind: PlaceKind, { code, name }: Pick<Area, 'code' | 'name'>): Place {
  return { kind, code, name, path: pathOf(kind, { code, name }) }
}
