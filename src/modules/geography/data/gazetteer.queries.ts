import type { Db } from '#platform/db/db.js'
import { type Gazetteer, gazetteerFrom } from '../domain/gazetteer.js'
import { bundledLookups } from './bundled.js'
import { importedLookups, lookupVersion } from './imported.queries.js'

/** The gazetteers made last, by version: making one takes a moment, and nothing changes it but an import. */
const kept = new Map<string, Promise<Gazetteer>>()
const MOST_KEPT = 4

/** All areas and which lies in which, by the bundled lookups and those that were imported. */
export async function gazetteer(db: Db): Promise<Gazetteer> {
  const version = await lookupVersion(db)
  const known = kept.get(version)
  if (known) return known
  const made = make(db)
  kept.set(version, made)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  made.catch(() => kept.delete(version))
  return made
}

async function make(db: Db): Promise<Gazetteer> {
  const bundled = bundledLookups()
  const imported = await importedLookups(db)
  return gazetteerFrom({
    lsoas: [...bundled.lsoas, ...imported.lsoas],
    changes: [...bundled.changes, ...imported.changes],
    links: [...bundled.links, ...imported.links],
    codes: [...bundled.codes, ...imported.codes],
  })
}
