import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { Obstacle } from '../errors.js'

/** Any number that only this application uses: every server holds it, shared, as long as it runs. */
const SERVING_LOCK = 7_241_167

type Place = { readonly databaseUrl: string | undefined; readonly databaseFile: string }

const AGAIN_AFTER_MS = 5000

/** Says to others that a server is running on this register, until the function that it gives back is called. */
export async function markServed({ databaseUrl }: Place): Promise<() => Promise<void>> {
  // A SQLite register is in use while it is open: nothing to say.
  if (!databaseUrl) return async () => {}
  let isOver = false
  let client: pg.Client | undefined
  const mark = async () => {
    client = new pg.Client({ connectionString: databaseUrl, application_name: 'frankpledge serve' })
    // PostgreSQL was started anew: the server goes on, and so must its mark.
    client.on('error', () => {
      if (!isOver) setTimeout(() => mark().catch(() => {}), AGAIN_AFTER_MS).unref()
    })
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [SERVING_LOCK])
  }
  await mark()
  return async () => {
    isOver = true
    await client?.end().catch(() => {})
  }
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
