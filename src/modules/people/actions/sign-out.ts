import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountByEmail } from '../data/account.queries.js'
import { sessionByHash, sessionsOf } from '../data/session.queries.js'
import { deleteSession, deleteSessionsOf } from '../data/session.store.js'
import { emailOf } from '../domain/account.js'
import { tokenHash } from './begin-session.js'

/** Ends the session of this browser, and says whether it was begun by the sign-in service, which may go on. */
export async function signOut(
  deps: Deps,
  actor: Actor,
  { token }: { token: string },
): Promise<{ cameFromElsewhere: boolean }> {
  requirePermission(actor, 'people:sign-in')
  return deps.db.transaction(async (tx) => {
    const known = await sessionByHash(tx, tokenHash(token))
    if (!known) return { cameFromElsewhere: false }
    await deleteSession(tx, known.session.id)
    await deps.audit(tx, actor, { action: 'people.sign-out', subject: `people.account:${known.account.id}` })
    return { cameFromElsewhere: known.session.begunBy.startsWith('provider') }
  })
}

/** Ends one of one's own sessions, in whichever browser it is. */
export async function endSession(deps: Deps, actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  requirePermission(actor, 'people:own-account')
  await deps.db.transaction(async (tx) => {
    const own = await sessionsOf(tx, actor.id)
    const session = found(own.find(({ id }) => id === sessionId))
    await deleteSession(tx, session.id)
    await deps.audit(tx, actor, { action: 'people.end-session', subject: `people.account:${actor.id}` })
  })
}

/** Ends every session of one's own account, this one too, and says how many there were. */
export async function signOutEverywhere(deps: Deps, actor: Actor): Promise<number> {
  requirePermission(actor, 'people:own-account')
  return endAll(deps, actor, actor.id)
}

/** Ends every session of somebody else's account, and says how many there were. */
export async function signOutAccount(deps: Deps, actor: Actor, { email }: { email: string }): Promise<number> {
  requirePermission(actor, 'people:manage')
  const account = found(await accountByEmail(deps.db, emailOf(email) ?? ''), `There is no account ${email}`)
  return endAll(deps, actor, account.id)
}

function endAll(deps: Deps, actor: Actor, accountId: string): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const sessions = await deleteSessionsOf(tx, accountId)
    await deps.audit(tx, actor, {
      action: 'people.sign-out-everywhere',
      subject: `people.account:${accountId}`,
      detail: { sessions },
    })
    return sessions
  })
}
