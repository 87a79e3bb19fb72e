import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { Obstacle } from '../errors.js'
import { damageIn } from './damage.js'

/** Any number that only this application uses: every server holds it, shared, as long as it runs. */
const SERVING_LOCK = 7_241_167

type Place = { readonly databaseUrl: string | undefined; readonly databaseFile: string }

const LOOK_EVERY_MS = 10_000

/** Says to others that a server is running on this register, until the function that it gives back is called. */
export async function markServed({ databaseUrl }: Place): Promise<() => Promise<void>> {
  // A SQLite register is in use while it is open: nothing to say.
  if (!databaseUrl) return async () => {}
  let marker = await marked(databaseUrl)
  let renewing: Promise<void> | undefined
  const renew = async () => {
    await marker.end().catch(() => {})
    marker = await marked(databaseUrl)
  }
  // PostgreSQL may be started anew: the server goes on, and so must its mark.
  const timer = setInterval(() => {
    renewing ??= marker
      .query('select 1')
      .then(() => {}, renew)
      .catch(() => {})
      .finally(() => {
        renewing = undefined
      })
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await renewing
    await marker.end().catch(() => {})
  }
}

async function marked(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'frankpledge serve' })
  client.on('error', () => {})
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [SERVING_LOCK])
  return client
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

/**
 * Leaving write-ahead mode needs to be alone with the file, and folds the log into it. A file that is too damaged for
 * that counts as free: a backup must be able to take its place.
 */
export function isOpen(register: string): boolean {
  const database = new DatabaseSync(register)
  try {
    database.exec('pragma journal_mode = delete')
    return false
  } catch (problem) {
    return damageIn(problem) === undefined
  } finally {
    database.close()
  }
}
