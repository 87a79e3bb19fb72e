import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { actionById } from '../data/action.queries.js'
import { insertUpdate } from '../data/delivery.store.js'
import { updatesOf } from '../data/update.queries.js'
import type { Action } from '../domain/action.js'
import { checkUpdate, type Update, type UpdateDraft, type UpdateRefusal } from '../domain/update.js'
import { requireTheirs } from './scope.js'

type Request = UpdateDraft & { readonly actionId: string }

/** Records what was done. It is not public until it is published, and never rewritten: a correction is a newer update. */
export async function recordUpdate(deps: Deps, actor: Actor, request: Request): Promise<Result<Update, UpdateRefusal>> {
  requirePermission(actor, 'delivery:update')
  const { actionId, ...draft } = request
  return deps.db.transaction(async (tx) => {
    const action = found(await actionById(tx, actionId), `There is no action ${actionId}`)
    requireTheirs(actor, action)
    return keepUpdate(deps, actor, tx, { action, draft })
  })
}

/** Checks an update against what the action's earlier updates say, and keeps it with its line in the audit trail. */
export async function keepUpdate(
  deps: Deps,
  actor: Actor,
  tx: Tx,
  { action, draft }: { action: Action; draft: UpdateDraft },
): Promise<Result<Update, UpdateRefusal>> {
  const checked = checkUpdate(action, await updatesOf(tx, [action.id]), draft, deps.today())
  if (!checked.ok) return err(checked.error)
  const update: Update = {
    ...checked.value,
    id: deps.newId(),
    actionId: action.id,
    recordedAt: deps.now().toISOString(),
    recordedBy: actor.id,
    publishedAt: null,
  }
  await insertUpdate(tx, update)
  const { on, text, evidence, completes, override } = update
  await deps.audit(tx, actor, {
    action: 'delivery.record-update',
    subject: `delivery.update:${update.id}`,
    detail: { actionId: action.id, on, text, evidence, completes, override },
  })
  return ok(update)
}
