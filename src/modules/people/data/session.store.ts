import { type Tx, writing } from '#platform/db/db.js'
import { idleSince, type Session } from '../domain/session.js'
import type { PeopleTables } from './people.tables.js'

export async function insertSession(tx: Tx, session: Session, tokenHash: string): Promise<void> {
  await writing<PeopleTables>(tx)
    .insertInto('people_session')
    .values({
      id: session.id,
      token_hash: tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
      address: session.address,
      is_half: session.isHalf ? 1 : 0,
      begun_by: session.begunBy,
      link_id: session.linkId,
      standing_in_id: session.standingInId,
    })
    .execute()
}

/** Notes that a session was used. */
export async function noteSession(tx: Tx, id: string, seenAt: Date): Promise<void> {
  await writing<PeopleTables>(tx)
    .updateTable('people_session')
    .set({ seen_at: seenAt.toISOString() })
    .where('id', '=', id)
    .execute()
}

/** Notes by which arrangement a session's person acts for somebody else; null for none. */
export async function setStandingIn(tx: Tx, id: string, standInId: string | null): Promise<void> {
  await writing<PeopleTables>(tx)
    .updateTable('people_session')
    .set({ standing_in_id: standInId })
    .where('id', '=', id)
    .execute()
}

/** Ends every session that a link began. */
export async function deleteSessionsByLink(tx: Tx, linkId: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_session').where('link_id', '=', linkId).execute()
}

/** Ends one session. */
export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await writing<PeopleTables>(tx).deleteFrom('people_session').where('id', '=', id).execute()
}

/** Ends all of an account's sessions, or all but one, and says how many there were. */
export async function deleteSessionsOf(tx: Tx, accountId: string, except = ''): Promise<number> {
  const { numDeletedRows } = await writing<PeopleTables>(tx)
    .deleteFrom('people_session')
    .where('account_id', '=', accountId)
    .where('id', '!=', except)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Sweeps up every session that is over. */
export async function deleteSessionsOver(tx: Tx, now: Date): Promise<void> {
  await writing<PeopleTables>(tx)
    .deleteFrom('people_session')
    .where((session) =>
      session.or([
        session('seen_at', '<=', idleSince(now).toISOString()),
        session('expires_at', '<=', now.toISOString()),
      ]),
    )
    .execute()
}
