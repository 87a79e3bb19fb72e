import { type Db, reading } from '#platform/db/db.js'
import type { Failures } from '../domain/throttle.js'
import type { PeopleTables } from './people.tables.js'

/** What is known of failed attempts under each of these keys. */
export async function failuresOf(db: Db, keys: readonly string[]): Promise<Map<string, Failures>> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_throttle')
    .selectAll()
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, { failures: row.failures, lastFailedAt: new Date(row.last_failed_at) }]))
}
