import { type Db, reading } from '#platform/db/db.js'
import type { Factor, Passkey } from '../domain/factor.js'
import type { PeopleTables } from './people.tables.js'

/** The authenticator app of an account, confirmed or only begun. Its secret is sealed. */
export async function sealedFactorOf(
  db: Db,
  accountId: string,
): Promise<(Factor & { readonly secret: string }) | undefined> {
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

/** The passkeys of an account, oldest first. */
export async function passkeysOf(db: Db, accountId: string): Promise<Passkey[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports.split(' ').filter(Boolean),
    madeAt: row.made_at,
    usedAt: row.used_at,
  }))
}

/** Whether an account has a second factor that works: a confirmed app, or a passkey. */
export async function hasFactor(db: Db, accountId: string): Promise<boolean> {
  return Boolean((await sealedFactorOf(db, accountId))?.confirmedAt) || (await passkeysOf(db, accountId)).length > 0
}

/** The recovery codes that are still to be written down, sealed. */
export async function sealedCodesOf(db: Db, accountId: string): Promise<string | undefined> {
  const row = await reading<PeopleTables>(db)
    .selectFrom('people_shown_codes')
    .select('sealed')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.sealed
}

/** Everyone who has an authenticator app, to seal their secrets anew. */
export async function accountsWithFactor(db: Db): Promise<string[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_factor')
    .select('account_id')
    .orderBy('account_id')
    .execute()
  return rows.map(({ account_id }) => account_id)
}
