import { type Db, reading } from '#platform/db/db.js'
import type { Account } from '../domain/account.js'
import { accountById } from './account.queries.js'
import type { PeopleTables } from './people.tables.js'

/** Who somebody is at a sign-in service. */
export type Who = { readonly issuer: string; readonly subject: string }

/** A link between an account and who its owner is at a sign-in service. */
export type LinkedIdentity = Who & { readonly accountId: string; readonly linkedAt: string }

/** The account that somebody at a sign-in service is linked with. */
export async function accountLinkedWith(db: Db, { issuer, subject }: Who): Promise<Account | undefined> {
  const row = await reading<PeopleTables>(db)
    .selectFrom('people_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && accountById(db, row.account_id)
}

/** Who an account is at sign-in services. */
export async function identitiesOf(db: Db, accountId: string): Promise<LinkedIdentity[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_identity')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('linked_at')
    .orderBy('subject')
    .execute()
  return rows.map((row) => ({
    issuer: row.issuer,
    subject: row.subject,
    accountId: row.account_id,
    linkedAt: row.linked_at,
  }))
}
