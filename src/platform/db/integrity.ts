import { sql } from 'kysely'
import { type Table, tablesOf } from './catalogue.js'
import type { Db } from './db.js'
import { brokenSeals } from './seals.js'
import { rowsOf } from './table-rows.js'

/** Reads the whole database: every page and index on SQLite, every row of every table on PostgreSQL. Says what is wrong. */
export async function databaseProblems(db: Db): Promise<{ tables: number; problems: string[] }> {
  const tables = await tablesOf(db)
  const problems = db.engine === 'sqlite' ? await inSqlite(db) : await inPostgres(db)
  return { tables: tables.length, problems }
}

/** Whether a turned byte is noticed: by the seals of SQLite's tables, or by PostgreSQL's checksums of its pages. */
export async function noticesDamage(db: Db): Promise<boolean> {
  if (db.engine === 'sqlite') return true
  const { rows } = await sql<{ checks: string }>`select current_setting('data_checksums') as checks`.execute(db.source)
  return rows[0]?.checks === 'on'
}

async function inSqlite(db: Db): Promise<string[]> {
  const verdicts = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db.source)
  const wrong = verdicts.rows.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok')
  const strays = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db.source)
  const broken = wrong.length === 0 ? await brokenSeals(db) : []
  return [
    ...wrong,
    ...broken.map(
      (table) => `a value in the table ${table} is not what was written: damage, or a change by other means`,
    ),
    ...strays.rows.map(({ table, parent }) => `a row of ${table} refers to nothing in ${parent}`),
  ]
}

async function readThrough(db: Db, table: Table): Promise<void> {
  for await (const rows of rowsOf(db, table)) void rows
}

/** Reading finds damaged pages; the references are kept by the server itself, unless somebody switched that off. */
async function inPostgres(db: Db): Promise<string[]> {
  const problems: string[] = []
  for (const table of await tablesOf(db)) {
    try {
      await db.snapshot((still) => readThrough(still, table))
    } catch (problem) {
      problems.push(`the table ${table.name} cannot be read whole: ${problem instanceof Error ? problem.message : ''}`)
    }
  }
  const loose = await sql<{ name: string }>`
    select conname as name from pg_constraint where contype = 'f' and not convalidated
      and connamespace = current_schema()::regnamespace
    union all
    select t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgenabled = 'D' and c.relnamespace = current_schema()::regnamespace`.execute(db.source)
  return [...problems, ...loose.rows.map(({ name }) => `the guard ${name} has been switched off`)]
}
