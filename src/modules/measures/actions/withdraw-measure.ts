import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { insertPublication } from '../data/definitions.store.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { publicationOf } from './publication.js'

/** A published measure, and why the public should not read it any longer. */
export type WithdrawRequest = { readonly measureId: string; readonly version: number; readonly reason: string }

/** Why a measure cannot be withdrawn. */
export type WithdrawRefusal = { readonly code: 'not-published' } | { readonly code: 'no-reason' }

/** Takes a measure off the public site. The reason stays in the audit trail; the figures stay in the register. */
export async function withdrawMeasure(
  deps: Deps,
  actor: Actor,
  { measureId, version, reason }: WithdrawRequest,
): Promise<Result<null, WithdrawRefusal>> {
  requirePermission(actor, 'measures:publish')
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    if (!measure.publishedAt) return err({ code: 'not-published' })
    if (reason.trim() === '') return err({ code: 'no-reason' })
    await saveMeasure(tx, { ...measure, version, publishedAt: null })
    const recordedAt = deps.now().toISOString()
    await insertPublication(tx, publicationOf(deps, actor, { measureId, isPublic: false, recordedAt }))
    const detail = { slug: measure.slug, reason }
    await deps.audit(tx, actor, { action: 'measures.withdraw-measure', subject: subjectOf(measureId), detail })
    return ok(null)
  })
}
