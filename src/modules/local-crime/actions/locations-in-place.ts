import { type RepeatLocation, repeatLocations } from '#modules/police-data/index.js'
import { type LocalCrime, type Reading, sliceOf } from './crime-in-place.js'

const MOST = 10

/** The map points to which most crimes of the span were moved, as the public may see them. */
export async function locationsInPlace(reading: Reading, crime: LocalCrime): Promise<readonly RepeatLocation[]> {
  const { from, to } = crime.span
  const slice = { ...sliceOf(crime), from, to }
  const found = await repeatLocations(reading, { slice, most: MOST, isPublic: true })
  return found.ok ? found.value : []
}
