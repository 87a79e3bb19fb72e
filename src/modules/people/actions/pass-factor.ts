import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { passkeyOptions, usedPasskey } from '#platform/auth/passkeys.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { passkeysOf, sealedFactorOf } from '../data/factor.queries.js'
import { notePasskey, useRecoveryHash } from '../data/factor.store.js'
import { sessionByHash } from '../data/session.queries.js'
import { deleteSession } from '../data/session.store.js'
import type { Account } from '../domain/account.js'
import { isLive } from '../domain/session.js'
import { beginSession, tokenHash } from './begin-session.js'
import { attemptOf, type CameBy, countAttempt, forgiveAttempt, type MustWait } from './count-attempt.js'
import { keepFactor, openFactor } from './factor-secret.js'
import { knownBrowser } from './known-browser.js'
import { stepFor } from './one-time-code.js'
import { typedCodeHash } from './recovery-codes.js'
import { noteSignIn, personOf } from './sign-in.js'

/** Why the second step was not passed. `over` means: begin again with the password. */
export type FactorRefusal = { readonly code: 'wrong' } | { readonly code: 'over' } | MustWait

type Request = CameBy & {
  readonly token: string
  /** What was typed, or what the browser's script said for a passkey. */
  readonly typed: string
  readonly passkey: string
}

/** The account whose password was right in this browser and whose code is still to come. */
export async function halfSignedIn(deps: Deps, token: string | undefined): Promise<Account | undefined> {
  const known = token ? await sessionByHash(deps.db, tokenHash(token)) : undefined
  const counts =
    known?.session.isHalf &&
    known.session.begunBy !== 'link' &&
    known.account.isActive &&
    isLive(known.session, deps.now())
  return counts ? known.account : undefined
}

/** What this person can answer with at the second step, and what the browser's script needs for a passkey. */
export async function waysToAnswer(deps: Deps, account: Account, sessionToken: string) {
  const passkeys = await passkeysOf(deps.db, account.id)
  const place = { publicUrl: deps.trust.publicUrl, sessionToken }
  return {
    hasApp: Boolean((await sealedFactorOf(deps.db, account.id))?.confirmedAt),
    passkeyOptions: passkeys.length > 0 ? await passkeyOptions(place, passkeys) : undefined,
  }
}

/** The second step of signing in: a passkey, a code from the app, or a recovery code. Begins a whole session under a new token. */
export async function passFactor(
  deps: Deps,
  actor: Actor,
  { token, typed, passkey, ...cameBy }: Request,
): Promise<Result<{ token: string; browser: string }, FactorRefusal>> {
  requirePermission(actor, 'people:sign-in')
  const account = await halfSignedIn(deps, token)
  if (!account) return err({ code: 'over' })
  const { address, browserToken } = cameBy
  const attempt = attemptOf(deps, account.email, cameBy)
  const counted = await deps.db.transaction((tx) => countAttempt(tx, attempt, deps.now()))
  if (!counted.ok) return counted
  // Outside any transaction: a recovery code is hashed as slowly as a password.
  const recovery = passkey ? undefined : await typedCodeHash(deps, account.id, typed)
  return deps.db.transaction(async (tx) => {
    const half = await sessionByHash(tx, tokenHash(token))
    if (!half?.session.isHalf) return err({ code: 'over' })
    const isRight = passkey
      ? await isRightPasskey(deps, tx, account, { token, passkey })
      : await isRightCode(deps, tx, account, { typed, recovery })
    if (!isRight) {
      const subject = `people.account:${account.id}`
      await deps.audit(tx, actor, { action: 'people.fail-code', subject, detail: { address } })
      return err({ code: 'wrong' })
    }
    // Once for the password, once for the code.
    await forgiveAttempt(tx, attempt)
    await forgiveAttempt(tx, attempt)
    await deleteSession(tx, half.session.id)
    await noteSignIn(deps, tx, account, address)
    const session = { accountId: account.id, address, begunBy: half.session.begunBy }
    const browser = knownBrowser(deps, account.email, browserToken)
    return ok({ ...(await beginSession(deps, tx, session)), browser })
  })
}

async function isRightCode(
  deps: Deps,
  tx: Tx,
  account: Account,
  { typed, recovery }: { readonly typed: string; readonly recovery: string | undefined },
): Promise<boolean> {
  const factor = await openFactor(deps, tx, account.id)
  const step = factor?.confirmedAt ? stepFor(factor, typed, deps.now()) : undefined
  if (factor && step !== undefined) {
    await keepFactor(deps, tx, { ...factor, lastStep: step })
    return true
  }
  if (!recovery || !(await useRecoveryHash(tx, account.id, recovery, deps.now().toISOString()))) return false
  const subject = `people.account:${account.id}`
  await deps.audit(tx, personOf(account), { action: 'people.use-recovery-code', subject })
  return true
}

async function isRightPasskey(
  deps: Deps,
  tx: Tx,
  account: Account,
  { token, passkey }: { token: string; passkey: string },
): Promise<boolean> {
  const place = { publicUrl: deps.trust.publicUrl, sessionToken: token }
  const used = await usedPasskey(place, await passkeysOf(tx, account.id), passkey)
  if (used) await notePasskey(tx, used.id, { counter: used.counter, usedAt: deps.now().toISOString() })
  return used !== undefined
}
