import { err, ok, type Result } from '#kernel/result.js'
import { organisationById } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountByEmail } from '../data/account.queries.js'
import { insertAccount } from '../data/account.store.js'
import { type Account, emailOf, lacksOrganisation } from '../domain/account.js'
import type { PasswordRefusal } from '../domain/password.js'
import { checkPassword } from './check-password.js'
import { hashPassword } from './hash-password.js'

/** A new account and its first password. */
export type CreateAccountRequest = Pick<Account, 'email' | 'name' | 'role' | 'organisationId'> & {
  readonly password: string
  /** The password is only a first one, which somebody else knows: they must change it. */
  readonly mustChangePassword?: boolean
}

/** Why no account was made. */
export type CreateAccountRefusal =
  | { readonly code: 'not-an-email' | 'email-taken' | 'needs-organisation' }
  | PasswordRefusal

/** Makes an account that can sign in at once. */
export async function createAccount(
  deps: Deps,
  actor: Actor,
  { name, role, organisationId, password, mustChangePassword = false, ...typed }: CreateAccountRequest,
): Promise<Result<Account, CreateAccountRefusal>> {
  requirePermission(actor, 'people:manage')
  const email = emailOf(typed.email)
  if (!email) return err({ code: 'not-an-email' })
  if (lacksOrganisation({ role, organisationId })) return err({ code: 'needs-organisation' })
  const problem = await checkPassword(deps, password, { email, name })
  if (problem) return err(problem)
  const passwordHash = await hashPassword(password)
  return deps.db.transaction(async (tx) => {
    if (organisationId !== null) found(await organisationById(tx, organisationId), 'There is no such organisation')
    if (await accountByEmail(tx, email)) return err({ code: 'email-taken' })
    const known = { id: deps.newId(), email, name, role, organisationId }
    const account: Account = { ...known, isActive: true, mustChangePassword, version: 1 }
    await insertAccount(tx, account, { passwordHash, createdAt: deps.now() })
    await deps.audit(tx, actor, {
      action: 'people.create-account',
      subject: `people.account:${account.id}`,
      detail: { name, role, organisationId },
    })
    return ok(account)
  })
}
