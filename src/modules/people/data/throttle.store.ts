import { type Tx, writing } from '#platform/db/db.js'
import { type Failures, FORGOTTEN_AFTER_SECONDS } from '../domain/throttle.js'
import type { PeopleTables } from './people.tables.js'

/** Keeps how often attempts under a key have failed. */
export async function saveFailures(tx: Tx, key: string, { failures, lastFailedAt }: Failures): Promise<void> {
  const columns = { failures, last_failed_at: lastFailedAt.toISOString() }
  await writing<PeopleTables>(tx)
    .insertInto('people_throttle')
    .values({ key, ...columns })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
    .execute()
}

/** Takes back one failure that was counted before the password proved right. */
export async function takeBackFailure(tx: Tx, key: string): Promise<void> {
  await writing<PeopleTables>(tx)
    .updateTable('people_throttle')
    .set((row) => ({ failures: row('failures', '-', 1) }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute()
}

/** Forgets the failures under a key. */
export async function deleteFailures(tx: Tx, key: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_throttle').where('key', '=', key).execute()
}

/** Sweeps up what is long forgotten. */
export async function deleteOldFailures(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_SECONDS * 1000).toISOString()
  await writing<PeopleTables>(tx).deleteFrom('people_throttle').where('last_failed_at', '<=', before).execute()
}
