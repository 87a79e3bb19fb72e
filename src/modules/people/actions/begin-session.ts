import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { deleteSessionsOver, insertSession } from '../data/session.store.js'
import { codeDue, latestEnd, type Session } from '../domain/session.js'

/** What the register keeps of a session's token: nobody who reads the register can use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Begins a session in the transaction of what it follows from; the token (256 random bits) goes to the browser only. */
export async function beginSession(
  deps: Deps,
  tx: Tx,
  { accountId, address, isHalf = false }: Pick<Session, 'accountId' | 'address'> & { readonly isHalf?: boolean },
): Promise<{ token: string }> {
  const now = deps.now()
  const token = randomBytes(32).toString('base64url')
  const moment = now.toISOString()
  const session: Session = {
    id: deps.newId(),
    accountId,
    createdAt: moment,
    seenAt: moment,
    expiresAt: (isHalf ? codeDue(now) : latestEnd(now)).toISOString(),
    ...{ address, isHalf },
  }
  await deleteSessionsOver(tx, now)
  await insertSession(tx, session, tokenHash(token))
  return { token }
}
