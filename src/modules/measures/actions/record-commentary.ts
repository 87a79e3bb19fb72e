import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { insertCommentary } from '../data/commentary.store.js'
import { measureById } from '../data/measures.queries.js'
import { subjectOf } from '../data/measures.store.js'
import type { Commentary } from '../domain/commentary.js'
import { parsePeriod } from '../domain/period.js'

/** What is said of a measure's figures for a period: what happened, and what is done about it. */
export type CommentaryRequest = {
  readonly measureId: string
  readonly period: string
  readonly narrative: string
  readonly response: string
}

/** Why a commentary is not kept. */
export type CommentaryRefusal = { readonly code: 'nothing-said' } | { readonly code: 'not-a-period' }

/** Keeps a commentary on a period. A later one for the same period stands beside it, and the newest is shown. */
export async function recordCommentary(
  deps: Deps,
  actor: Actor,
  { measureId, period, narrative, response }: CommentaryRequest,
): Promise<Result<Commentary, CommentaryRefusal>> {
  requirePermission(actor, 'measures:edit')
  if (narrative.trim() === '') return err({ code: 'nothing-said' })
  const read = parsePeriod(period)
  if (!read.ok) return err({ code: 'not-a-period' })
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    const commentary: Commentary = {
      ...{ id: deps.newId(), measureId, period: read.value },
      ...{ narrative: narrative.trim(), response: response.trim() },
      ...{ recordedAt: deps.now().toISOString(), recordedBy: actor.name, knownOn: deps.today() },
    }
    await insertCommentary(tx, commentary)
    const detail = { slug: measure.slug, period }
    await deps.audit(tx, actor, { action: 'measures.record-commentary', subject: subjectOf(measureId), detail })
    return ok(commentary)
  })
}
