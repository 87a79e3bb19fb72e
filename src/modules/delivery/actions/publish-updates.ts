import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { actionsById } from '../data/action.queries.js'
import { markActionPublished, markUpdatePublished } from '../data/delivery.store.js'
import { updatesById } from '../data/update.queries.js'
import type { Action } from '../domain/action.js'
import type { Update } from '../domain/update.js'

/** What to make public. An update brings its action with it. */
export type PublishRequest = { readonly updateIds: readonly string[]; readonly actionIds?: readonly string[] }

/** How much became public: what already was is left alone and not counted. */
export type Published = { readonly actions: number; readonly updates: number }

/** Makes updates and actions public at once. */
export async function publishUpdates(
  deps: Deps,
  actor: Actor,
  { updateIds, actionIds = [] }: PublishRequest,
): Promise<Result<Published, never>> {
  requirePermission(actor, 'delivery:publish')
  return deps.db.transaction(async (tx) => {
    const updates = allOf(updateIds, await updatesById(tx, unique(updateIds)))
    const wanted = unique([...actionIds, ...updates.map((update) => update.actionId)])
    const actions = allOf(wanted, [...(await actionsById(tx, wanted)).values()])
    const newActions = actions.filter((action) => action.publishedAt === null)
    const newUpdates = updates.filter((update) => update.publishedAt === null)
    for (const action of newActions) await publishAction(deps, actor, tx, action)
    for (const update of newUpdates) await publishUpdate(deps, actor, tx, update)
    return ok({ actions: newActions.length, updates: newUpdates.length })
  })
}

async function publishAction(deps: Deps, actor: Actor, tx: Tx, { id, title }: Action): Promise<void> {
  await markActionPublished(tx, id, deps.now().toISOString())
  const line = { action: 'delivery.publish-action', subject: `delivery.action:${id}`, detail: { title } }
  await deps.audit(tx, actor, line)
}

async function publishUpdate(deps: Deps, actor: Actor, tx: Tx, { id, actionId, on }: Update): Promise<void> {
  await markUpdatePublished(tx, id, deps.now().toISOString(), actor.id)
  const line = { action: 'delivery.publish-update', subject: `delivery.update:${id}`, detail: { actionId, on } }
  await deps.audit(tx, actor, line)
}

function allOf<T extends { id: string }>(ids: readonly string[], there: readonly T[]): readonly T[] {
  const known = new Set(there.map(({ id }) => id))
  const lost = ids.find((id) => !known.has(id))
  if (lost !== undefined) throw new NotFound(`There is nothing to publish with the id ${lost}`)
  return there
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
