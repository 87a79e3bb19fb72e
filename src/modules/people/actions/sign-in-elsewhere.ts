import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Journey, Returned, ServiceProblem } from '#platform/auth/sign-in-service.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { credentialsOf } from '../data/account.queries.js'
import { hasFactor } from '../data/factor.queries.js'
import { accountLinkedWith } from '../data/identity.queries.js'
import { deleteIdentitiesOf, insertIdentity } from '../data/identity.store.js'
import { linkById } from '../data/link.queries.js'
import { endLinkAt } from '../data/link.store.js'
import { sessionByHash } from '../data/session.queries.js'
import { deleteSession, deleteSessionsOf } from '../data/session.store.js'
import type { Account } from '../domain/account.js'
import { isOpen } from '../domain/link.js'
import { isFresh, isLive, type Session } from '../domain/session.js'
import { beginSession, tokenHash } from './begin-session.js'
import { freshSession } from './just-signed-in.js'
import { noteSignIn, personOf } from './sign-in.js'

/** Why nobody was signed in by the sign-in service, or linked with it. */
export type ElsewhereRefusal = {
  readonly code: ServiceProblem | 'no-service' | 'nobody-known' | 'linked-already' | 'not-fresh'
}

/** What came back with the browser. */
export type ComingBack = {
  readonly browserKey: string
  readonly query: Readonly<Record<string, string>>
  readonly address: string
  readonly sessionToken?: string
}

/** Who came back, the session that began, and whether its second factor is still to come. */
export type CameBack = { readonly token: string; readonly needsCode: boolean; readonly to: string }

/** Where the browser goes to sign in elsewhere. */
export async function goElsewhere(
  { trust, now }: Deps,
  actor: Actor,
  { browserKey, journey }: { readonly browserKey: string; readonly journey: Journey },
): Promise<Result<string, ElsewhereRefusal>> {
  requirePermission(actor, 'people:sign-in')
  if (!trust.provider) return err({ code: 'no-service' })
  const address = await trust.provider.begin(browserKey, now(), journey)
  return address ? ok(address) : err({ code: 'unreachable' })
}

/** Signs in whoever came back from the sign-in service, or links them with the account that they began from. */
export async function comeBack(
  deps: Deps,
  actor: Actor,
  { browserKey, query, address, sessionToken }: ComingBack,
): Promise<Result<CameBack, ElsewhereRefusal>> {
  requirePermission(actor, 'people:sign-in')
  if (!deps.trust.provider) return err({ code: 'no-service' })
  const returned = await deps.trust.provider.finish(browserKey, deps.now(), query)
  if (typeof returned === 'string') return err({ code: returned })
  return deps.db.transaction(async (tx) => {
    const before = sessionToken ? await sessionByHash(tx, tokenHash(sessionToken)) : undefined
    const wanted = await accountFor(deps, tx, { returned, before })
    if (!wanted.ok) return wanted
    const account = wanted.value
    if (before) await deleteSession(tx, before.session.id)
    const { usedSecondFactor } = returned.identity
    const needsCode = !usedSecondFactor && (await hasFactor(tx, account.id))
    const begunBy = usedSecondFactor ? 'provider-mfa' : 'provider'
    const session = await beginSession(deps, tx, { accountId: account.id, address, isHalf: needsCode, begunBy })
    if (!needsCode) await noteSignIn(deps, tx, account, address)
    return ok({ ...session, needsCode, to: returned.journey.to })
  })
}

type Before = { readonly session: Session; readonly account: Account } | undefined

async function accountFor(
  deps: Deps,
  tx: Tx,
  { returned: { identity, journey }, before }: { returned: Returned; before: Before },
): Promise<Result<Account, ElsewhereRefusal>> {
  const known = await accountLinkedWith(tx, identity)
  if (journey.purpose === 'come-in') return known?.isActive ? ok(known) : err({ code: 'nobody-known' })
  if (!before?.account.isActive || !(await mayLink(deps, tx, before.session))) return err({ code: 'not-fresh' })
  const { account } = before
  if (known && known.id !== account.id) return err({ code: 'linked-already' })
  if (!known) {
    const { issuer, subject } = identity
    await deleteSessionsOf(tx, account.id)
    await insertIdentity(tx, { issuer, subject, accountId: account.id, linkedAt: deps.now().toISOString() })
    await deps.audit(tx, personOf(account), { action: 'people.link-identity', subject: `people.account:${account.id}` })
  }
  if (before.session.linkId) await endLinkAt(tx, before.session.linkId, deps.now().toISOString())
  return ok(account)
}

/** Whoever has just signed in may link their account, and whoever came with an invitation that still holds. */
async function mayLink({ now }: Deps, tx: Tx, session: Session): Promise<boolean> {
  if (!isLive(session, now())) return false
  if (!session.isHalf) return session.begunBy !== 'link' && isFresh(session, now())
  const link = session.begunBy === 'link' && session.linkId ? await linkById(tx, session.linkId) : undefined
  return link?.kind === 'invitation' && isOpen(link, now())
}

/** Unlinks one's own account from the sign-in service, if there is a password to come in with, just after signing in. */
export async function unlinkElsewhere(
  deps: Deps,
  actor: Actor,
  { sessionToken }: { readonly sessionToken: string },
): Promise<Result<void, { readonly code: 'no-password' | 'not-fresh' }>> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return err({ code: 'not-fresh' })
  return deps.db.transaction(async (tx) => {
    if (!(await credentialsOf(tx, 'id', actor.id))?.passwordHash) return err({ code: 'no-password' })
    await deleteIdentitiesOf(tx, actor.id)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deps.audit(tx, actor, { action: 'people.unlink-identity', subject: `people.account:${actor.id}` })
    return ok(undefined)
  })
}

/** Unlinks somebody else's account from the sign-in service, and signs them out everywhere. */
export async function unlinkAccount(deps: Deps, actor: Actor, { accountId }: { readonly accountId: string }) {
  requirePermission(actor, 'people:manage')
  await deps.db.transaction(async (tx) => {
    await deleteIdentitiesOf(tx, accountId)
    await deleteSessionsOf(tx, accountId)
    await deps.audit(tx, actor, { action: 'people.unlink-identity', subject: `people.account:${accountId}` })
  })
}

/** Where one signs out of the sign-in service too. */
export async function farewellElsewhere({ trust }: Deps): Promise<string | undefined> {
  return trust.provider?.farewell()
}
