import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { bodyById, organisationNames } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { allPlans } from '../data/plan.queries.js'
import { insertLevel, insertNode, insertPlan } from '../data/plan.store.js'
import { checkDates, type DateRefusal, type Plan } from '../domain/plan.js'
import { type LevelSeed, type NodeSeed, plant } from '../domain/planting.js'
import type { PlanRequest } from './create-plan.js'

/** A whole plan from elsewhere. */
export type PlanImport = {
  readonly plan: PlanRequest
  readonly levels: readonly LevelSeed[]
  readonly nodes: readonly NodeSeed[]
}

/** Why a plan was not taken in: its dates, or all that is wrong with its parts. */
export type ImportRefusal = DateRefusal | { readonly code: 'unsound'; readonly problems: readonly string[] }

/** A plan that was taken in, with the id that each key was given. */
export type ImportedPlan = {
  readonly planId: string
  readonly slug: string
  readonly nodeIdsByKey: ReadonlyMap<string, string>
}

/** Takes in a whole plan as a draft: all of it, or nothing. */
export async function importPlan(
  deps: Deps,
  actor: Actor,
  request: PlanImport,
): Promise<Result<ImportedPlan, ImportRefusal>> {
  requirePermission(actor, 'plan:edit')
  const dates = checkDates(request.plan)
  if (!dates.ok) return dates
  return deps.db.transaction(async (tx) => {
    found(await bodyById(tx, request.plan.bodyId, deps.today()), 'There is no such body')
    const organisations = new Set((await organisationNames(tx)).keys())
    const slug = freeSlug(request.plan.title, new Set((await allPlans(tx)).map((plan) => plan.slug)))
    const plan: Plan = { ...request.plan, id: deps.newId(), slug, version: 1 }
    const planted = plant(request, { planId: plan.id, newId: deps.newId, organisations })
    if (!planted.ok) return err({ code: 'unsound', problems: planted.error })
    const { levels, nodes, nodeIdsByKey } = planted.value
    await insertPlan(tx, plan)
    for (const level of levels) await insertLevel(tx, level)
    for (const node of nodes) await insertNode(tx, node)
    const detail = { ...request.plan, slug, levels: levels.length, parts: nodes.length }
    await deps.audit(tx, actor, { action: 'plan.import-plan', subject: `plan.plan:${plan.id}`, detail })
    return ok({ planId: plan.id, slug, nodeIdsByKey })
  })
}
