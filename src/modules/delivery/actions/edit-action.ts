import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { actionById } from '../data/action.queries.js'
import { saveAction } from '../data/delivery.store.js'
import type { Action, ActionDraft, ActionRefusal } from '../domain/action.js'
import { problemWithDraft } from './check-draft.js'

type Request = ActionDraft & { readonly actionId: string; readonly version: number }

/** Changes what an action says, who answers for it, or its dates. What stood before is kept in the audit trail. */
export async function editAction(deps: Deps, actor: Actor, request: Request): Promise<Result<Action, ActionRefusal>> {
  requirePermission(actor, 'delivery:edit')
  const { actionId, version, ...draft } = request
  return deps.db.transaction(async (tx) => {
    const before = found(await actionById(tx, actionId), `There is no action ${actionId}`)
    const problem = await problemWithDraft(tx, before.planId, draft, before.milestones)
    if (problem) return err(problem)
    const after: Action = { ...before, ...draft, version }
    await saveAction(tx, after)
    await deps.audit(tx, actor, {
      action: 'delivery.edit-action',
      subject: `delivery.action:${actionId}`,
      detail: { before: factsOf(before), after: factsOf(after) },
    })
    return ok({ ...after, version: version + 1 })
  })
}

function factsOf({ nodeId, title, description, leadId, partnerIds, startsOn, dueOn }: Action) {
  return { nodeId, title, description, leadId, partnerIds: [...partnerIds].sort(), startsOn, dueOn }
}
