import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { Obstacle } from '../errors.js'

/** Any number that only this application uses: every server holds it, shared, as long as it runs. */
const SERVING_LOCK = 7_241_167

type Place = { readonly databaseUrl: string | undefined; readonly databaseFile: string }

/** Says to others that a server is running on this register, until the function that it gives back is called. */
export async function markServed({ databaseUrl }: Place): Promise<() => Promise<void>> {
  // A SQLite register is in use while it is open: nothing to say.
  if (!databaseUrl) return async () => {}
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'frankpledge serve' })
  // A server that PostgreSQL lost sight of still runs: it must not end for the sake of this mark.
  client.on('error', () => {})
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [SERVING_LOCK])
  return () => client.end().catch(() => {})
}

/** Refuses while a server runs on this register: what people would write to it meanwhile would be left behind. */
export async function refuseWhileServed({ databaseUrl, databaseFile }: Place): Promise<void> {
  const isServed = databaseUrl
    ? await isServedByPostgres(databaseUrl)
    : existsSync(databaseFile) && isOpen(databaseFile)
  if (isServed) throw new Obstacle('The register is in use: stop the server first.')
}

async function isServedByPostgres(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [SERVING_LOCK])
    return rows[0]?.free !== true
  } finally {
    await client.end()
  }
}

/** Leaving write-ahead mode needs to be alone with the file, and folds the log into it. */
export function isOpen(register: string): boolean {
  const database = new DatabaseSync(register)
  try {
    database.exec('pragma journal_mode = delete')
    return false
  } catch {
    return true
  } finally {
    database.close()
  }
}
