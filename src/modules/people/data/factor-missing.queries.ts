import { type Db, reading } from '#platform/db/db.js'
import type { PeopleTables } from './people.tables.js'

/** How many accounts that can sign in have no second factor that works: no confirmed app, and no passkey. */
export async function accountsWithoutFactor(db: Db): Promise<number> {
  const tables = reading<PeopleTables>(db)
  const confirmed = tables.selectFrom('people_factor').select('account_id').where('confirmed_at', 'is not', null)
  const accounts = await tables
    .selectFrom('people_account')
    .select('id')
    .where('is_active', '=', 1)
    .where('id', 'not in', confirmed)
    .where('id', 'not in', tables.selectFrom('people_passkey').select('account_id'))
    .execute()
  return accounts.length
}
