import { isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { MeasuresTables } from './measures.tables.js'
import { importKindOf } from './stored-words.js'

/** Every file of figures that was taken in, newest first. */
export async function allImports(db: Db): Promise<ImportFacts[]> {
  const imports = reading<MeasuresTables>(db).selectFrom('measures_import')
  const rows = await imports.selectAll().orderBy('imported_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(importOf)
}

/** The files of figures with these ids, newest first. */
export async function importsById(db: Db, ids: readonly string[]): Promise<ImportFacts[]> {
  const found: ImportFacts[] = []
  for (const chunk of inChunks([...new Set(ids)])) {
    const imports = reading<MeasuresTables>(db).selectFrom('measures_import')
    found.push(...(await imports.selectAll().where('id', 'in', chunk).execute()).map(importOf))
  }
  return found.sort((a, b) => (newerFirst(a, b) ? -1 : 1))
}

/** When this very file was taken in before, if it was. */
export async function importsOfFile(db: Db, sha256: string): Promise<ImportFacts[]> {
  const imports = reading<MeasuresTables>(db).selectFrom('measures_import').where('sha256', '=', sha256)
  return (await imports.selectAll().where('kind', '=', 'file').orderBy('imported_at').execute()).map(importOf)
}

function newerFirst(a: ImportFacts, b: ImportFacts): boolean {
  return a.importedAt === b.importedAt ? a.id > b.id : a.importedAt > b.importedAt
}

function importOf(row: MeasuresTables['measures_import']): ImportFacts {
  const { id, sha256, title, publisher, licence, attribution, url, reason } = row
  return {
    ...{ id, sha256, title, publisher, licence, attribution, url, reason },
    fileName: row.file_name,
    files: JSON.parse(row.files) as ImportFacts['files'],
    kind: importKindOf(row.kind),
    knownOn: isoDate(row.known_on),
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  }
}
