import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug, slugOf } from '#kernel/slug.js'
import type { FormulaProblem } from '#modules/formulas/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
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
    const taken = await takenSlugs(tx)
    const slug = wanted ?? freeSlug(description.title, taken)
    const measure = { ...description, id: deps.newId(), slug, publishedAt: null, version: 1, nodeIds }
    const refusal = refusalOf(measure, taken) ?? (await refusalBy(tx, measure))
    if (refusal) return err(refusal)
    await insertMeasure(tx, measure)
    const detail = { slug, nodeIds, ...description }
    await deps.audit(tx, actor, { action: 'measures.register-measure', subject: subjectOf(measure.id), detail })
    return ok(measure)
  })
}

function refusalOf(measure: Measure, taken: ReadonlySet<string>): RegisterRefusal | undefined {
  const { title, slug, pooling } = measure
  if (title.trim() === '') return { code: 'no-title' }
  const allowed = poolingsFor(measure)
  if (!allowed.includes(pooling)) return { code: 'no-such-pooling', allowed }
  if (slug !== slugOf(slug)) return { code: 'not-a-slug', slug }
  return taken.has(slug) ? { code: 'slug-taken', slug } : undefined
}

/** What the rest of the register has against it: places in plans, measures that it is worked out from. */
async function refusalBy(tx: Tx, measure: Measure): Promise<RegisterRefusal | undefined> {
  if ((await unknownNodes(tx, measure.nodeIds)).length > 0) return { code: 'unknown-nodes' }
  const problems = await problemsWithFormula(tx, measure.slug, measure)
  return problems.length > 0 ? { code: 'formula', problems } : chartRefusal(tx, measure)
}
