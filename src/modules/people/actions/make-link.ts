import { randomBytes } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById } from '../data/account.queries.js'
import { linksOf } from '../data/link.queries.js'
import { endLinkAt, forgetSealedLink, insertLink } from '../data/link.store.js'
import { deleteSessionsByLink } from '../data/session.store.js'
import { INVITATION_DAYS, isOpen, type Link, type LinkKind, mayHavePass } from '../domain/link.js'
import { tokenHash } from './begin-session.js'

/** Why no link was made. */
export type LinkRefusal = { readonly code: 'not-active' | 'no-pass-for-this-role' }

/** A link that still lets somebody in; its address only for whoever made it, until it was passed on. */
export type OpenLink = Link & { readonly address: string | undefined }

const about = (id: string) => `link ${id}`

/** Makes a link for an account: an invitation, or a pass for so many days. Open ones of the same kind end. */
export async function makeLink(
  deps: Deps,
  actor: Actor,
  { accountId, kind, days = INVITATION_DAYS }: { accountId: string; kind: LinkKind; days?: number },
): Promise<Result<Link, LinkRefusal>> {
  requirePermission(actor, 'people:manage')
  return deps.db.transaction(async (tx) => {
    const account = found(await accountById(tx, accountId), 'There is no such account')
    if (!account.isActive) return err({ code: 'not-active' })
    if (kind === 'pass' && !mayHavePass(account, deps.today())) return err({ code: 'no-pass-for-this-role' })
    const now = deps.now()
    for (const earlier of await linksOf(tx, accountId))
      if (earlier.kind === kind) await endLinkAt(tx, earlier.id, now.toISOString())
    const token = randomBytes(32).toString('base64url')
    const until = kind === 'invitation' ? INVITATION_DAYS : days
    const link: Link = {
      ...{ id: deps.newId(), accountId, kind, madeBy: actor.id, madeAt: now.toISOString(), endedAt: null },
      expiresAt: new Date(now.getTime() + until * 86_400_000).toISOString(),
    }
    const sealed = deps.trust.secrets.seal(token, about(link.id))
    await insertLink(tx, link, { tokenHash: tokenHash(token), sealed })
    const { expiresAt } = link
    await deps.audit(tx, actor, {
      action: `people.make-${kind}`,
      subject: `people.account:${accountId}`,
      detail: { expiresAt },
    })
    return ok(link)
  })
}

/** The links of an account that still let somebody in. */
export async function openLinks(deps: Deps, actor: Actor, accountId: string): Promise<OpenLink[]> {
  requirePermission(actor, 'people:manage')
  const links = (await linksOf(deps.db, accountId)).filter((link) => isOpen(link, deps.now()))
  return links.map(({ sealed, ...link }) => {
    const isOwn = link.madeBy === actor.id
    const token = isOwn && sealed ? deps.trust.secrets.unseal(sealed, about(link.id)) : undefined
    return { ...link, address: token && `${deps.trust.publicUrl}/${link.kind}/${token}` }
  })
}

/** The link was passed on: from now on nobody here can see it again. */
export async function notePassedOn(deps: Deps, actor: Actor, { id, accountId }: { id: string; accountId: string }) {
  requirePermission(actor, 'people:manage')
  await deps.db.transaction(async (tx) => {
    const link = found((await linksOf(tx, accountId)).find((each) => each.id === id))
    await forgetSealedLink(tx, link.id)
  })
}

/** Withdraws a link, and ends every session that it began. */
export async function withdrawLink(deps: Deps, actor: Actor, { id, accountId }: { id: string; accountId: string }) {
  requirePermission(actor, 'people:manage')
  await deps.db.transaction(async (tx) => {
    const link = found((await linksOf(tx, accountId)).find((each) => each.id === id))
    await endLinkAt(tx, link.id, deps.now().toISOString())
    await deleteSessionsByLink(tx, link.id)
    await deps.audit(tx, actor, { action: `people.withdraw-${link.kind}`, subject: `people.account:${accountId}` })
  })
}
