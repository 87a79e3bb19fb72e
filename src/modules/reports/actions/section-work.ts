import { err, ok, type Result } from '#kernel/result.js'
import { allAccounts } from '#modules/people/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { keepFrozen, thaw } from '../data/frozen.store.js'
import { reportById } from '../data/reports.queries.js'
import { commentsOf, sectionWork, textsOf } from '../data/section.queries.js'
import { insertComment, saveSettled, saveWork, sectionSubject } from '../data/section.store.js'
import { freezeSection } from '../document/freeze-section.js'
import {
  type SectionComment,
  type SectionState,
  type SectionWork,
  textVersion,
  untouched,
} from '../domain/section-work.js'
import { isSection } from '../domain/sections.js'

/** Why the work on a section cannot be so. */
export type WorkRefusal = { readonly code: 'unknown-section' } | { readonly code: 'unknown-owner' }

type WorkRequest = {
  readonly reportId: string
  readonly section: string
  /** The version of the words that was read: nobody signs off words that they have not seen. */
  readonly version: number
  readonly ownerId: string | null
  readonly state: SectionState
}

/**
 * Says who writes a section, and how far its words are. With its sign-off its figures freeze as they are known then;
 * when the sign-off is taken back they follow the register again.
 */
export async function setSectionWork(
  deps: Deps,
  actor: Actor,
  request: WorkRequest,
): Promise<Result<SectionWork, WorkRefusal>> {
  const { reportId, section, version, ownerId, state } = request
  requirePermission(actor, state === 'signed-off' ? 'reports:sign-off' : 'reports:edit')
  const content = state === 'signed-off' ? await contentNow(deps, reportId, section) : undefined
  return deps.db.transaction(async (tx) => {
    found(await reportById(tx, reportId))
    if (!isSection(section)) return err({ code: 'unknown-section' })
    const accounts = await allAccounts(tx)
    if (ownerId !== null && !accounts.some(({ id, isActive }) => id === ownerId && isActive))
      return err({ code: 'unknown-owner' })
    if (textVersion(await textsOf(tx, reportId, section)) !== version)
      throw new Conflict(sectionSubject(reportId, section))
    const before = (await sectionWork(tx, reportId)).get(section) ?? untouched(section)
    const changed = { state, stateAt: deps.now().toISOString(), stateBy: actor.id }
    const after: SectionWork = { ...before, ownerId, ...(before.state !== state && changed) }
    await saveWork(tx, reportId, after)
    if (content === undefined) await thaw(tx, reportId, section)
    else if (before.state !== state)
      await keepFrozen(tx, reportId, { section, frozenAt: changed.stateAt, content: JSON.stringify(content) })
    const figures = Object.keys(content?.facts ?? {}).length
    const detail = { before, after, words: version - 1, ...(content && { figures }) }
    await deps.audit(tx, actor, { action: 'reports.set-section', subject: sectionSubject(reportId, section), detail })
    return ok(after)
  })
}

/** What the section stands on now, to be frozen with its sign-off. */
async function contentNow(deps: Deps, reportId: string, section: string) {
  return freezeSection(deps, found(await reportById(deps.db, reportId)), section)
}

/** Leaves a remark on a section for whoever writes it. */
export async function commentOnSection(
  deps: Deps,
  actor: Actor,
  { reportId, section, text }: { readonly reportId: string; readonly section: string; readonly text: string },
): Promise<Result<SectionComment, WorkRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    found(await reportById(tx, reportId))
    if (!isSection(section)) return err({ code: 'unknown-section' })
    const written = { writtenAt: deps.now().toISOString(), writtenBy: actor.id }
    const comment = { id: deps.newId(), section, text, ...written, settledAt: null, settledBy: null }
    await insertComment(tx, reportId, comment)
    const subject = sectionSubject(reportId, section)
    await deps.audit(tx, actor, { action: 'reports.comment', subject, detail: { text } })
    return ok(comment)
  })
}

/** Settles a remark: it was answered, or no longer matters. It stays to be read. */
export async function settleComment(
  deps: Deps,
  actor: Actor,
  { reportId, commentId }: { readonly reportId: string; readonly commentId: string },
): Promise<void> {
  requirePermission(actor, 'reports:edit')
  await deps.db.transaction(async (tx) => {
    const comment = found((await commentsOf(tx, reportId)).find(({ id }) => id === commentId))
    if (comment.settledAt !== null) return
    await saveSettled(tx, { ...comment, settledAt: deps.now().toISOString(), settledBy: actor.id })
    const subject = sectionSubject(reportId, comment.section)
    await deps.audit(tx, actor, { action: 'reports.settle-comment', subject, detail: { commentId } })
  })
}
