import { type Tx, writing } from '#platform/db/db.js'
import type { LinkedIdentity } from './identity.queries.js'
import type { PeopleTables } from './people.tables.js'

/** Links an account with who its owner is at a sign-in service. */
export async function insertIdentity(tx: Tx, identity: LinkedIdentity): Promise<void> {
  const { issuer, subject, accountId, linkedAt } = identity
  await writing<PeopleTables>(tx)
    .insertInto('people_identity')
    .values({ issuer, subject, account_id: accountId, linked_at: linkedAt })
    .execute()
}

/** Takes every link of an account with a sign-in service away. */
export async function deleteIdentitiesOf(tx: Tx, accountId: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_identity').where('account_id', '=', accountId).execute()
}
