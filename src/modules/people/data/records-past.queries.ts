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
