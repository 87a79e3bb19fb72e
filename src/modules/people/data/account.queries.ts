import { type Db, reading } from '#platform/db/db.js'
import { ACCOUNT_ROLES, type Account } from '../domain/account.js'
import type { PeopleTables } from './people.tables.js'

type AccountRow = PeopleTables['people_account']

/** An account with what its password is checked against. Never leaves the module. */
export type Credentials = { readonly account: Account; readonly passwordHash: string }

const byName = new Intl.Collator('en-GB', { numeric: true })

/** Every account, active ones first, then by name. */
export async function allAccounts(db: Db): Promise<Account[]> {
  const rows = await reading<PeopleTables>(db).selectFrom('people_account').selectAll().orderBy('id').execute()
  return rows
    .map(accountFrom)
    .toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || byName.compare(a.name, b.name))
}

/** One account. */
export async function accountById(db: Db, id: string): Promise<Account | undefined> {
  return (await credentialsOf(db, 'id', id))?.account
}

/** One account, by the address that it signs in with (in lower case). */
export async function accountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return (await credentialsOf(db, 'email', email))?.account
}

/** The account with its password's hash, to check a password. */
export async function credentialsOf(db: Db, by: 'id' | 'email', value: string): Promise<Credentials | undefined> {
  const row = await reading<PeopleTables>(db)
    .selectFrom('people_account')
    .selectAll()
    .where(by, '=', value)
    .executeTakeFirst()
  return row && { account: accountFrom(row), passwordHash: row.password_hash }
}

/** The name of everyone who has ever had an account, by id. */
export async function accountNames(db: Db): Promise<Map<string, string>> {
  const rows = await reading<PeopleTables>(db).selectFrom('people_account').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** How many people can run the office. */
export async function activeOfficeAccounts(db: Db): Promise<number> {
  const accounts = await allAccounts(db)
  return accounts.filter(({ role, isActive }) => role === 'office' && isActive).length
}

function accountFrom(row: AccountRow): Account {
  const role = ACCOUNT_ROLES.find((each) => each === row.role)
  if (!role) throw new Error(`people_account ${row.id} has the unknown role ${row.role}`)
  const { id, email, name, version } = row
  const isActive = row.is_active === 1
  const mustChangePassword = row.must_change_password === 1
  return { id, email, name, role, organisationId: row.organisation_id, isActive, mustChangePassword, version }
}
