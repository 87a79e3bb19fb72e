import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db, Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { accountById } from '../data/account.queries.js'
import { savePassword } from '../data/account.store.js'
import { hasFactor } from '../data/factor.queries.js'
import { linkByHash } from '../data/link.queries.js'
import { endLinkAt } from '../data/link.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import type { Account } from '../domain/account.js'
import { isOpen, type Link, type LinkKind, mayHavePass } from '../domain/link.js'
import type { PasswordRefusal } from '../domain/password.js'
import { beginSession, endPrevious, tokenHash } from './begin-session.js'
import { checkPassword } from './check-password.js'
import { hashPassword } from './hash-password.js'
import { knownBrowser } from './known-browser.js'
import { noteSignIn, personOf, type SignedIn } from './sign-in.js'

/** A link that lets nobody in: used, withdrawn, too old or never there. Which of them is not said. */
export type LinkOver = { readonly code: 'link-over' }

type Taking = { readonly linkToken: string; readonly address: string; readonly previousToken?: string | undefined }

/** Whom an open link is for. */
export async function accountByLink(
  deps: Deps,
  { linkToken, kind }: { readonly linkToken: string; readonly kind: LinkKind },
): Promise<Account | undefined> {
  return (await openLink(deps, deps.db, { linkToken, kind }))?.account
}

/** Takes an invitation: a password of one's own, and a session. Its second factor is still asked for, where there is one. */
export async function takeInvitation(
  deps: Deps,
  actor: Actor,
  { linkToken, address, password, previousToken }: Taking & { readonly password: string },
): Promise<Result<SignedIn, LinkOver | PasswordRefusal>> {
  requirePermission(actor, 'people:sign-in')
  const wanted = { linkToken, kind: 'invitation' } as const
  const account = await accountByLink(deps, wanted)
  if (!account) return err({ code: 'link-over' })
  const problem = await checkPassword(deps, password, account)
  if (problem) return err(problem)
  const passwordHash = await hashPassword(password)
  return deps.db.transaction(async (tx) => {
    const still = await openLink(deps, tx, wanted)
    if (!still) return err({ code: 'link-over' })
    await savePassword(tx, still.account, { passwordHash, mustChange: false })
    await endLinkAt(tx, still.link.id, deps.now().toISOString())
    await deleteSessionsOf(tx, account.id)
    await endPrevious(tx, previousToken)
    const subject = `people.account:${account.id}`
    await deps.audit(tx, personOf(account), { action: 'people.take-invitation', subject, detail: { address } })
    const needsCode = await hasFactor(tx, account.id)
    const session = await beginSession(deps, tx, { accountId: account.id, address, isHalf: needsCode })
    if (needsCode) return ok({ ...session, needsCode })
    return ok({ ...session, needsCode, browser: knownBrowser(deps, account.email, undefined) })
  })
}

/** Takes an invitation to the sign-in service instead: a session that is only half, good for linking the account. */
export async function takeInvitationElsewhere(
  deps: Deps,
  actor: Actor,
  taking: Taking,
): Promise<Result<{ token: string }, LinkOver>> {
  requirePermission(actor, 'people:sign-in')
  return deps.db.transaction((tx) => sessionByLink(deps, tx, 'invitation', taking))
}

/** Comes in by a pass: a session for one's own items, over when the pass is. */
export async function takePass(deps: Deps, actor: Actor, taking: Taking): Promise<Result<{ token: string }, LinkOver>> {
  requirePermission(actor, 'people:sign-in')
  return deps.db.transaction((tx) => sessionByLink(deps, tx, 'pass', taking))
}

/** A session that a link begins: half until an invitation is linked, whole by a pass. */
async function sessionByLink(
  deps: Deps,
  tx: Tx,
  kind: LinkKind,
  { linkToken, address, previousToken }: Taking,
): Promise<Result<{ token: string }, LinkOver>> {
  const open = await openLink(deps, tx, { linkToken, kind })
  if (!open) return err({ code: 'link-over' })
  const { link, account } = open
  await endPrevious(tx, previousToken)
  if (kind === 'pass') await noteSignIn(deps, tx, account, address)
  const isHalf = kind === 'invitation'
  return ok(await beginSession(deps, tx, { accountId: account.id, address, isHalf, begunBy: 'link', link }))
}

async function openLink(
  deps: Deps,
  db: Db,
  { linkToken, kind }: { readonly linkToken: string; readonly kind: LinkKind },
): Promise<{ link: Link; account: Account } | undefined> {
  const link = await linkByHash(db, tokenHash(linkToken))
  const account = link && (await accountById(db, link.accountId))
  if (!link || link.kind !== kind || !isOpen(link, deps.now()) || !account?.isActive) return undefined
  return kind === 'pass' && !mayHavePass(account, deps.today()) ? undefined : { link, account }
}
