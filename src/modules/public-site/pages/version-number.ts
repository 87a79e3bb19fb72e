import { NotFound } from '#platform/errors.js'

/** The number of a version as it stands in an address: 1, 2, 3 …; anything else is no address. */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotFound('Not a version number')
  return Number(text)
}
