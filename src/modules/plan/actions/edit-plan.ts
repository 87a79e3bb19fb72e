import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { planById } from '../data/plan.queries.js'
import { savePlan } from '../data/plan.store.js'
import { checkDates, type DateRefusal, type Plan } from '../domain/plan.js'

/** A plan's own words and dates, as changed by someone who saw this version of them. */
export type PlanEdit = { readonly planId: string; readonly version: number } & Pick<
  Plan,
  'title' | 'vision' | 'electionOn' | 'nextElectionOn' | 'startsOn'
>

/** Changes what a draft is called, what it is for, and its dates. Its address stays. */
export async function editPlan(deps: Deps, actor: Actor, request: PlanEdit): Promise<Result<Plan, DateRefusal>> {
  requirePermission(actor, 'plan:edit')
  const { planId, ...edit } = request
  const dates = checkDates(edit)
  if (!dates.ok) return dates
  return deps.db.transaction(async (tx) => {
    const before = found(await planById(tx, planId), 'There is no such plan')
    const plan: Plan = { ...before, ...edit }
    await savePlan(tx, plan)
    const detail = { before: wordsOf(before), after: wordsOf(plan) }
    await deps.audit(tx, actor, { action: 'plan.edit-plan', subject: `plan.plan:${planId}`, detail })
    return ok({ ...plan, version: plan.version + 1 })
  })
}

function wordsOf({ title, vision, electionOn, nextElectionOn, startsOn }: Plan) {
  return { title, vision, electionOn, nextElectionOn, startsOn }
}
