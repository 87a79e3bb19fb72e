import { areasOf, currentBody, forceOf } from '#modules/body/index.js'
import { type Measure, OWN_AREA } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { AreaNames, type KnownArea } from '../domain/area-names.js'

/** The areas that files may name: the office's own under all its names, and its districts by name and code. */
export async function knownAreas(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  measures: readonly Measure[],
): Promise<AreaNames> {
  const own: KnownArea = {
    area: OWN_AREA,
    names: [...new Set(measures.map(({ geography }) => geography))].filter(Boolean),
  }
  const body = await currentBody(db, today())
  if (!body) return new AreaNames([own])
  const force = await forceOf(db, body.id, today())
  const areas = await areasOf(db, body.id, today())
  const isWhole = ({ kind }: (typeof areas)[number]) => kind === 'police-area'
  const ownNames = [
    ...own.names,
    ...[body.name, body.shortName, body.officeName],
    ...(force ? [force.name, force.shortName] : []),
    ...areas.filter(isWhole).flatMap(({ name, code }) => [name, code]),
  ]
  const parts = areas.filter((area) => !isWhole(area)).map(({ name, code }) => ({ area: code, names: [name, code] }))
  return new AreaNames([{ area: OWN_AREA, names: ownNames.filter((name) => name.trim() !== '') }, ...parts])
}
