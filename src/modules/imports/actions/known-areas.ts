import { areasOf, currentBody, forceOf } from '#modules/body/index.js'
import { AreaNames, allComparedAreas, type KnownArea } from '#modules/comparisons/index.js'
import { type Measure, OWN_AREA } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'

/** Totals that national tables give beside the areas. */
const NATIONS = ['England and Wales', 'England', 'Wales']

/** The areas that files may name: the office's own under all its names, its districts, and those of other forces. */
export async function knownAreas(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  measures: readonly Measure[],
): Promise<AreaNames> {
  const own: KnownArea = {
    area: OWN_AREA,
    names: [...new Set(measures.map(({ geography }) => geography))].filter(Boolean),
  }
  const compared = (await allComparedAreas(db)).map(({ name, aliases }) => ({ area: name, names: [name, ...aliases] }))
  const others = [...compared, ...NATIONS.map((name) => ({ area: name, names: [name] }))]
  const body = await currentBody(db, today())
  if (!body) return new AreaNames([own, ...others])
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
  return new AreaNames([{ area: OWN_AREA, names: ownNames.filter((name) => name.trim() !== '') }, ...parts, ...others])
}

/** What the office calls its districts and other parts, by code. */
export async function areaTitles({ db, today }: Pick<Deps, 'db' | 'today'>): Promise<Map<string, string>> {
  const body = await currentBody(db, today())
  const areas = body ? await areasOf(db, body.id, today()) : []
  return new Map(areas.map(({ code, name }) => [code, name]))
}
