import { type Tx, writing } from '#platform/db/db.js'
import type { PeopleTables } from './people.tables.js'

/** Removes the sessions that ended before a moment. */
export async function deleteSessionsOverBefore(tx: Tx, moment: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_session').where('expires_at', '<', moment).execute()
}

/** Removes the counts of failed attempts that were last added to before a moment. */
export async function deleteFailuresBefore(tx: Tx, moment: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_throttle').where('last_failed_at', '<', moment).execute()
}
