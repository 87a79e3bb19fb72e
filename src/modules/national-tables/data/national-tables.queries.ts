import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { Figure } from '../domain/figure.js'
import type { TableFile } from '../domain/table-file.js'
import { isTableKind, type TableKind } from '../domain/table-kind.js'
import type { NationalTablesTables } from './national-tables.tables.js'

/** A line of a national table as it is kept, with the file that says it. */
export type KeptRow = {
  readonly id: string
  /** The official code of the area; its name where it has none. */
  readonly area: string
  readonly areaName: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly labels: Readonly<Record<string, string>>
  readonly figures: Readonly<Record<string, Figure>>
  readonly fileId: string
}

/** Which lines are asked for. */
export type RowFilter = { readonly area?: string; readonly from?: IsoDate; readonly until?: IsoDate }

/** The lines of a kind that hold, by period and area. */
export async function rowsOf(db: Db, kind: TableKind, { area, from, until }: RowFilter = {}): Promise<KeptRow[]> {
  let rows = reading<NationalTablesTables>(db)
    .selectFrom('national_tables_row')
    .selectAll()
    .where('kind', '=', kind)
    .where('replaced_by', 'is', null)
  if (area !== undefined) rows = rows.where('area', '=', area)
  if (from) rows = rows.where('from_on', '>=', from)
  if (until) rows = rows.where('until_on', '<=', until)
  const found = await rows.orderBy('until_on').orderBy('area_name').orderBy('labels').execute()
  return found.map(rowOf)
}

/** A line that holds or once held, with the file that replaced it. */
export type PastRow = KeptRow & { readonly replacedBy: string | null }

/** Every line that a kind ever had of an area. */
export async function everyRowOf(db: Db, kind: TableKind, area: string): Promise<PastRow[]> {
  const rows = await reading<NationalTablesTables>(db)
    .selectFrom('national_tables_row')
    .selectAll()
    .where('kind', '=', kind)
    .where('area', '=', area)
    .orderBy('until_on')
    .orderBy('labels')
    .execute()
  return rows.map((row) => ({ ...rowOf(row), replacedBy: row.replaced_by }))
}

/** Every file that was taken in, the newest first; of one kind if it is given. */
export async function tableFiles(db: Db, kind?: TableKind): Promise<TableFile[]> {
  let files = reading<NationalTablesTables>(db).selectFrom('national_tables_file').selectAll()
  if (kind) files = files.where('kind', '=', kind)
  return (await files.orderBy('id', 'desc').execute()).map(fileOf)
}

/** The file of this kind with these very bytes, if it was taken in before. */
export async function fileBySha(db: Db, kind: TableKind, sha256: string): Promise<TableFile | undefined> {
  const files = reading<NationalTablesTables>(db).selectFrom('national_tables_file').selectAll()
  const row = await files.where('kind', '=', kind).where('sha256', '=', sha256).executeTakeFirst()
  return row && fileOf(row)
}

/** What a file replaced: the lines as they stood, and as the file has them where it has them. */
export async function revisionsBy(
  db: Db,
  fileId: string,
): Promise<{ readonly before: KeptRow; readonly after: KeptRow | null }[]> {
  const rows = () => reading<NationalTablesTables>(db).selectFrom('national_tables_row').selectAll()
  const before = (
    await rows().where('replaced_by', '=', fileId).orderBy('until_on').orderBy('area_name').execute()
  ).map(rowOf)
  const after = new Map(
    (await rows().where('file_id', '=', fileId).execute()).map(rowOf).map((row) => [keyOf(row), row]),
  )
  return before.map((row) => ({ before: row, after: after.get(keyOf(row)) ?? null }))
}

const keyOf = ({ area, from, until, labels }: KeptRow) => `${area}|${from}|${until}|${JSON.stringify(labels)}`

function rowOf(row: NationalTablesTables['national_tables_row']): KeptRow {
  return {
    ...{ id: row.id, area: row.area, areaName: row.area_name, fileId: row.file_id },
    ...{ from: isoDate(row.from_on), until: isoDate(row.until_on) },
    labels: Object.fromEntries(JSON.parse(row.labels) as [string, string][]),
    figures: JSON.parse(row.figures) as Record<string, Figure>,
  }
}

function fileOf(row: NationalTablesTables['national_tables_file']): TableFile {
  if (!isTableKind(row.kind)) throw new RangeError(`Not a kind of national table: ${row.kind}`)
  const { id, kind, name, sha256, bytes, publisher, licence, attribution, added, changed, withdrawn, unchanged } = row
  return {
    ...{ id, kind, name, sha256, bytes, publisher, licence, attribution, added, changed, withdrawn, unchanged },
    rowsRead: row.rows_read,
    from: row.from_on === null ? null : isoDate(row.from_on),
    until: row.until_on === null ? null : isoDate(row.until_on),
    warnings: JSON.parse(row.warnings) as string[],
    ...{ importedAt: row.imported_at, importedBy: row.imported_by },
  }
}
