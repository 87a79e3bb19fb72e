import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { insertPublication } from '../data/definitions.store.js'
import { bookOf, withInputs } from '../data/facts.queries.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { hasFigures } from '../data/observations.queries.js'
import { type Measure, whatIsMissing } from '../domain/measure.js'
import { publicationOf } from './publication.js'

/** A measure, as it was when someone decided to publish it. */
export type PublishRequest = {
  readonly measureId: string
  readonly version: number
  /** For a measure that is worked out from others: they may stay unpublished, though its figures come from theirs. */
  readonly inputsStayPrivate?: boolean
}

/** Why a measure cannot be published. */
export type PublishRefusal =
  | { readonly code: 'already-published' }
  | { readonly code: 'incomplete'; readonly missing: readonly string[] }
  /** It is worked out from measures that are not public, and nobody has said that this is meant. */
  | { readonly code: 'inputs-not-public'; readonly measures: readonly string[] }

/** Lets the public read a measure. It must say all that a reader needs, and have a figure. */
export async function publishMeasure(
  deps: Deps,
  actor: Actor,
  { measureId, version, inputsStayPrivate = false }: PublishRequest,
): Promise<Result<null, PublishRefusal>> {
  requirePermission(actor, 'measures:publish')
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    if (measure.publishedAt) return err({ code: 'already-published' })
    const missing = whatIsMissing(measure, await figureCount(tx, measure))
    if (missing.length > 0) return err({ code: 'incomplete', missing })
    const hidden = await unpublishedInputs(tx, measure)
    if (hidden.length > 0 && !inputsStayPrivate) return err({ code: 'inputs-not-public', measures: hidden })
    const recordedAt = deps.now().toISOString()
    await saveMeasure(tx, { ...measure, version, publishedAt: recordedAt })
    await insertPublication(tx, publicationOf(deps, actor, { measureId, isPublic: true, recordedAt }))
    const detail = { slug: measure.slug, title: measure.title, ...(hidden.length > 0 && { inputsNotPublic: hidden }) }
    await deps.audit(tx, actor, { action: 'measures.publish-measure', subject: subjectOf(measureId), detail })
    return ok(null)
  })
}

/** Whether there is any figure to read: taken in, or worked out. */
async function figureCount(db: Db, measure: Measure): Promise<number> {
  if (measure.formula === null) return (await hasFigures(db, measure.id)).own ? 1 : 0
  const { series } = (await bookOf(db, [measure])).get(measure.slug) ?? { series: [] }
  return series.some(({ value }) => value !== null) ? 1 : 0
}

async function unpublishedInputs(db: Db, measure: Measure): Promise<string[]> {
  const all = await withInputs(db, [measure])
  return [...all.values()].filter(({ id, publishedAt }) => id !== measure.id && !publishedAt).map(({ slug }) => slug)
}
