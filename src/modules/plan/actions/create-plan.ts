import { ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { bodyById } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { allPlans } from '../data/plan.queries.js'
import { insertLevel, insertPlan } from '../data/plan.store.js'
import { checkDates, type DateRefusal, type Level, type Plan } from '../domain/plan.js'

/** A plan to begin. */
export type PlanRequest = Pick<Plan, 'bodyId' | 'title' | 'vision' | 'electionOn' | 'nextElectionOn' | 'startsOn'>

/** Begins the draft of a plan, with two levels to start from; its address comes from its title and stays. */
export async function createPlan(
  deps: Deps,
  actor: Actor,
  request: PlanRequest,
): Promise<Result<{ id: string; slug: string }, DateRefusal>> {
  requirePermission(actor, 'plan:edit')
  const dates = checkDates(request)
  if (!dates.ok) return dates
  return deps.db.transaction(async (tx) => {
    found(await bodyById(tx, request.bodyId, deps.today()), 'There is no such body')
    const slug = freeSlug(request.title, new Set((await allPlans(tx)).map((plan) => plan.slug)))
    const plan: Plan = { ...request, id: deps.newId(), slug, version: 1 }
    await insertPlan(tx, plan)
    for (const level of firstLevels(plan.id, deps.newId)) await insertLevel(tx, level)
    await deps.audit(tx, actor, {
      action: 'plan.create-plan',
      subject: `plan.plan:${plan.id}`,
      detail: { ...request, slug },
    })
    return ok({ id: plan.id, slug })
  })
}

/** What a new plan starts with, until the office uses its own words. */
function firstLevels(planId: string, newId: () => string): Level[] {
  const theme: Level = {
    ...{ id: newId(), planId, parentId: null, position: 0 },
    ...{ name: 'Theme', plural: 'Themes', isTracked: false, holdsActions: false },
  }
  const commitment: Level = {
    ...{ id: newId(), planId, parentId: theme.id, position: 1 },
    ...{ name: 'Commitment', plural: 'Commitments', isTracked: true, holdsActions: true },
  }
  return [theme, commitment]
}
