import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { AccountRole } from '#kernel/roles.js'
import { organisationById } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountByEmail } from '../data/account.queries.js'
import { insertAccount } from '../data/account.store.js'
import { type Account, emailOf, nextReview, problemWithRoles, type RolesRefusal } from '../domain/account.js'
import type { PasswordRefusal } from '../domain/password.js'
import { checkPassword } from './check-password.js'
import { hashPassword } from './hash-password.js'

/** A new account, and its first password. */
export type CreateAccountRequest = Pick<Account, 'email' | 'name' | 'organisationId'> & {
  readonly roles: readonly AccountRole[]
  /** The last day of those roles; without one they go on. */
  readonly until?: IsoDate | null
  /** None: they come in by an invitation. */
  readonly password: string | null
  /** The password is only a first one, which somebody else knows: they must change it. */
  readonly mustChangePassword?: boolean
}

/** Why no account was made. */
export type CreateAccountRefusal = { readonly code: 'not-an-email' | 'email-taken' } | RolesRefusal | PasswordRefusal

/** Makes an account that can sign in at once, or as soon as it is invited. */
export async function createAccount(
  deps: Deps,
  actor: Actor,
  request: CreateAccountRequest,
): Promise<Result<Account, CreateAccountRefusal>> {
  requirePermission(actor, 'people:manage')
  const ready = await readyAccount(deps, request)
  return ready.ok ? deps.db.transaction((tx) => keepAccount(deps, tx, { actor, ...ready.value })) : ready
}

type Ready = { readonly account: Account; readonly passwordHash: string | null }

/** Checks all that needs no transaction: the rules, and the password, whose hash takes a while. */
export async function readyAccount(
  deps: Deps,
  request: CreateAccountRequest,
): Promise<Result<Ready, CreateAccountRefusal>> {
  const drafted = draftAccount(deps, request)
  if (!drafted.ok) return drafted
  const account = drafted.value
  const { password } = request
  const problem = password === null ? undefined : await checkPassword(deps, password, account)
  return problem ? err(problem) : ok({ account, passwordHash: password === null ? null : await hashPassword(password) })
}

/** Keeps an account that is ready. */
export async function keepAccount(
  deps: Deps,
  tx: Tx,
  { actor, account, passwordHash }: Ready & { readonly actor: Actor },
): Promise<Result<Account, CreateAccountRefusal>> {
  const { name, organisationId, roles } = account
  if (organisationId !== null) found(await organisationById(tx, organisationId), 'There is no such organisation')
  if (await accountByEmail(tx, account.email)) return err({ code: 'email-taken' })
  await insertAccount(tx, account, { passwordHash, createdAt: deps.now() })
  await deps.audit(tx, actor, {
    action: 'people.create-account',
    subject: `people.account:${account.id}`,
    detail: { name, organisationId, roles },
  })
  return ok(account)
}

function draftAccount(deps: Deps, request: CreateAccountRequest): Result<Account, CreateAccountRefusal> {
  const { name, organisationId, roles, until = null, mustChangePassword = false } = request
  const email = emailOf(request.email)
  if (!email) return err({ code: 'not-an-email' })
  if (roles.length === 0) return err({ code: 'needs-role' })
  const from = deps.today()
  const account: Account = {
    ...{ id: deps.newId(), email, name, organisationId, isActive: true, mustChangePassword, version: 1 },
    roles: roles.map((role) => ({ role, from, until })),
    reviewOn: nextReview(from),
  }
  const problem = problemWithRoles(account)
  return problem ? err(problem) : ok(account)
}
