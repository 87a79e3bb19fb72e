import type { Db } from '#platform/db/db.js'
import type { Area } from '../domain/area.js'
import type { Population } from '../domain/population.js'
import { type Deprivation, deprivationOf } from './deprivation.queries.js'
import { gazetteer } from './gazetteer.queries.js'
import { populationOf } from './population.queries.js'

/** What is known of one area: itself, what it lies in, its residents, and how deprived it is. */
export type Portrait = {
  readonly area: Area
  readonly within: readonly Area[]
  readonly population: Population | null
  readonly deprivation: readonly Deprivation[]
}

/** What is known of the area with this code. */
export async function portraitOf(db: Db, code: string): Promise<Portrait | undefined> {
  const { areas, around, places } = await gazetteer(db)
  const area = areas.get(code)
  if (!area) return undefined
  const place = area.kind === 'lsoa' ? places.find(({ lsoa }) => lsoa === code) : undefined
  const near = place ? [place.ward, place.district, place.csp, place.force] : []
  const codes = new Set([...near, ...(around.get(code) ?? []), ...(around.get(place?.district ?? '') ?? [])])
  const within = [...codes].flatMap((each) => (each ? (areas.get(each) ?? []) : []))
  const editions = area.kind === 'lsoa' ? [2025, 2019] : []
  const deprivation = await Promise.all(editions.map((edition) => deprivationOf(db, code, edition)))
  return {
    area,
    within,
    population: await populationOf(db, code),
    deprivation: deprivation.filter((each) => each !== null),
  }
}
