import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { actionsOfPlan } from '../data/action.queries.js'
import { insertAction } from '../data/delivery.store.js'
import type { Action, ActionDraft, ActionRefusal } from '../domain/action.js'
import { problemWithDraft } from './check-draft.js'

type Request = ActionDraft & { readonly planId: string }

/** Lays down a new action under a part of the plan that holds actions. It is not public until it is published. */
export async function createAction(deps: Deps, actor: Actor, request: Request): Promise<Result<Action, ActionRefusal>> {
  requirePermission(actor, 'delivery:edit')
  return deps.db.transaction(async (tx) => {
    const problem = await problemWithDraft(tx, request.planId, request, [])
    if (problem) return err(problem)
    const others = await actionsOfPlan(tx, request.planId)
    const action: Action = {
      ...request,
      id: deps.newId(),
      slug: freeSlug(request.title, new Set(others.map(({ slug }) => slug))),
      position: Math.max(0, ...others.map(({ position }) => position)) + 1,
      publishedAt: null,
      version: 1,
      milestones: [],
    }
    await insertAction(tx, action)
    const { title, nodeId, leadId, startsOn, dueOn } = action
    await deps.audit(tx, actor, {
      action: 'delivery.create-action',
      subject: `delivery.action:${action.id}`,
      detail: { title, nodeId, leadId, startsOn, dueOn },
    })
    return ok(action)
  })
}
