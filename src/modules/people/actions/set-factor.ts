import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountByEmail } from '../data/account.queries.js'
import { factorOf } from '../data/factor.queries.js'
import { deleteFactor, saveFactor, saveRecoveryHashes } from '../data/factor.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import { emailOf } from '../domain/account.js'
import type { Factor } from '../domain/factor.js'
import { newRecoveryCodes, newSecret, recoveryHash, stepFor } from './one-time-code.js'

const subjectOf = (accountId: string) => `people.account:${accountId}`

/** Begins a second factor for one’s own account: a new secret and ten recovery codes, until a first code confirms them. */
export async function beginFactor(deps: Deps, actor: Actor): Promise<Factor> {
  requirePermission(actor, 'people:own-account')
  return deps.db.transaction(async (tx) => {
    const known = await factorOf(tx, actor.id)
    if (known?.confirmedAt) return known
    const begun = { secret: newSecret(), begunAt: deps.now().toISOString(), shownCodes: newRecoveryCodes() }
    const factor: Factor = { accountId: actor.id, ...begun, confirmedAt: null, lastStep: 0 }
    await saveFactor(tx, factor)
    await deps.audit(tx, actor, { action: 'people.begin-factor', subject: subjectOf(actor.id) })
    return factor
  })
}

/** Confirms it with a first code: from now on each sign-in asks for one. The recovery codes are kept as hashes only. */
export async function confirmFactor(
  deps: Deps,
  actor: Actor,
  { typed }: { readonly typed: string },
): Promise<Result<void, { readonly code: 'wrong' }>> {
  requirePermission(actor, 'people:own-account')
  return deps.db.transaction(async (tx) => {
    const factor = found(await factorOf(tx, actor.id))
    const step = stepFor(factor, typed, deps.now())
    if (factor.confirmedAt !== null || step === undefined) return err({ code: 'wrong' })
    const hashes = factor.shownCodes.map((code) => recoveryHash(actor.id, code))
    await saveRecoveryHashes(tx, actor.id, hashes)
    await saveFactor(tx, { ...factor, confirmedAt: deps.now().toISOString(), shownCodes: [], lastStep: step })
    await deps.audit(tx, actor, { action: 'people.confirm-factor', subject: subjectOf(actor.id) })
    return ok(undefined)
  })
}

/** Takes one’s own second factor away; a code is needed, so that a browser left open is not enough. */
export async function removeFactor(
  deps: Deps,
  actor: Actor,
  { typed }: { readonly typed: string },
): Promise<Result<void, { readonly code: 'wrong' }>> {
  requirePermission(actor, 'people:own-account')
  return deps.db.transaction(async (tx) => {
    const factor = found(await factorOf(tx, actor.id))
    if (stepFor(factor, typed, deps.now()) === undefined) return err({ code: 'wrong' })
    await deleteFactor(tx, actor.id)
    await deps.audit(tx, actor, { action: 'people.remove-factor', subject: subjectOf(actor.id) })
    return ok(undefined)
  })
}

/** Takes somebody’s second factor away, who has lost telephone and recovery codes, and signs them out everywhere. */
export async function resetFactor(deps: Deps, actor: Actor, { email }: { readonly email: string }): Promise<void> {
  requirePermission(actor, 'people:manage')
  const account = found(await accountByEmail(deps.db, emailOf(email) ?? ''), `There is no account ${email}`)
  await deps.db.transaction(async (tx) => {
    await deleteFactor(tx, account.id)
    await deleteSessionsOf(tx, account.id)
    await deps.audit(tx, actor, { action: 'people.reset-factor', subject: subjectOf(account.id) })
  })
}
