import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { DECOY_HASH } from '#platform/auth/slow-hash.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { type Credentials, credentialsOf } from '../data/account.queries.js'
import { hasFactor } from '../data/factor.queries.js'
import { type Account, emailOf } from '../domain/account.js'
import { beginSession, endPrevious } from './begin-session.js'
import { type Attempt, attemptOf, type CameBy, countAttempt, forgiveAttempt, type MustWait } from './count-attempt.js'
import { isRightPassword } from './hash-password.js'
import { knownBrowser } from './known-browser.js'

/** What was typed, and where from. `previousToken` is the session that this browser had until now. */
export type SignInRequest = CameBy & {
  readonly email: string
  readonly password: string
  readonly previousToken?: string
}

/** Never says which of the two was wrong, or whether there is such an account. */
export type SignInRefusal = { readonly code: 'wrong' } | MustWait

/**
 * The new session’s token, and the one by which the browser is known from now on. With a second factor the session is
 * only half: its code must be given next, and the browser is not known before.
 */
export type SignedIn = { readonly token: string; readonly browser?: string; readonly needsCode: boolean }

/** Signs someone in: a session of its own for this browser, under a new token. Every attempt is on the audit trail. */
export async function signIn(
  deps: Deps,
  actor: Actor,
  request: SignInRequest,
): Promise<Result<SignedIn, SignInRefusal>> {
  requirePermission(actor, 'people:sign-in')
  const email = emailOf(request.email) ?? ''
  const attempt = attemptOf(deps, email, request)
  const counted = await deps.db.transaction((tx) => countAttempt(tx, attempt, deps.now()))
  if (!counted.ok) return counted
  // Outside any transaction: hashing takes a while, and takes as long for an account that does not exist.
  const known = await credentialsOf(deps.db, 'email', email)
  const isRight = await isRightPassword(request.password, known?.passwordHash ?? DECOY_HASH)
  if (!known?.account.isActive || !known.passwordHash || !isRight)
    return refuse(deps, actor, { known, attempt, nextWaits: counted.value })
  return welcome(deps, actor, { known, attempt, nextWaits: counted.value, request })
}

/** An attempt that was counted as failed, and how many seconds the next waits for it. */
type Counted = { readonly attempt: Attempt; readonly nextWaits: number }

async function refuse(
  deps: Deps,
  actor: Actor,
  { known, attempt, nextWaits }: Counted & { readonly known: Credentials | undefined },
): Promise<Result<never, SignInRefusal>> {
  // Not the address typed when it is nobody's: people type their password there.
  const subject = `people.account:${known?.account.id ?? 'unknown'}`
  const detail = { address: attempt.address, ...(nextWaits > 0 && { nextWaitsSeconds: nextWaits }) }
  await deps.db.transaction((tx) => deps.audit(tx, actor, { action: 'people.fail-sign-in', subject, detail }))
  return err({ code: 'wrong' })
}

async function welcome(
  deps: Deps,
  actor: Actor,
  { known, attempt, nextWaits, request }: Counted & { readonly known: Credentials; readonly request: SignInRequest },
): Promise<Result<SignedIn, SignInRefusal>> {
  const { account, passwordHash } = known
  const { previousToken, browserToken } = request
  const result = await deps.db.transaction(async (tx) => {
    const still = await credentialsOf(tx, 'id', account.id)
    if (!still?.account.isActive || still.passwordHash !== passwordHash) return undefined
    const needsCode = await hasFactor(tx, account.id)
    // With the code still to come the attempt stays counted: else each right password would give five free guesses more.
    if (!needsCode) await forgiveAttempt(tx, attempt)
    await endPrevious(tx, previousToken)
    const half = { accountId: account.id, address: attempt.address, isHalf: needsCode }
    const session = await beginSession(deps, tx, half)
    if (needsCode) return { ...session, needsCode }
    await noteSignIn(deps, tx, account, attempt.address)
    return { ...session, needsCode, browser: knownBrowser(deps, account.email, browserToken) }
  })
  return result ? ok(result) : refuse(deps, actor, { known, attempt, nextWaits })
}

/** Puts a sign-in on the audit trail. */
export function noteSignIn(deps: Deps, tx: Tx, account: Account, address: string): Promise<void> {
  return deps.audit(tx, personOf(account), {
    action: 'people.sign-in',
    subject: `people.account:${account.id}`,
    detail: { address },
  })
}

/** Who the account is, for the audit trail; what it may do is decided when its session is next used. */
export function personOf({ id, name, roles }: Account): Actor {
  return { kind: 'person', id, name, role: roles.map(({ role }) => role).join(' '), permissions: new Set() }
}
