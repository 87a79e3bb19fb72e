import { type Tx, writing } from '#platform/db/db.js'
import type { Link } from '../domain/link.js'
import type { PeopleTables } from './people.tables.js'

/** Keeps a new link: its hash, and itself sealed until it was passed on. */
export async function insertLink(tx: Tx, link: Link, kept: { tokenHash: string; sealed: string }): Promise<void> {
  await writing<PeopleTables>(tx)
    .insertInto('people_link')
    .values({
      id: link.id,
      token_hash: kept.tokenHash,
      account_id: link.accountId,
      kind: link.kind,
      made_by: link.madeBy,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
      ended_at: null,
      sealed: kept.sealed,
    })
    .execute()
}

/** Ends a link: taken, or withdrawn. */
export async function endLinkAt(tx: Tx, id: string, endedAt: string): Promise<void> {
  await writing<PeopleTables>(tx)
    .updateTable('people_link')
    .set({ ended_at: endedAt, sealed: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Forgets the link itself: it was passed on, and the hash is enough. */
export async function forgetSealedLink(tx: Tx, id: string): Promise<void> {
  await writing<PeopleTables>(tx).updateTable('people_link').set({ sealed: null }).where('id', '=', id).execute()
}

/** Keeps a one-time code for the first account. */
export async function insertSetUpCode(tx: Tx, codeHash: string, madeAt: string): Promise<void> {
  await writing<PeopleTables>(tx).insertInto('people_set_up').values({ code_hash: codeHash, made_at: madeAt }).execute()
}

/** No code makes a first account any more: there is one. */
export async function deleteSetUpCodes(tx: Tx): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_set_up').execute()
}
