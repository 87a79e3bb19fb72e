import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { figureCounts } from '../data/observations.queries.js'
import { type Measure, type MeasureDescription, whatIsMissing } from '../domain/measure.js'

/** What a measure should say from now on. */
export type EditRequest = {
  readonly measureId: string
  readonly version: number
  readonly description: MeasureDescription
}

/** Why a measure cannot be changed so. */
export type EditRefusal =
  | { readonly code: 'no-title' }
  /** Its figures were read as another unit or another kind of period. */
  | { readonly code: 'has-figures'; readonly field: 'unit' | 'frequency' }
  /** It is published, and would no longer be complete. */
  | { readonly code: 'incomplete'; readonly missing: readonly string[] }

/** Changes what a measure says of itself. A published one stays complete, and figures keep the unit they came in. */
export async function editMeasure(
  deps: Deps,
  actor: Actor,
  { measureId, version, description }: EditRequest,
): Promise<Result<Measure, EditRefusal>> {
  requirePermission(actor, 'measures:edit')
  return deps.db.transaction(async (tx) => {
    const before = found(await measureById(tx, measureId), 'There is no such measure')
    const figures = (await figureCounts(tx)).get(measureId) ?? 0
    const refusal = refusalOf(before, description, figures)
    if (refusal) return err(refusal)
    const measure = { ...before, ...description, version }
    await saveMeasure(tx, measure)
    const detail = { before: wordsOf(before), after: wordsOf(measure) }
    await deps.audit(tx, actor, { action: 'measures.edit-measure', subject: subjectOf(measureId), detail })
    return ok({ ...measure, version: version + 1 })
  })
}

function refusalOf(before: Measure, after: MeasureDescription, figures: number): EditRefusal | undefined {
  if (after.title.trim() === '') return { code: 'no-title' }
  if (figures > 0 && after.unit !== before.unit) return { code: 'has-figures', field: 'unit' }
  if (figures > 0 && after.frequency !== before.frequency) return { code: 'has-figures', field: 'frequency' }
  const missing = before.publishedAt ? whatIsMissing(after, figures) : []
  return missing.length > 0 ? { code: 'incomplete', missing } : undefined
}

function wordsOf({ nodeIds: _nodeIds, publishedAt: _publishedAt, ...words }: Measure) {
  return words
}
