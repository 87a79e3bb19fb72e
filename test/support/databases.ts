import { randomBytes } from 'node:crypto'
import { after, afterEach, before, describe } from 'node:test'
import pg from 'pg'
import { MIGRATIONS } from '#migrations/all.js'
import type { Db } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'

/** An empty register with every table, in memory or in a file. */
export async function openTestDb(file = ':memory:'): Promise<Db> {
  const db = openSqlite(file)
  await migrate(db, MIGRATIONS)
  return db
}

/** Opens a fresh, empty register on the engine under test. It is closed after the test. */
export type OpenFresh = () => Promise<Db>

/**
 * The same tests on every engine named in DATABASES ('sqlite,postgres'; SQLite alone when it is not set).
 * PostgreSQL is the server at TEST_POSTGRES_URL; each test gets a schema of its own.
 */
export function describeOnEachDatabase(name: string, tests: (open: OpenFresh) => void): void {
  for (const engine of (process.env.DATABASES ?? 'sqlite').split(',')) {
    describe(`${name} (${engine})`, () => {
      const opened: Db[] = []
      afterEach(async () => {
        for (const db of opened.splice(0)) await db.close()
      })
      tests(engine === 'postgres' ? freshPostgres(opened) : freshSqlite(opened))
    })
  }
}

function freshSqlite(opened: Db[]): OpenFresh {
  return async () => {
    const db = await openTestDb()
    opened.push(db)
    return db
  }
}

function freshPostgres(opened: Db[]): OpenFresh {
  const url = process.env.TEST_POSTGRES_URL ?? ''
  const schemas: string[] = []
  const admin = new pg.Client({ connectionString: url })
  before(() => admin.connect())
  after(async () => {
    for (const schema of schemas) await admin.query(`drop schema if exists ${schema} cascade`)
    await admin.end()
  })
  return async () => {
    const schema = `test_${randomBytes(6).toString('hex')}`
    schemas.push(schema)
    await admin.query(`create schema ${schema}`)
    const db = openPostgres(url, schema)
    opened.push(db)
    await migrate(db, MIGRATIONS)
    return db
  }
}
