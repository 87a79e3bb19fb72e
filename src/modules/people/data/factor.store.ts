import { type Tx, writing } from '#platform/db/db.js'
import type { Factor, Passkey } from '../domain/factor.js'
import type { PeopleTables } from './people.tables.js'

/** Keeps an authenticator app, its secret sealed, in place of the one before. */
export async function saveFactor(tx: Tx, factor: Factor & { readonly secret: string }): Promise<void> {
  const columns = {
    secret: factor.secret,
    begun_at: factor.begunAt,
    confirmed_at: factor.confirmedAt,
    last_step: factor.lastStep,
  }
  await writing<PeopleTables>(tx)
    .insertInto('people_factor')
    .values({ account_id: factor.accountId, ...columns })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(columns))
    .execute()
}

/** Takes an authenticator app away. */
export async function deleteFactor(tx: Tx, accountId: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_factor').where('account_id', '=', accountId).execute()
}

/** Takes recovery codes away, those still to be written down too. */
export async function deleteRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  for (const table of ['people_recovery_code', 'people_shown_codes'] as const)
    await writing<PeopleTables>(tx).deleteFrom(table).where('account_id', '=', accountId).execute()
}

/** Keeps recovery codes, sealed, until they were written down. */
export async function saveShownCodes(tx: Tx, accountId: string, sealed: string): Promise<void> {
  await writing<PeopleTables>(tx).insertInto('people_shown_codes').values({ account_id: accountId, sealed }).execute()
}

/** Forgets recovery codes that were written down; their hashes stay. */
export async function deleteShownCodes(tx: Tx, accountId: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_shown_codes').where('account_id', '=', accountId).execute()
}

/** Keeps a new passkey. */
export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<void> {
  await writing<PeopleTables>(tx)
    .insertInto('people_passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      name: passkey.name,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports.join(' '),
      made_at: passkey.madeAt,
      used_at: passkey.usedAt,
    })
    .execute()
}

/** Notes that a passkey was used, and how often its device says that it was. */
export async function notePasskey(tx: Tx, id: string, { counter, usedAt }: { counter: number; usedAt: string }) {
  await writing<PeopleTables>(tx)
    .updateTable('people_passkey')
    .set({ counter, used_at: usedAt })
    .where('id', '=', id)
    .execute()
}

/** Takes a passkey away. */
export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_passkey').where('id', '=', id).execute()
}

/** Takes every passkey of an account away. */
export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_passkey').where('account_id', '=', accountId).execute()
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
