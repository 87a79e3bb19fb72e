import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { actionById } from '../data/action.queries.js'
import { saveAction, saveMilestones } from '../data/delivery.store.js'
import { updatesOf } from '../data/update.queries.js'
import type { Milestone, MilestoneDraft } from '../domain/action.js'
import { arrangeMilestones, type MilestoneRefusal } from '../domain/milestones.js'

type Request = { readonly actionId: string; readonly version: number; readonly milestones: readonly MilestoneDraft[] }

/** Sets the milestones of an action: adds, rewords, dates and removes them. */
export async function editMilestones(
  deps: Deps,
  actor: Actor,
  { actionId, version, milestones }: Request,
): Promise<Result<Milestone[], MilestoneRefusal>> {
  requirePermission(actor, 'delivery:edit')
  return deps.db.transaction(async (tx) => {
    const action = found(await actionById(tx, actionId), `There is no action ${actionId}`)
    const arranged = arrangeMilestones(action, await updatesOf(tx, [actionId]), milestones, deps.newId)
    if (!arranged.ok) return err(arranged.error)
    await saveAction(tx, { ...action, version })
    await saveMilestones(tx, actionId, arranged.value)
    await deps.audit(tx, actor, {
      action: 'delivery.edit-milestones',
      subject: `delivery.action:${actionId}`,
      detail: { before: action.milestones.map(factsOf), after: arranged.value.map(factsOf) },
    })
    return ok(arranged.value)
  })
}

function factsOf({ id, title, dueOn }: Milestone) {
  return { id, title, dueOn }
}
