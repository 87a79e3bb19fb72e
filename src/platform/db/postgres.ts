import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './db.js'
import { dbOver } from './open.js'
import { keepableOnly } from './unkeepable.js'

/** Any number that only this application uses: writers take turns on it, as they do on SQLite. */
const WRITER_LOCK = 7_241_166

/** Opens the register in PostgreSQL 15 or newer. `schema` keeps tests apart. */
export function openPostgres(url: string, schema = 'public'): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options: `-c search_path=${schema} -c timezone=UTC`,
    types: { getTypeParser },
  })
  // An idle connection that the server drops is replaced at the next query.
  pool.on('error', () => {})
  // So is one that it drops in the middle of our work: that work fails and says so, and the server goes on.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown
    const checked = (text: unknown, values: readonly unknown[] = []) => query(text, keepableOnly(values))
    Object.assign(client, { query: checked })
  })
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  return dbOver('postgres', database, database, {
    onBegin: async (trx) => {
      await trx.executeQuery(CompiledQuery.raw(`select pg_advisory_xact_lock(${WRITER_LOCK})`))
    },
  })
}

/** Whole numbers and exact numbers arrive as text from PostgreSQL; here they are numbers, as on SQLite. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number
  return pg.types.getTypeParser(oid, format ?? 'text')
}
