import type { DatabaseSync, Session } from 'node:sqlite'
import { sql } from 'kysely'
import { SEALS, type Table, tablesOf } from './catalogue.js'
import { damageIn } from './damage.js'
import type { Db } from './db.js'
import { sumsOfChanges } from './read-changes.js'
import { cellOf, SealSum } from './seal-sum.js'
import { rowsOf } from './table-rows.js'

/**
 * Keeps a seal on every table of a SQLite register: a sum over all its values, brought up to date in each transaction by
 * what that changed. SQLite itself does not notice when a byte of a value turns; PostgreSQL has checksums of its pages.
 * See ADR 0033.
 */
export class Seals {
  readonly #writer: DatabaseSync
  #session: Session | undefined
  #isAnew = false

  constructor(writer: DatabaseSync) {
    this.#writer = writer
  }

  /** At the beginning of a transaction. A register that has no seals yet gets them when its schema is next looked at. */
  begin(): void {
    this.#end()
    if (isSealed(this.#writer)) this.#session = this.#writer.createSession()
  }

  /** From here to the end of this transaction nothing is followed: at its end all seals are worked out anew. */
  anew(): void {
    this.#end()
    this.#isAnew = true
  }

  /** At the end of a transaction, as part of it. */
  async settle(db: Db): Promise<void> {
    if (this.#isAnew) await sealAll(db)
    else if (this.#session) this.#apply(this.#session.changeset())
    this.#end()
  }

  #apply(list: Uint8Array): void {
    if (list.length === 0) return
    const add = this.#writer.prepare(
      `insert into ${SEALS} (name, a, b) values (?, ?, ?)
       on conflict (name) do update set a = (a + excluded.a) & 4294967295, b = (b + excluded.b) & 4294967295`,
    )
    for (const [name, { a, b }] of sumsOfChanges(list)) add.run(name, a, b)
    this.#writer.exec(NOTE_TRAIL)
  }

  #end(): void {
    this.#session?.close()
    this.#session = undefined
    this.#isAnew = false
  }
}

/** Where the audit trail ended when the seals were last kept: a program that knows none of them goes on without them. */
const NOTE_TRAIL = `insert into ${SEALS} (name, a, b) select '', seq, 0 from audit_head where true
  on conflict (name) do update set a = excluded.a where a <> excluded.a`

function isSealed(database: DatabaseSync): boolean {
  return database.prepare('select 1 from sqlite_schema where name = ?').get(SEALS) !== undefined
}

async function sealAll(db: Db): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db.source)
  await run(
    `create table if not exists ${SEALS} (name text primary key, a integer not null, b integer not null) strict`,
  )
  await run(`delete from ${SEALS}`)
  for (const table of await tablesOf(db)) {
    const { a, b } = await sumOf(db, table)
    await sql`insert into ${sql.table(SEALS)} (name, a, b) values (${table.name}, ${a}, ${b})`.execute(db.source)
  }
  await run(NOTE_TRAIL)
}

async function sumOf(db: Db, table: Table): Promise<SealSum> {
  const { rows: columns } = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${table.name}) order by cid`.execute(db.source)
  const isKey = columns.map(({ pk }) => pk > 0)
  const sum = new SealSum(table.name)
  for await (const rows of rowsOf(db, table)) {
    for (const row of rows) {
      const cells = columns.map(({ name }) => cellOf(row[name]))
      sum.row(1, cells, isKey)
    }
  }
  return sum
}

/** What cannot be read is broken, too. */
function unlessDamaged(problem: unknown): undefined {
  if (damageIn(problem) === undefined) throw problem
}

type Kept = { name: string; a: number; b: number }

async function keptSeals(db: Db): Promise<ReadonlyMap<string, Kept> | undefined> {
  const there = await sql`select 1 from sqlite_schema where name = ${SEALS}`.execute(db.source)
  if (there.rows.length === 0) return undefined
  const { rows } = await sql<Kept>`select name, a, b from ${sql.table(SEALS)}`.execute(db.source)
  const seals = new Map(rows.map((row) => [row.name, row]))
  const head = await sql<{ seq: number }>`select seq from audit_head`.execute(db.source)
  return seals.get('')?.a === (head.rows[0]?.seq ?? 0) ? seals : undefined
}

/** Sees to it that a SQLite register has seals which this program has kept ever since. */
export async function keepSealed(db: Db): Promise<void> {
  if (db.engine !== 'sqlite' || (await keptSeals(db))) return
  await db.transaction(async (tx) => tx.sealAnew?.())
}

/** The tables of a SQLite register whose values are not what this program last wrote; none where it has no seals yet. */
export async function brokenSeals(db: Db): Promise<string[]> {
  return db.snapshot(async (still) => {
    const seals = await keptSeals(still)
    if (!seals) return []
    const broken: string[] = []
    for (const table of await tablesOf(still)) {
      const sum = await sumOf(still, table).catch(unlessDamaged)
      const kept = seals.get(table.name) ?? { a: 0, b: 0 }
      if (!sum || kept.a !== sum.a || kept.b !== sum.b) broken.push(table.name)
    }
    return broken
  })
}
