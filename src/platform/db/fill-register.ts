import { sql } from 'kysely'
import { Obstacle } from '../errors.js'
import { type Table, tablesOf } from './catalogue.js'
import type { Db, Tx } from './db.js'
import { addRows, hashOfTable, type Row, type TableHash } from './table-rows.js'

/** Where the rows of a register come from: another register, or a folder of files. */
export type RowSource = {
  readonly tables: readonly Table[]
  /** Gives every row of one table and answers with the fingerprint of what was given. */
  readonly give: (table: Table, take: (rows: readonly Row[]) => Promise<void>) => Promise<TableHash>
}

/** The rows of another register, read inside a snapshot or transaction of it. */
export async function registerAsSource(db: Db): Promise<RowSource> {
  return { tables: await tablesOf(db), give: (table, take) => hashOfTable(db, table, take) }
}

/** Whether nobody has done anything in this register yet: it holds only what its schema brings. */
export async function isUntouched(db: Db): Promise<boolean> {
  const { rows } = await sql<{ seq: number }>`select seq from audit_head`.execute(db.source)
  return (rows[0]?.seq ?? 0) === 0
}

/**
 * Fills an untouched register of the same schema, then reads every table back and compares it with what was given. All of
 * it in the caller's transaction: where one table differs, nothing has happened.
 */
export async function fillRegister(
  tx: Tx,
  source: RowSource,
  onTable: (done: number, all: number) => void = () => {},
): Promise<TableHash[]> {
  tx.sealAnew?.()
  const tables = await tablesOf(tx)
  refuseOtherSchema(tables, source.tables)
  await checkReferencesLater(tx)
  for (const { name } of tables) await emptyTable(tx, name)
  const given: TableHash[] = []
  for (const table of tables) {
    given.push(await source.give(table, (rows) => addRows(tx, table, rows)))
    onTable(given.length, tables.length * 2)
  }
  for (const [index, table] of tables.entries()) {
    const found = await hashOfTable(tx, table)
    const wanted = given[index]
    if (found.sha256 !== wanted?.sha256)
      throw new Obstacle(`The table ${table.name} did not arrive as it was sent, so nothing was changed.`)
    onTable(tables.length + index + 1, tables.length * 2)
  }
  await checkReferencesNow(tx)
  return given
}

/** What the schema itself brought. A table that is only ever added to is left alone: its guard minds even an empty statement. */
async function emptyTable(tx: Tx, name: string): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx.source)
  if (rows.length > 0) await sql`delete from ${sql.table(name)}`.execute(tx.source)
}

function refuseOtherSchema(here: readonly Table[], there: readonly Table[]): void {
  const described = (tables: readonly Table[]) =>
    new Map(
      tables.map(({ name, columns }) => [name, columns.map((column) => `${column.name} ${column.kind}`).join(', ')]),
    )
  const [ours, theirs] = [described(here), described(there)]
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (name) => ours.get(name) !== theirs.get(name),
  )
  if (differing.length > 0) throw new Obstacle(`These tables are not the same on both sides: ${differing.join(', ')}`)
}

/** Rows may come before those that they refer to; at the end all must be there. */
async function checkReferencesLater(tx: Tx): Promise<void> {
  if (tx.engine === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(tx.source)
  else await setReferences(tx, 'deferrable initially deferred')
}

async function checkReferencesNow(tx: Tx): Promise<void> {
  if (tx.engine === 'sqlite') {
    const { rows } = await sql`pragma foreign_key_check`.execute(tx.source)
    if (rows.length > 0) throw new Obstacle(`${rows.length} rows refer to what is not there, so nothing was changed.`)
    return
  }
  await sql`set constraints all immediate`.execute(tx.source)
  await setReferences(tx, 'not deferrable')
}

async function setReferences(tx: Tx, how: string): Promise<void> {
  const { rows } = await sql<{ place: string; name: string }>`
    select conrelid::regclass::text as place, quote_ident(conname) as name from pg_constraint
    where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(tx.source)
  for (const { place, name } of rows)
    await sql.raw(`alter table ${place} alter constraint ${name} ${how}`).execute(tx.source)
}
