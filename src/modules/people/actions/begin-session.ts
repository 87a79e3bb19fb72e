import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { sessionByHash } from '../data/session.queries.js'
import { deleteSession, deleteSessionsOver, insertSession } from '../data/session.store.js'
import { type BegunBy, codeDue, latestEnd, type Session } from '../domain/session.js'

/** What the register keeps of a session's token: nobody who reads the register can use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whose session begins, where, and how they came in. */
export type Beginning = Pick<Session, 'accountId' | 'address'> & {
  readonly isHalf?: boolean
  readonly begunBy?: BegunBy
  /** A session that a link began is over when the link is. */
  readonly link?: { readonly id: string; readonly expiresAt: string }
}

/** Begins a session in the transaction of what it follows from; the token (256 random bits) goes to the browser only. */
export async function beginSession(
  deps: Deps,
  tx: Tx,
  { accountId, address, isHalf = false, begunBy = 'password', link }: Beginning,
): Promise<{ token: string }> {
  const now = deps.now()
  const token = randomBytes(32).toString('base64url')
  const moment = now.toISOString()
  const latest = (isHalf ? codeDue(now) : latestEnd(now)).toISOString()
  const session: Session = {
    id: deps.newId(),
    accountId,
    createdAt: moment,
    seenAt: moment,
    expiresAt: link && link.expiresAt < latest ? link.expiresAt : latest,
    linkId: link?.id ?? null,
    standingInId: null,
    ...{ address, isHalf, begunBy },
  }
  await deleteSessionsOver(tx, now)
  await insertSession(tx, session, tokenHash(token))
  return { token }
}

/** Whoever was signed in in this browser no longer is. */
export async function endPrevious(tx: Tx, previousToken: string | undefined): Promise<void> {
  const previous = previousToken ? await sessionByHash(tx, tokenHash(previousToken)) : undefined
  if (previous) await deleteSession(tx, previous.session.id)
}
