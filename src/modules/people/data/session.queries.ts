import { type Db, reading } from '#platform/db/db.js'
import type { Account } from '../domain/account.js'
import { type Session, WAYS_IN } from '../domain/session.js'
import { accountById } from './account.queries.js'
import type { PeopleTables } from './people.tables.js'

type SessionRow = PeopleTables['people_session']

/** The session that a token's hash belongs to, and whose it is. It may be over. */
export async function sessionByHash(
  db: Db,
  tokenHash: string,
): Promise<{ session: Session; account: Account } | undefined> {
  const row = await reading<PeopleTables>(db)
    .selectFrom('people_session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  const account = row && (await accountById(db, row.account_id))
  return row && account && { session: sessionFrom(row), account }
}

/** Where an account is signed in, last used first. Some may be over. */
export async function sessionsOf(db: Db, accountId: string): Promise<Session[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('is_half', '=', 0)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(sessionFrom)
}

function sessionFrom(row: SessionRow): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    isHalf: row.is_half === 1,
    begunBy: WAYS_IN.find((each) => each === row.begun_by) ?? 'password',
    linkId: row.link_id,
    standingInId: row.standing_in_id,
  }
}
