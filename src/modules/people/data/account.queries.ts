import { type IsoDate, isoDate } from '#kernel/dates.js'
import { ACCOUNT_ROLES } from '#kernel/roles.js'
import { type Db, reading } from '#platform/db/db.js'
import { type Account, isReviewDue, type RoleTerm } from '../domain/account.js'
import type { PeopleTables } from './people.tables.js'

type AccountRow = PeopleTables['people_account']

/** An account with what its password is checked against; null without a password. Never leaves the module. */
export type Credentials = { readonly account: Account; readonly passwordHash: string | null }

const byName = new Intl.Collator('en-GB', { numeric: true })

/** Every account, active ones first, then by name. */
export async function allAccounts(db: Db): Promise<Account[]> {
  const tables = reading<PeopleTables>(db)
  const rows = await tables.selectFrom('people_account').selectAll().orderBy('id').execute()
  const terms = await tables.selectFrom('people_role').selectAll().orderBy('account_id').orderBy('role').execute()
  const byAccount = Map.groupBy(terms, ({ account_id }) => account_id)
  return rows
    .map((row) => accountFrom(row, byAccount.get(row.id) ?? []))
    .toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || byName.compare(a.name, b.name))
}

/** How many accounts have roles that somebody must look at again. */
export async function accountsToReview(db: Db, today: IsoDate): Promise<number> {
  return (await allAccounts(db)).filter((account) => isReviewDue(account, today)).length
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
  const tables = reading<PeopleTables>(db)
  const row = await tables.selectFrom('people_account').selectAll().where(by, '=', value).executeTakeFirst()
  if (!row) return undefined
  const terms = await tables.selectFrom('people_role').selectAll().where('account_id', '=', row.id).execute()
  return { account: accountFrom(row, terms), passwordHash: row.password_hash || null }
}

/** The name of everyone who has ever had an account, by id. */
export async function accountNames(db: Db): Promise<Map<string, string>> {
  const rows = await reading<PeopleTables>(db).selectFrom('people_account').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function accountFrom(row: AccountRow, terms: readonly PeopleTables['people_role'][]): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: ACCOUNT_ROLES.flatMap((role) =>
      terms.filter((term) => term.role === role).map((term) => ({ role, ...daysOf(term) })),
    ),
    organisationId: row.organisation_id,
    isActive: row.is_active === 1,
    mustChangePassword: row.must_change_password === 1,
    reviewOn: dayOrNull(row.review_on),
    version: row.version,
  }
}

function daysOf({ from_on, until_on }: PeopleTables['people_role']): Omit<RoleTerm, 'role'> {
  return { from: isoDate(from_on), until: dayOrNull(until_on) }
}

const dayOrNull = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text))
