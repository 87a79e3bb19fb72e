import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Account } from '../domain/account.js'
import type { PeopleTables } from './people.tables.js'

/** Adds an account with its password's hash. */
export async function insertAccount(
  tx: Tx,
  account: Account,
  { passwordHash, createdAt }: { passwordHash: string | null; createdAt: Date },
): Promise<void> {
  const { id, email, name, organisationId, isActive, version } = account
  await writing<PeopleTables>(tx)
    .insertInto('people_account')
    .values({
      id,
      email,
      name,
      organisation_id: organisationId,
      password_hash: passwordHash ?? '',
      is_active: isActive ? 1 : 0,
      must_change_password: account.mustChangePassword ? 1 : 0,
      created_at: createdAt.toISOString(),
      review_on: account.reviewOn,
      version,
    })
    .execute()
  await saveRoles(tx, account)
}

/** Saves only if nobody else has saved the account since it was read. */
export async function saveAccount(tx: Tx, account: Account): Promise<void> {
  const { name, organisationId, isActive, reviewOn } = account
  const columns = { name, organisation_id: organisationId, is_active: isActive ? 1 : 0, review_on: reviewOn }
  await saveColumns(tx, account, columns)
  await saveRoles(tx, account)
}

async function saveRoles(tx: Tx, { id, roles }: Account): Promise<void> {
  const tables = writing<PeopleTables>(tx)
  await tables.deleteFrom('people_role').where('account_id', '=', id).execute()
  for (const { role, from, until } of roles)
    await tables.insertInto('people_role').values({ account_id: id, role, from_on: from, until_on: until }).execute()
}

/** Puts a new password in the place of the old, unless the account has changed since it was read. */
export async function savePassword(
  tx: Tx,
  account: Account,
  { passwordHash, mustChange }: { passwordHash: string; mustChange: boolean },
): Promise<void> {
  await saveColumns(tx, account, { password_hash: passwordHash, must_change_password: mustChange ? 1 : 0 })
}

async function saveColumns(
  tx: Tx,
  { id, version }: Account,
  columns: Partial<PeopleTables['people_account']>,
): Promise<void> {
  const { numUpdatedRows } = await writing<PeopleTables>(tx)
    .updateTable('people_account')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`people.account:${id}`)
}
