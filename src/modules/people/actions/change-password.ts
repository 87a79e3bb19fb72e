import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { credentialsOf } from '../data/account.queries.js'
import { savePassword } from '../data/account.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import type { PasswordRefusal } from '../domain/password.js'
import { beginSession } from './begin-session.js'
import { checkPassword } from './check-password.js'
import { attemptOf, type CameBy, countAttempt, forgiveAttempt, type MustWait } from './count-attempt.js'
import { hashPassword, isRightPassword } from './hash-password.js'

/** The password until now, the one from now on, and where the request came from. */
export type ChangePasswordRequest = CameBy & { readonly current: string; readonly next: string }

/** Why one's password was not changed. */
export type ChangePasswordRefusal = { readonly code: 'wrong' } | MustWait | PasswordRefusal

/** Changes one's own password, signs out every browser, and begins a new session in this one. */
export async function changePassword(
  deps: Deps,
  actor: Actor,
  { current, next, ...cameBy }: ChangePasswordRequest,
): Promise<Result<{ token: string }, ChangePasswordRefusal>> {
  requirePermission(actor, 'people:own-account')
  const { account, passwordHash } = found(await credentialsOf(deps.db, 'id', actor.id))
  const problem = await checkPassword(deps, next, account)
  if (problem) return err(problem)
  // Whoever finds a browser left open must not be able to guess the password here either.
  const attempt = attemptOf(deps, account.email, cameBy)
  const counted = await deps.db.transaction((tx) => countAttempt(tx, attempt, deps.now()))
  if (!counted.ok) return counted
  if (!passwordHash || !(await isRightPassword(current, passwordHash))) return err({ code: 'wrong' })
  const hash = await hashPassword(next)
  return deps.db.transaction(async (tx) => {
    await forgiveAttempt(tx, attempt)
    await savePassword(tx, account, { passwordHash: hash, mustChange: false })
    await deleteSessionsOf(tx, account.id)
    await deps.audit(tx, actor, { action: 'people.change-password', subject: `people.account:${account.id}` })
    return ok(await beginSession(deps, tx, { accountId: account.id, address: cameBy.address }))
  })
}
