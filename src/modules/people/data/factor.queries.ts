import { type Db, reading } from '#platform/db/db.js'
import type { Factor } from '../domain/factor.js'
import type { PeopleTables } from './people.tables.js'

/** The second factor of an account, confirmed or only begun. */
export async function factorOf(db: Db, accountId: string): Promise<Factor | undefined> {
  const row = await reading<PeopleTables>(db)
    .selectFrom('people_factor')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return (
    row && {
      accountId: row.account_id,
      secret: row.secret,
      begunAt: row.begun_at,
      confirmedAt: row.confirmed_at,
      shownCodes: row.shown_codes?.split(' ') ?? [],
      lastStep: row.last_step,
    }
  )
}

/** The hashes of the recovery codes that were not used yet. */
export async function unusedRecoveryHashes(db: Db, accountId: string): Promise<string[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  return rows.map(({ code_hash }) => code_hash)
}
