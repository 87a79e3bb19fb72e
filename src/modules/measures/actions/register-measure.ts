import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug, slugOf } from '#kernel/slug.js'
import type { FormulaProblem } from '#modules/formulas/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { takenSlugs } from '../data/measures.queries.js'
import { insertMeasure, subjectOf } from '../data/measures.store.js'
import { inFull, type Measure, type MeasureDraft } from '../domain/measure.js'
import { type Pooling, poolingsFor } from '../domain/measure-method.js'
import { type ChartRefusal, chartRefusal } from './check-chart.js'
import { problemsWithFormula } from './check-formula.js'
import { unknownNodes } from './unknown-nodes.js'

/** A measure to enter in the register. Without a slug it gets one from its title. */
export type RegisterRequest = MeasureDraft & { readonly slug?: string; readonly nodeIds?: readonly string[] }

/** Why a measure cannot be entered. */
export type RegisterRefusal =
  | { readonly code: 'no-title' }
  | { readonly code: 'slug-taken'; readonly slug: string }
  | { readonly code: 'not-a-slug'; readonly slug: string }
  | { readonly code: 'unknown-nodes' }
  /** Longer periods of such figures cannot be made so. */
  | { readonly code: 'no-such-pooling'; readonly allowed: readonly Pooling[] }
  | { readonly code: 'formula'; readonly problems: readonly FormulaProblem[] }
  | ChartRefusal

/** Enters a measure in the register as a draft: complete or not, the public does not see it yet. */
export async function registerMeasure(
  deps: Deps,
  actor: Actor,
  request: RegisterRequest,
): Promise<Result<Measure, RegisterRefusal>> {
  requirePermission(actor, 'measures:edit')
  return deps.db.transaction(async (tx) => {
    const { slug: wanted, nodeIds = [], ...draft } = request
    const description = inFull(draft)
    if (description.title.trim() === '') return err({ code: 'no-title' })
    const allowed = poolingsFor(description)
    if (!allowed.includes(description.pooling)) return err({ code: 'no-such-pooling', allowed })
    const taken = await takenSlugs(tx)
    if (wanted !== undefined && wanted !== slugOf(wanted)) return err({ code: 'not-a-slug', slug: wanted })
    if (wanted !== undefined && taken.has(wanted)) return err({ code: 'slug-taken', slug: wanted })
    if ((await unknownNodes(tx, nodeIds)).length > 0) return err({ code: 'unknown-nodes' })
    const slug = wanted ?? freeSlug(description.title, taken)
    const problems = await problemsWithFormula(tx, slug, description)
    if (problems.length > 0) return err({ code: 'formula', problems })
    const measure = { ...description, id: deps.newId(), slug, publishedAt: null, version: 1, nodeIds }
    const chart = await chartRefusal(tx, measure)
    if (chart) return err(chart)
    await insertMeasure(tx, measure)
    const detail = { slug, nodeIds, ...description }
    await deps.audit(tx, actor, { action: 'measures.register-measure', subject: subjectOf(measure.id), detail })
    return ok(measure)
  })
}
