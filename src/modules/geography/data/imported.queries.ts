import type { Db } from '#platform/db/db.js'
import { type Lookups, NO_LOOKUPS } from '../domain/lookups.js'

/** Changes whenever a lookup is imported. */
export async function lookupVersion(_db: Db): Promise<string> {
  return 'bundled-1'
}

/** The lookups that the office imported. */
export async function importedLookups(_db: Db): Promise<Lookups> {
  return NO_LOOKUPS
}
