import { ok, type Result } from '#kernel/result.js'
import type { AccountRole } from '#kernel/roles.js'
import { organisationById } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById, allAccounts } from '../data/account.queries.js'
import { saveAccount } from '../data/account.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import {
  type Account,
  type AccountDetails,
  type AccountRefusal,
  changeAccount,
  nextReview,
  type RoleTerm,
  withoutRole,
  withRole,
} from '../domain/account.js'

/** What an account should be; `version` is the one that was read. */
export type EditAccountRequest = AccountDetails & Read

type Read = Pick<Account, 'id' | 'version'>
type Change = Partial<AccountDetails & Pick<Account, 'roles' | 'reviewOn'>>

/** Changes what the office decides about an account. Whoever is made inactive is signed out everywhere. */
export async function editAccount(
  deps: Deps,
  actor: Actor,
  { id, version, ...details }: EditAccountRequest,
): Promise<Result<Account, AccountRefusal>> {
  return change(deps, actor, { id, version, action: 'people.edit-account', to: () => details })
}

/** Gives somebody a role, or other days for one that they have. */
export async function giveRole(
  deps: Deps,
  actor: Actor,
  { id, version, ...term }: Read & RoleTerm,
): Promise<Result<Account, AccountRefusal>> {
  const to = ({ roles }: Account) => ({ roles: withRole(roles, term) })
  return change(deps, actor, { id, version, action: 'people.give-role', to })
}

/** Ends a role of somebody at once. */
export async function endRole(
  deps: Deps,
  actor: Actor,
  { id, version, role }: Read & { readonly role: AccountRole },
): Promise<Result<Account, AccountRefusal>> {
  const to = ({ roles }: Account) => ({ roles: withoutRole(roles, role) })
  return change(deps, actor, { id, version, action: 'people.end-role', to })
}

/** Notes that somebody looked at an account's roles and found them right; they are looked at again in a year. */
export async function reviewAccount(
  deps: Deps,
  actor: Actor,
  { id, version }: Read,
): Promise<Result<Account, AccountRefusal>> {
  const to = () => ({ reviewOn: nextReview(deps.today()) })
  return change(deps, actor, { id, version, action: 'people.review-account', to })
}

type Changing = Read & { readonly action: string; readonly to: (account: Account) => Change }

async function change(
  deps: Deps,
  actor: Actor,
  { id, version, action, to }: Changing,
): Promise<Result<Account, AccountRefusal>> {
  requirePermission(actor, 'people:manage')
  return deps.db.transaction(async (tx) => {
    const before = found(await accountById(tx, id), 'There is no such account')
    const wanted = to(before)
    if (wanted.organisationId) found(await organisationById(tx, wanted.organisationId), 'There is no such organisation')
    const after = changeAccount(before, wanted, { others: await allAccounts(tx), today: deps.today() })
    if (!after.ok) return after
    await saveAccount(tx, { ...after.value, version })
    if (!after.value.isActive) await deleteSessionsOf(tx, id)
    const detail = { before: detailsOf(before), after: detailsOf(after.value) }
    await deps.audit(tx, actor, { action, subject: `people.account:${id}`, detail })
    return ok({ ...after.value, version: version + 1 })
  })
}

function detailsOf({ name, organisationId, isActive, reviewOn, roles }: Account) {
  const said = roles.map(({ role, from, until }) => `${role} from ${from}${until ? ` until ${until}` : ''}`)
  return { name, organisationId, isActive, reviewOn, roles: said }
}
