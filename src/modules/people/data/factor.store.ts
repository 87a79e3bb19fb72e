import { type Tx, writing } from '#platform/db/db.js'
import type { Factor } from '../domain/factor.js'
import type { PeopleTables } from './people.tables.js'

/** Keeps a factor in place of the one before. */
export async function saveFactor(tx: Tx, factor: Factor): Promise<void> {
  const columns = {
    secret: factor.secret,
    begun_at: factor.begunAt,
    confirmed_at: factor.confirmedAt,
    shown_codes: factor.shownCodes.length > 0 ? factor.shownCodes.join(' ') : null,
    last_step: factor.lastStep,
  }
  await writing<PeopleTables>(tx)
    .insertInto('people_factor')
    .values({ account_id: factor.accountId, ...columns })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(columns))
    .execute()
}

/** Takes a factor away with its recovery codes. */
export async function deleteFactor(tx: Tx, accountId: string): Promise<void> {
  for (const table of ['people_recovery_code', 'people_factor'] as const)
    await writing<PeopleTables>(tx).deleteFrom(table).where('account_id', '=', accountId).execute()
}

/** Keeps new recovery codes in place of all before. */
export async function saveRecoveryHashes(tx: Tx, accountId: string, hashes: readonly string[]): Promise<void> {
  const tables = writing<PeopleTables>(tx)
  await tables.deleteFrom('people_recovery_code').where('account_id', '=', accountId).execute()
  for (const code_hash of hashes)
    await tables
      .insertInto('people_recovery_code')
      .values({ account_id: accountId, code_hash, used_at: null })
      .execute()
}

/** Uses up a recovery code; false if it was used meanwhile. */
export async function useRecoveryHash(tx: Tx, accountId: string, hash: string, usedAt: string): Promise<boolean> {
  const { numUpdatedRows } = await writing<PeopleTables>(tx)
    .updateTable('people_recovery_code')
    .set({ used_at: usedAt })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
