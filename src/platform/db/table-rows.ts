import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#kernel/canonical-json.js'
import { keepable, unkeepablePath } from '#kernel/keepable.js'
import { Obstacle } from '../errors.js'
import { sha256Of } from '../files/sha256.js'
import type { Table } from './catalogue.js'
import type { Db, Tx } from './db.js'
import { KEPT_FILES, keptBytes } from './kept-files.js'

/** What one column of one row holds. */
export type Value = string | number | null | Uint8Array

/** One row, by the names of its columns. */
export type Row = Readonly<Record<string, Value>>

/** Rows at a time; one where a row may hold a whole file. */
const MANY = 500

/** Every row of a table, in the order of its key by code point, a few at a time. Call it inside a snapshot or transaction. */
export function rowsOf(db: Db, table: Table): AsyncGenerator<readonly Row[]> {
  const limit = table.columns.some(({ kind }) => kind === 'blob') ? 1 : MANY
  return db.engine === 'sqlite' ? sqliteRows(db, table, limit) : postgresRows(db, table, limit)
}

async function* sqliteRows(db: Db, { name, columns, key }: Table, limit: number): AsyncGenerator<Row[]> {
  const chosen = sql.join(columns.map((column) => sql.ref(column.name)))
  const keys = sql.join(key.map((column) => sql.ref(column)))
  let after: Row | undefined
  for (;;) {
    const last = after
    const from = last ? sql`where (${keys}) > (${sql.join(key.map((column) => sql.val(last[column] ?? null)))})` : sql``
    const query = sql<Row>`select ${chosen} from ${sql.table(name)} ${from} order by ${keys} limit ${sql.lit(limit)}`
    const { rows } = await query.execute(db.source)
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = rows.at(-1)
  }
}

/** A cursor, since the order by code point is seldom that of the key's index. */
async function* postgresRows(db: Db, { name, columns, key }: Table, limit: number): AsyncGenerator<Row[]> {
  const source = db.source
  const kinds = new Map(columns.map((column) => [column.name, column.kind]))
  const chosen = sql.join(columns.map((column) => sql.ref(column.name)))
  const inOrder = key.map((column) =>
    kinds.get(column) === 'text' ? sql`${sql.ref(column)} collate "C"` : sql.ref(column),
  )
  await sql`declare every_row no scroll cursor for select ${chosen} from ${sql.table(name)} order by ${sql.join(inOrder)}`.execute(
    source,
  )
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(limit)} from every_row`.execute(source)
    if (rows.length > 0) yield rows
    if (rows.length < limit) break
  }
  await sql`close every_row`.execute(source)
}

/** A row as one line of text: canonical JSON, in which a file stands by its fingerprint and length. */
function lineOf(row: Row): string {
  const plain = Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? standIn(value) : value])
  return `${canonicalJson(Object.fromEntries(plain))}\n`
}

function standIn(bytes: Uint8Array): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: sha256Of(bytes) }
}

/** What a table holds, in one fingerprint: SHA-256 over the lines of all its rows in order. */
export type TableHash = { readonly name: string; readonly rows: number; readonly sha256: string }

/** The fingerprint of a table, the same wherever the bytes of files stand; `each` sees every row on the way, with them. */
export async function hashOfTable(
  db: Db,
  table: Table,
  each: (rows: readonly Row[], lines: readonly string[]) => Promise<void> | void = () => {},
): Promise<TableHash> {
  const hash = createHash('sha256')
  let count = 0
  for await (const found of rowsOf(db, table)) {
    const rows = table.name === KEPT_FILES ? await Promise.all(found.map((row) => withBytes(db, row))) : found
    const lines = rows.map(lineOf)
    for (const line of lines) hash.update(line)
    count += rows.length
    await each(rows, lines)
  }
  return { name: table.name, rows: count, sha256: hash.digest('hex') }
}

async function withBytes(db: Db, row: Row): Promise<Row> {
  return row.bytes ? row : { ...row, bytes: (await keptBytes(db, String(row.sha256))) ?? null }
}

async function withoutBytes({ files }: Tx, row: Row): Promise<Row> {
  if (!files || !(row.bytes instanceof Uint8Array)) return row
  await files.put(String(row.sha256), row.bytes)
  return { ...row, bytes: null }
}

/** An office that took such a text in long ago is told where it stands. */
function refuseUnkeepable({ name, key }: Table, row: Row): void {
  const [column] = unkeepablePath(row) ?? []
  if (column === undefined) return
  throw new Obstacle(
    `In the table ${name}, the ${column} of ${keepable(key.map((each) => row[each]).join(' '))} has a character that cannot be kept (NUL, or half of one), so nothing was changed. Enter that text anew in the office that it comes from, then try again.`,
  )
}

/** Adds rows to a table, as many at a time as both engines take. Files go to the store, where there is one. */
export async function addRows(tx: Tx, table: Table, given: readonly Row[]): Promise<void> {
  const { name, columns } = table
  for (const row of given) refuseUnkeepable(table, row)
  const rows = name === KEPT_FILES ? await Promise.all(given.map((row) => withoutBytes(tx, row))) : given
  const most = Math.max(1, Math.floor(15_000 / columns.length))
  const names = sql.join(columns.map((column) => sql.ref(column.name)))
  for (let start = 0; start < rows.length; start += most) {
    const values = rows.slice(start, start + most).map((row) => {
      const cells = columns.map((column) => sql.val(row[column.name] ?? null))
      return sql`(${sql.join(cells)})`
    })
    await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(tx.source)
  }
}
