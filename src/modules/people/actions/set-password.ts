import { randomInt } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById } from '../data/account.queries.js'
import { savePassword } from '../data/account.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import type { Account } from '../domain/account.js'
import type { PasswordRefusal } from '../domain/password.js'
import { checkPassword } from './check-password.js'
import { hashPassword } from './hash-password.js'

/** A new password for somebody who cannot sign in. */
export type SetPasswordRequest = { readonly id: string; readonly password: string }

/** Gives somebody a new password, which they must change when they next sign in, and signs them out everywhere. */
export async function setPassword(
  deps: Deps,
  actor: Actor,
  { id, password }: SetPasswordRequest,
): Promise<Result<Account, PasswordRefusal>> {
  requirePermission(actor, 'people:manage')
  const account = found(await accountById(deps.db, id), 'There is no such account')
  const problem = await checkPassword(deps, password, account)
  if (problem) return err(problem)
  const hash = await hashPassword(password)
  return deps.db.transaction(async (tx) => {
    await savePassword(tx, account, { passwordHash: hash, mustChange: true })
    await deleteSessionsOf(tx, id)
    await deps.audit(tx, actor, { action: 'people.set-password', subject: `people.account:${id}` })
    return ok(account)
  })
}

/** Letters and digits that are not taken for one another when they are read out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over once: 20 random signs (99 bits) in groups, easy to read out. */
export function newFirstPassword(): string {
  const signs = Array.from({ length: 20 }, () => SIGNS[randomInt(SIGNS.length)])
  return [0, 5, 10, 15].map((start) => signs.slice(start, start + 5).join('')).join('-')
}
