import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import { keptBytes } from '#platform/db/kept-files.js'
import type { Draft } from '../domain/draft.js'
import type { Mapping } from '../domain/mapping.js'
import type { ImportsTables } from './imports.tables.js'

/** A way of reading files that was kept, with its name. */
export type KeptMapping = { readonly name: string; readonly mapping: Mapping }

/** Every kept way of reading, by name. */
export async function allMappings(db: Db): Promise<KeptMapping[]> {
  const rows = await reading<ImportsTables>(db).selectFrom('imports_mapping').selectAll().orderBy('name').execute()
  return rows.map(({ name, mapping }) => ({ name, mapping: JSON.parse(mapping) as Mapping }))
}

/** The way of reading with this name. */
export async function mappingByName(db: Db, name: string): Promise<Mapping | undefined> {
  const mappings = reading<ImportsTables>(db).selectFrom('imports_mapping')
  const row = await mappings.select('mapping').where('name', '=', name).executeTakeFirst()
  return row && (JSON.parse(row.mapping) as Mapping)
}

/** A file that waits for a yes. */
export async function draftById(db: Db, id: string): Promise<Draft | undefined> {
  const drafts = reading<ImportsTables>(db).selectFrom('imports_draft')
  const row = await drafts.selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const knownOn: IsoDate | null = row.known_on === null ? null : isoDate(row.known_on)
  return {
    ...{ id, knownOn },
    fileName: row.file_name,
    bytes: new Uint8Array(row.bytes),
    source: JSON.parse(row.source) as Draft['source'],
    mapping: JSON.parse(row.mapping) as Mapping,
  }
}

/** The file with this fingerprint, exactly as it came. */
export async function fileBySha256(
  db: Db,
  sha256: string,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | undefined> {
  const files = reading<ImportsTables>(db).selectFrom('imports_file')
  const row = await files.select('file_name').where('sha256', '=', sha256).executeTakeFirst()
  const bytes = row && (await keptBytes(db, sha256))
  return bytes && { fileName: row.file_name, bytes }
}

/** The fingerprint of every file that was kept. */
export async function fingerprintsKept(db: Db): Promise<string[]> {
  const rows = await reading<ImportsTables>(db).selectFrom('imports_file').select('sha256').orderBy('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
}

/** How many files have waited for a yes since before a moment. */
export async function draftsBefore(db: Db, moment: string): Promise<number> {
  const drafts = reading<ImportsTables>(db).selectFrom('imports_draft').select('id')
  return (await drafts.where('created_at', '<', moment).execute()).length
}
