import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountByEmail, accountById } from '../data/account.queries.js'
import { hasFactor } from '../data/factor.queries.js'
import { deleteFactor, deletePasskeysOf, deleteRecoveryCodes } from '../data/factor.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import { emailOf } from '../domain/account.js'
import type { Factor } from '../domain/factor.js'
import { attemptOf, type CameBy, countAttempt, forgiveAttempt, type MustWait } from './count-attempt.js'
import { keepFactor, openFactor } from './factor-secret.js'
import { freshSession } from './just-signed-in.js'
import { newSecret, stepFor } from './one-time-code.js'
import { codesFor, giveFirstCodes } from './recovery-codes.js'

const subjectOf = (accountId: string) => `people.account:${accountId}`

/** Why an authenticator app was not turned on or off. */
export type FactorChangeRefusal = { readonly code: 'wrong' | 'not-fresh' } | MustWait

/** The browser that asks, where it is, and the code that was typed. */
type Change = CameBy & { readonly sessionToken: string; readonly typed: string }

/** Begins an authenticator app for one’s own account: a new secret, until a first code confirms it. */
export async function beginFactor(
  deps: Deps,
  actor: Actor,
  { sessionToken }: Pick<Change, 'sessionToken'>,
): Promise<Result<void, FactorChangeRefusal>> {
  requirePermission(actor, 'people:own-account')
  if (!(await freshSession(deps, sessionToken))) return err({ code: 'not-fresh' })
  return deps.db.transaction(async (tx) => {
    const known = await openFactor(deps, tx, actor.id)
    if (known?.confirmedAt) return ok(undefined)
    const begun = { secret: newSecret(), begunAt: deps.now().toISOString() }
    const factor: Factor = { accountId: actor.id, ...begun, confirmedAt: null, lastStep: 0 }
    await keepFactor(deps, tx, factor)
    await deps.audit(tx, actor, { action: 'people.begin-factor', subject: subjectOf(actor.id) })
    return ok(undefined)
  })
}

/** Confirms it with a first code: from now on each sign-in asks for one, and other browsers must sign in again. */
export async function confirmFactor(
  deps: Deps,
  actor: Actor,
  { sessionToken, typed }: Omit<Change, keyof CameBy>,
): Promise<Result<void, FactorChangeRefusal>> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return err({ code: 'not-fresh' })
  const codes = await codesFor(actor.id)
  return deps.db.transaction(async (tx) => {
    const factor = found(await openFactor(deps, tx, actor.id))
    const step = stepFor(factor, typed, deps.now())
    if (factor.confirmedAt !== null || step === undefined) return err({ code: 'wrong' })
    await keepFactor(deps, tx, { ...factor, confirmedAt: deps.now().toISOString(), lastStep: step })
    await giveFirstCodes(deps, tx, actor.id, codes)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deps.audit(tx, actor, { action: 'people.confirm-factor', subject: subjectOf(actor.id) })
    return ok(undefined)
  })
}

/** Takes one’s own authenticator app away; a code is needed, which cannot be guessed at for long. */
export async function removeFactor(
  deps: Deps,
  actor: Actor,
  { sessionToken, typed, ...cameBy }: Change,
): Promise<Result<void, FactorChangeRefusal>> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return err({ code: 'not-fresh' })
  const { email } = found(await accountById(deps.db, actor.id))
  const attempt = attemptOf(deps, email, cameBy)
  const counted = await deps.db.transaction((tx) => countAttempt(tx, attempt, deps.now()))
  if (!counted.ok) return counted
  return deps.db.transaction(async (tx) => {
    const factor = found(await openFactor(deps, tx, actor.id))
    if (stepFor(factor, typed, deps.now()) === undefined) return err({ code: 'wrong' })
    await forgiveAttempt(tx, attempt)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deleteFactor(tx, actor.id)
    if (!(await hasFactor(tx, actor.id))) await deleteRecoveryCodes(tx, actor.id)
    await deps.audit(tx, actor, { action: 'people.remove-factor', subject: subjectOf(actor.id) })
    return ok(undefined)
  })
}

/** Takes somebody’s second factors away, who has lost them and the recovery codes, and signs them out everywhere. */
export async function resetFactor(deps: Deps, actor: Actor, { email }: { readonly email: string }): Promise<void> {
  requirePermission(actor, 'people:manage')
  const account = found(await accountByEmail(deps.db, emailOf(email) ?? ''), `There is no account ${email}`)
  await deps.db.transaction(async (tx) => {
    await deleteFactor(tx, account.id)
    await deletePasskeysOf(tx, account.id)
    await deleteRecoveryCodes(tx, account.id)
    await deleteSessionsOf(tx, account.id)
    await deps.audit(tx, actor, { action: 'people.reset-factor', subject: subjectOf(account.id) })
  })
}
