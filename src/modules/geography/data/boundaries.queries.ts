import type { Db } from '#platform/db/db.js'
import type { AreaKind } from '../domain/area.js'
import type { LonLat } from '../domain/osgb.js'
import { arcsOf, mergedRings, type Topology, type TopologyArea } from '../domain/topology.js'
import { bundledText } from './bundled.js'
import { gazetteer } from './gazetteer.queries.js'
import { factsOf } from './imported.queries.js'

/** The outline of an area for drawing: rings of longitude and latitude (WGS84), to be filled by the even-odd rule. */
export type Boundary = {
  readonly code: string
  readonly name: string
  readonly rings: readonly (readonly LonLat[])[]
  /** The year of the boundaries. */
  readonly edition: number
}

/**
 * The outlines of areas, in the order asked for; areas whose outline nobody knows are left out. Imported ones come
 * first; districts, and what is made of whole districts, have those that come with every copy.
 */
export async function boundariesOf(db: Db, kind: AreaKind, codes: readonly string[]): Promise<Boundary[]> {
  const known = new Map<string, Boundary>()
  for (const { code, edition, content } of codes.length > 0 ? await factsOf(db, 'boundaries', codes) : [])
    known.set(code, { code, edition, name: content.name, rings: content.rings })
  const { areas } = await gazetteer(db)
  for (const code of codes) {
    const rings = known.has(code) || kind === 'lsoa' || kind === 'ward' ? [] : await bundledRings(db, code)
    if (rings.length > 0) known.set(code, { code, name: areas.get(code)?.name ?? code, rings, edition: BUNDLED })
  }
  return codes.flatMap((code) => known.get(code) ?? [])
}

const BUNDLED = 2022

let bundled: { readonly arcs: LonLat[][]; readonly areas: ReadonlyMap<string, TopologyArea> } | undefined

/** The districts that an area is made of, as they were, without the borders between them. */
async function bundledRings(db: Db, code: string): Promise<LonLat[][]> {
  bundled ??= districtTopology()
  const { areas } = bundled
  const { areas: known, around } = await gazetteer(db)
  const parts = [...areas.keys()].filter((district) => {
    const active = known.get(district)?.activeCode ?? district
    return district === code || active === code || around.get(active)?.has(code)
  })
  return mergedRings(
    parts.flatMap((district) => areas.get(district) ?? []),
    bundled.arcs,
  ).map((ring) => ring.map(([x, y]): LonLat => [Number(x.toFixed(5)), Number(y.toFixed(5))]))
}

function districtTopology() {
  const topology = JSON.parse(bundledText('district-boundaries-2022.topojson.gz')) as Topology
  const geometries = Object.values(topology.objects).flatMap(({ geometries: each = [] }) => each)
  return { arcs: arcsOf(topology), areas: new Map(geometries.map((area) => [String(area.id), area])) }
}
