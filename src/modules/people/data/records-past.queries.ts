import { type Db, reading } from '#platform/db/db.js'
import type { PeopleTables } from './people.tables.js'

/** How many sessions ended before a moment. */
export async function sessionsOverBefore(db: Db, moment: string): Promise<number> {
  const sessions = reading<PeopleTables>(db).selectFrom('people_session').select('id')
  return (await sessions.where('expires_at', '<', moment).execute()).length
}

/** How many counts of failed attempts were last added to before a moment. */
export async function failuresBefore(db: Db, moment: string): Promise<number> {
  const failures = reading<PeopleTables>(db).selectFrom('people_throttle').select('key')
  return (await failures.where('last_failed_at', '<', moment).execute()).length
}

/** How many links were taken, withdrawn or past their last day before a moment. */
export async function linksOverBefore(db: Db, moment: string): Promise<number> {
  const links = reading<PeopleTables>(db).selectFrom('people_link').select('id')
  const over = links.where((link) => link.or([link('ended_at', '<', moment), link('expires_at', '<', moment)]))
  return (await over.execute()).length
}
