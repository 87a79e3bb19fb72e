import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { FormulaProblem } from '#modules/formulas/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { definitionsOf } from '../data/definitions.queries.js'
import { insertDefinition } from '../data/definitions.store.js'
import { insertBreak } from '../data/marks.store.js'
import { measureById } from '../data/measures.queries.js'
import { saveMeasure, subjectOf } from '../data/measures.store.js'
import { hasFigures } from '../data/observations.queries.js'
import { changedFields, descriptionOf } from '../domain/definition.js'
import { inFull, type Measure, type MeasureDescription, type MeasureDraft, whatIsMissing } from '../domain/measure.js'
import { type Pooling, poolingsFor } from '../domain/measure-method.js'
import { type ChartRefusal, chartRefusal } from './check-chart.js'
import { type BrokenFormula, formulaBrokenBy, problemsWithFormula } from './check-formula.js'

/** What a measure should say from now on. Of its method, what is left out stays as it was. */
export type EditRequest = {
  readonly measureId: string
  readonly version: number
  readonly description: MeasureDraft
  /** Why; needed once the measure has figures. */
  readonly reason?: string
  /** The day from which figures mean something else than before: the series breaks there. */
  readonly changesMeaningFrom?: IsoDate | null
}

/** Why a measure cannot be changed so. */
export type EditRefusal =
  | { readonly code: 'no-title' }
  /** Its figures were read as another unit or another kind of period. */
  | { readonly code: 'has-figures'; readonly field: 'unit' | 'frequency' | 'formula' }
  | { readonly code: 'no-reason' }
  /** Longer periods of such figures cannot be made so. */
  | { readonly code: 'no-such-pooling'; readonly allowed: readonly Pooling[] }
  | { readonly code: 'formula'; readonly problems: readonly FormulaProblem[] }
  | ChartRefusal
  /** Another measure is worked out from it, and its formula would no longer hold. */
  | ({ readonly code: 'breaks-formula' } & BrokenFormula)
  /** It is published, and would no longer be complete. */
  | { readonly code: 'incomplete'; readonly missing: readonly string[] }

/**
 * Changes what a measure says of itself. A published one stays complete, and figures keep the unit they came in. Every
 * wording is kept with its number; one that changes the meaning breaks the series.
 */
export async function editMeasure(
  deps: Deps,
  actor: Actor,
  request: EditRequest,
): Promise<Result<Measure, EditRefusal>> {
  requirePermission(actor, 'measures:edit')
  const { measureId, version, description: draft, reason = '' } = request
  return deps.db.transaction(async (tx) => {
    const before = found(await measureById(tx, measureId), 'There is no such measure')
    const description = editedFrom(before, draft)
    const isChanged = changedFields(descriptionOf(before), description).some((field) => field !== 'isHeadline')
    const held = await hasFigures(tx, measureId)
    const refusal = refusalOf(before, description, held)
    if (refusal) return err(refusal)
    if (isChanged && held.any && reason.trim() === '') return err({ code: 'no-reason' })
    const problems = await problemsWithFormula(tx, before.slug, description)
    if (problems.length > 0) return err({ code: 'formula', problems })
    const measure = { ...before, ...description, version }
    const chart = await chartRefusal(tx, measure, before)
    if (chart) return err(chart)
    const broken = await formulaBrokenBy(tx, before, measure)
    if (broken) return err({ code: 'breaks-formula', ...broken })
    await saveMeasure(tx, measure)
    if (isChanged) await keepWordings(tx, deps, actor, { before, description, request })
    const detail = { before: wordsOf(before), after: wordsOf(measure), reason }
    await deps.audit(tx, actor, { action: 'measures.edit-measure', subject: subjectOf(measureId), detail })
    return ok({ ...measure, version: version + 1 })
  })
}

type Change = {
  readonly before: Measure
  readonly description: MeasureDescription
  readonly request: EditRequest
}

/** The first change also keeps the wording that stood before it. */
async function keepWordings(tx: Tx, deps: Deps, actor: Actor, { before, description, request }: Change): Promise<void> {
  const { measureId, reason = '', changesMeaningFrom: startsOn = null } = request
  const { length } = await definitionsOf(tx, measureId)
  const recorded = { measureId, recordedAt: deps.now().toISOString(), recordedBy: actor.name }
  if (length === 0) {
    const first = { number: 1, description: descriptionOf(before), reason: '', changesMeaning: false, knownOn: null }
    await insertDefinition(tx, { ...recorded, ...first, id: deps.newId() })
  }
  const wording = { number: Math.max(1, length) + 1, description, reason, changesMeaning: startsOn !== null }
  await insertDefinition(tx, { ...recorded, ...wording, id: deps.newId(), knownOn: deps.today() })
  if (startsOn === null) return
  const mark = { ...recorded, id: deps.newId(), startsOn, knownOn: deps.today(), acknowledgement: null }
  await insertBreak(tx, { ...mark, kind: 'definition', reason: reason || 'The definition changed' })
}

/** The method stays as it was where nothing else is said, unless unit or frequency now call for another. */
function editedFrom(before: Measure, draft: MeasureDraft): MeasureDescription {
  const { pooling, per, formula, isSeasonal, isSurvey, suppressBelow, controlChart, beyondWhole } = before
  const isSameKind = draft.unit === before.unit && draft.frequency === before.frequency
  const kept = {
    formula,
    isSeasonal,
    isSurvey,
    suppressBelow,
    beyondWhole,
    ...(isSameKind && { pooling, per, controlChart }),
  }
  return inFull({ ...kept, ...draft })
}

type Held = { readonly any: boolean; readonly own: boolean }

function refusalOf(before: Measure, after: MeasureDescription, held: Held): EditRefusal | undefined {
  if (after.title.trim() === '') return { code: 'no-title' }
  const allowed = poolingsFor(after)
  if (!allowed.includes(after.pooling)) return { code: 'no-such-pooling', allowed }
  if (held.any && after.unit !== before.unit) return { code: 'has-figures', field: 'unit' }
  if (held.any && after.frequency !== before.frequency) return { code: 'has-figures', field: 'frequency' }
  if (held.any && after.formula !== null && before.formula === null) return { code: 'has-figures', field: 'formula' }
  const missing = before.publishedAt ? whatIsMissing(after, held.own || after.formula !== null ? 1 : 0) : []
  return missing.length > 0 ? { code: 'incomplete', missing } : undefined
}

function wordsOf({ nodeIds: _nodeIds, publishedAt: _publishedAt, ...words }: Measure) {
  return words
}
