import { areasOf } from '#modules/geography/index.js'
import { monthsCovered, ownForce } from '#modules/police-data/index.js'
import { KIND_WORDS, type Place } from '../domain/place.js'
import type { Reading } from './crime-in-place.js'
import { placeOf, wholeArea } from './find-place.js'

/** A page of local crime as a search finds it: what it is of, and what kind of area that is. */
export type PlaceToFind = Place & { readonly area: string }

/** The police area, its districts and its wards, as soon as any crime of the force is held. */
export async function placesToFind(reading: Reading): Promise<PlaceToFind[]> {
  const { db, lake } = reading
  const force = lake.isThere() ? await ownForce(reading) : undefined
  const [coverage] = force ? await monthsCovered(db, 'street', { forces: [force.slug] }) : []
  if (!force || !coverage?.months.length) return []
  const districts = await areasOf(db, 'district', force.code)
  const wards = await Promise.all(
    districts.map(async ({ code, name }) =>
      (await areasOf(db, 'ward', code)).map(
        (ward): PlaceToFind => ({ ...placeOf('ward', ward), area: `${KIND_WORDS.ward.one} of ${name}` }),
      ),
    ),
  )
  return [
    { ...wholeArea(force), area: KIND_WORDS.force.one },
    ...districts.map((district): PlaceToFind => ({ ...placeOf('district', district), area: KIND_WORDS.district.one })),
    ...wards.flat(),
  ]
}
