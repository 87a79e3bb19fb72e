import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { insertPublication } from '../data/definitions.store.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { hasFigures } from '../data/observations.queries.js'
import { whatIsMissing } from '../domain/measure.js'
import { publicationOf } from './publication.js'

/** A measure, as it was when someone decided to publish it. */
export type PublishRequest = { readonly measureId: string; readonly version: number }

/** Why a measure cannot be published. */
export type PublishRefusal =
  | { readonly code: 'already-published' }
  | { readonly code: 'incomplete'; readonly missing: readonly string[] }

/** Lets the public read a measure. It must say all that a reader needs, and have a figure. */
export async function publishMeasure(
  deps: Deps,
  actor: Actor,
  { measureId, version }: PublishRequest,
): Promise<Result<null, PublishRefusal>> {
  requirePermission(actor, 'measures:publish')
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    if (measure.publishedAt) return err({ code: 'already-published' })
    const missing = whatIsMissing(measure, (await hasFigures(tx, measureId)).own ? 1 : 0)
    if (missing.length > 0) return err({ code: 'incomplete', missing })
    const recordedAt = deps.now().toISOString()
    await saveMeasure(tx, { ...measure, version, publishedAt: recordedAt })
    await insertPublication(tx, publicationOf(deps, actor, { measureId, isPublic: true, recordedAt }))
    const detail = { slug: measure.slug, title: measure.title }
    await deps.audit(tx, actor, { action: 'measures.publish-measure', subject: subjectOf(measureId), detail })
    return ok(null)
  })
}
