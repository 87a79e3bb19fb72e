import { formatMonth } from '#kernel/words.js'
import { areaNames, forceOfSlug } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import type { BoundSlice } from '../domain/binding.js'
import { placesOf } from '../domain/crime-slice.js'

/** The crimes of a slice in a few words: "Burglary, Fenland, reported by Cambridgeshire Constabulary". */
export async function sliceInWords(db: Db, slice: BoundSlice): Promise<string> {
  const codes = Object.values(placesOf(slice)).flat()
  const names = codes.length > 0 ? await areaNames(db) : new Map<string, string>()
  const asb = slice.includeAsb && !slice.types?.length ? ' and anti-social behaviour' : ''
  const parts = [
    slice.types?.join(' and ') ?? `All crime${asb}`,
    ...(slice.outcomes ? [slice.outcomes.join(' or ')] : []),
    ...codes.map((code) => names.get(code) ?? code),
    `reported by ${slice.forces.map((force) => forceOfSlug(force)?.name ?? force).join(' and ')}`,
    ...(slice.from ? [`from ${formatMonth(slice.from)}`] : []),
  ]
  return parts.join(', ')
}
