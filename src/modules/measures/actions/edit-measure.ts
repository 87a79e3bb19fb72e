import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { hasFigures } from '../data/observations.queries.js'
import { inFull, type Measure, type MeasureDescription, type MeasureDraft, whatIsMissing } from '../domain/measure.js'

/** What a measure should say from now on. Of its method, what is left out stays as it was. */
export type EditRequest = {
  readonly measureId: string
  readonly version: number
  readonly description: MeasureDraft
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
  { measureId, version, description: draft }: EditRequest,
): Promise<Result<Measure, EditRefusal>> {
  requirePermission(actor, 'measures:edit')
  return deps.db.transaction(async (tx) => {
    const before = found(await measureById(tx, measureId), 'There is no such measure')
    const description = editedFrom(before, draft)
    const refusal = refusalOf(before, description, await hasFigures(tx, measureId))
    if (refusal) return err(refusal)
    const measure = { ...before, ...description, version }
    await saveMeasure(tx, measure)
    const detail = { before: wordsOf(before), after: wordsOf(measure) }
    await deps.audit(tx, actor, { action: 'measures.edit-measure', subject: subjectOf(measureId), detail })
    return ok({ ...measure, version: version + 1 })
  })
}

/** The method stays as it was where nothing else is said, unless unit or frequency now call for another. */
function editedFrom(before: Measure, draft: MeasureDraft): MeasureDescription {
  const { pooling, per, formula, isSeasonal, isSurvey, suppressBelow } = before
  const isSameKind = draft.unit === before.unit && draft.frequency === before.frequency
  const kept = { formula, isSeasonal, isSurvey, suppressBelow, ...(isSameKind && { pooling, per }) }
  return inFull({ ...kept, ...draft })
}

type Held = { readonly any: boolean; readonly own: boolean }

function refusalOf(before: Measure, after: MeasureDescription, held: Held): EditRefusal | undefined {
  if (after.title.trim() === '') return { code: 'no-title' }
  if (held.any && after.unit !== before.unit) return { code: 'has-figures', field: 'unit' }
  if (held.any && after.frequency !== before.frequency) return { code: 'has-figures', field: 'frequency' }
  const missing = before.publishedAt ? whatIsMissing(after, held.own ? 1 : 0) : []
  return missing.length > 0 ? { code: 'incomplete', missing } : undefined
}

function wordsOf({ nodeIds: _nodeIds, publishedAt: _publishedAt, ...words }: Measure) {
  return words
}
