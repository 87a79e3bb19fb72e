import { type Db, reading } from '#platform/db/db.js'
import type { FileType, Release } from '../domain/files.js'
import type { Month } from '../domain/month.js'
import type { FilesTables } from './files.tables.js'

/** One import, as it was told when it was done. */
export type PastImport = {
  readonly number: number
  readonly release: Release
  readonly sources: readonly string[]
  readonly importedAt: string
  readonly importedBy: string
}

/** What a newer release said otherwise of one month, counted. */
export type CountedChange = {
  readonly force: string
  readonly month: Month
  readonly type: FileType
  readonly kind: string
  readonly before: string
  readonly after: string
  readonly crimes: number
}

/** The files that were ever taken in of these forces, by what they are of and the SHA-256 of their content. */
export async function knownContents(
  db: Db,
  forces: readonly string[],
): Promise<{ force: string; month: Month; type: FileType; sha256: string }[]> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file').select(['force', 'month', 'type', 'sha256'])
  const rows = await files.where('force', 'in', [...forces]).execute()
  return rows.map(({ type, ...row }) => ({ ...row, type: type as FileType }))
}

/** The highest numbers given so far to imports and to files; nought before the first. */
export async function lastNumbers(db: Db): Promise<{ imports: number; files: number }> {
  const highest = async (table: 'police_data_import' | 'police_data_file') => {
    const rows = reading<FilesTables>(db).selectFrom(table).select('number')
    return (await rows.orderBy('number', 'desc').limit(1).executeTakeFirst())?.number ?? 0
  }
  return { imports: await highest('police_data_import'), files: await highest('police_data_file') }
}

/** The folder of every import in the lake, as the register names them. */
export async function foldersOfImports(db: Db): Promise<string[]> {
  const paths = await allParquet(db)
  return [...new Set(paths.map((path) => path.split('/').slice(0, -1).join('/')))]
}

/** Every import, the last one first. */
export async function pastImports(db: Db): Promise<PastImport[]> {
  const imports = reading<FilesTables>(db).selectFrom('police_data_import').selectAll()
  const rows = await imports.orderBy('number', 'desc').execute()
  return rows.map(({ number, release, sources, imported_at, imported_by }) => ({
    ...{ number, release },
    sources: JSON.parse(sources) as string[],
    importedAt: imported_at,
    importedBy: imported_by,
  }))
}

/** What one import revised, counted by month, type and kind of move. */
export async function changesOfImport(db: Db, importNumber: number): Promise<CountedChange[]> {
  const changes = reading<FilesTables>(db).selectFrom('police_data_change').selectAll()
  const inOrder = changes.where('import_number', '=', importNumber).orderBy('force').orderBy('month').orderBy('type')
  const rows = await inOrder.orderBy('kind').orderBy('before').orderBy('after').execute()
  return rows.map(({ import_number: _, type, ...row }) => ({ ...row, type: type as FileType }))
}

/** The lines that one import set aside, in order. */
export async function setAsideBy(
  db: Db,
  importNumber: number,
): Promise<{ file: string; line: number; reason: string; content: string }[]> {
  const lines = reading<FilesTables>(db).selectFrom('police_data_set_aside')
  const chosen = lines.select(['file', 'line', 'reason', 'content']).where('import_number', '=', importNumber)
  return chosen.orderBy('number').execute()
}

/** Where the Parquet files of one import stand, inside the lake's folder. */
export async function folderOfImport(db: Db, importNumber: number): Promise<string | undefined> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file').select('parquet')
  const row = await files.where('import_number', '=', importNumber).orderBy('number').limit(1).executeTakeFirst()
  return row?.parquet.split('/').slice(0, -1).join('/')
}

/** Every Parquet file that the register names, once. */
async function allParquet(db: Db): Promise<string[]> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file').select('parquet').distinct()
  return (await files.execute()).map(({ parquet }) => parquet)
}

/** How many rows each published file brought, by the Parquet file that holds them and the file's number in it. */
export async function rowsRegistered(db: Db): Promise<{ parquet: string; number: number; rows: number }[]> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file').select(['parquet', 'number', 'row_count'])
  const rows = await files.orderBy('parquet').orderBy('number').execute()
  return rows.map(({ parquet, number, row_count }) => ({ parquet, number, rows: row_count }))
}
