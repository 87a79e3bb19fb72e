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

/** Removes the links that were taken, withdrawn or past their last day before a moment. */
export async function deleteLinksOverBefore(tx: Tx, moment: string): Promise<void> {
  const links = writing<PeopleTables>(tx).deleteFrom('people_link')
  await links.where((link) => link.or([link('ended_at', '<', moment), link('expires_at', '<', moment)])).execute()
}
