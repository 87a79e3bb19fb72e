import type { Result } from '#kernel/result.js'
import { type AskedDay, askedDay } from '#modules/measures/index.js'
import { CRIME_TYPES, type CrimeType, ownForce } from '#modules/police-data/index.js'
import { NotFound } from '#platform/errors.js'
import { crimeInPlace, type LocalCrime, type NoCrime, type Reading } from '../actions/crime-in-place.js'
import { findPlace } from '../actions/find-place.js'
import { PLACE_KINDS, type Place } from '../domain/place.js'

type Query = Readonly<Record<string, string>>

/** What a page or file of local crime was asked for, and the answer. */
export type CrimeAnswer = {
  readonly asked: AskedDay
  readonly type: CrimeType | undefined
  readonly place: Place | undefined
  readonly crime: Result<LocalCrime, NoCrime | { readonly code: 'no-force' }>
}

/** Reads an address such as /crime/district/fenland?kind=burglary&as-known-on=2025-12-01, and counts. */
export async function answerFor(
  reading: Reading,
  params: { readonly kind?: string; readonly place?: string },
  query: Query,
): Promise<CrimeAnswer> {
  const asked = askedDay(query, reading.today())
  const type = query.kind ? CRIME_TYPES.find(({ slug }) => slug === query.kind) : undefined
  if (query.kind && !type) throw new NotFound('No such kind of crime')
  const kind = PLACE_KINDS.find((each) => each === (params.kind ?? 'force'))
  const force = await ownForce(reading)
  if (!kind) throw new NotFound('No such kind of area')
  if (!force) {
    if (kind !== 'force') throw new NotFound('No such area')
    return { asked, type, place: undefined, crime: { ok: false, error: { code: 'no-force' } } }
  }
  // Kinds of crime in a ward month by month are too few to be told.
  if (type && kind === 'ward') throw new NotFound('Kinds of crime are told for districts')
  const place = await findPlace(reading, force, kind, params.place ?? '')
  if (!place) throw new NotFound('No such area')
  const question = { force, place, type, knownOn: asked.knownOn }
  return { asked, type, place, crime: await crimeInPlace(reading, question) }
}

/** What else was asked for, which stays in links: the kind of crime and the day. */
export function keptOf({ type, asked }: Pick<CrimeAnswer, 'type' | 'asked'>): Record<string, string | undefined> {
  return { kind: type?.slug, 'as-known-on': asked.knownOn }
}
