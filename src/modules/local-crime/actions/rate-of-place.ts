import { populationOf } from '#modules/geography/index.js'
import { crimeCounts } from '#modules/police-data/index.js'
import type { Interval } from '#modules/statistics/index.js'
import type { Span } from '../domain/crime-months.js'
import { type People, ratePer } from '../domain/crime-rate.js'
import { type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'
import { shownCounts } from './shown-counts.js'

/** Crimes of a span for each 1,000 residents. */
export type PlaceRate = { readonly name: string; readonly rate: Interval; readonly people: People }

/** A place and the police area that it lies in, over the same months; without whichever is withheld or not known. */
export type RatesOfPlace = { readonly span: Span; readonly place: PlaceRate | null; readonly area: PlaceRate | null }

/** The rate of a place beside that of its police area, both by street-level records of the same months. */
export async function ratesOfPlace(reading: Reading, crime: LocalCrime): Promise<RatesOfPlace> {
  const { place, force, span } = crime
  const { from, to } = span
  const slice = { ...sliceOf(crime), from, to }
  const all = await crimeCounts(reading, { ...sliceOf({ ...crime, place: { ...place, kind: 'force' } }), from, to }, [])
  const own = place.kind === 'force' ? null : await shownCounts(reading, slice, place.kind)
  const rateOf = async (code: string, name: string, count: number | null): Promise<PlaceRate | null> => {
    const people = await populationOf(reading.db, code, Number(to.slice(0, 4)))
    const rate = ratePer(count, people)
    return rate && people ? { name, rate, people } : null
  }
  return {
    span,
    place: own && (await rateOf(place.code, place.name, own.get(place.code) ?? null)),
    area: await rateOf(force.code, force.area, all.ok ? (all.value[0]?.count ?? 0) : null),
  }
}
