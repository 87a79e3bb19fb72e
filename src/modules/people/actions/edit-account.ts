import { ok, type Result } from '#kernel/result.js'
import { organisationById } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById, activeOfficeAccounts } from '../data/account.queries.js'
import { saveAccount } from '../data/account.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import { type Account, type AccountDetails, type AccountRefusal, changeAccount } from '../domain/account.js'

/** What an account should be; `version` is the one that was read. */
export type EditAccountRequest = AccountDetails & Pick<Account, 'id' | 'version'>

/** Changes what the office decides about an account. Whoever is made inactive is signed out everywhere. */
export async function editAccount(
  deps: Deps,
  actor: Actor,
  { id, version, ...details }: EditAccountRequest,
): Promise<Result<Account, AccountRefusal>> {
  requirePermission(actor, 'people:manage')
  return deps.db.transaction(async (tx) => {
    const before = found(await accountById(tx, id), 'There is no such account')
    const { organisationId } = details
    if (organisationId !== null) found(await organisationById(tx, organisationId), 'There is no such organisation')
    const after = changeAccount(before, details, await activeOfficeAccounts(tx))
    if (!after.ok) return after
    await saveAccount(tx, { ...after.value, version })
    if (!details.isActive) await deleteSessionsOf(tx, id)
    await deps.audit(tx, actor, {
      action: 'people.edit-account',
      subject: `people.account:${id}`,
      detail: { before: detailsOf(before), after: detailsOf(after.value) },
    })
    return ok({ ...after.value, version: version + 1 })
  })
}

function detailsOf({ name, role, organisationId, isActive }: Account): AccountDetails {
  return { name, role, organisationId, isActive }
}
