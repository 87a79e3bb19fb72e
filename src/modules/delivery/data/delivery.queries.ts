import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import type { Action } from '../domain/action.js'
import { type ActionPicture, actionPicture, type DeliveryPicture, deliveryPicture } from '../domain/picture.js'
import type { Update } from '../domain/update.js'
import { actionById, actionsById, actionsOfPlan, unpublishedActions } from './action.queries.js'
import { unpublishedUpdates, updatesOf } from './update.queries.js'

/**
 * How a plan's delivery stood on a day, from published actions and published updates only: those that were public by
 * the day `knownOn`, where one is given.
 */
export async function publishedDelivery(
  db: Db,
  planId: string,
  asAt: IsoDate,
  knownOn?: IsoDate,
): Promise<DeliveryPicture> {
  const isPublic = ({ publishedAt }: { readonly publishedAt: string | null }) =>
    publishedAt !== null && (knownOn === undefined || ukDateOf(new Date(publishedAt)) <= knownOn)
  const actions = (await actionsOfPlan(db, planId)).filter(isPublic)
  const updates = (await updatesOf(db, idsOf(actions))).filter(isPublic)
  return deliveryPicture(planId, actions, updates, asAt)
}

/** How a plan's delivery stood on a day by everything recorded, published or not: for staff. */
export async function deliveryFor(db: Db, planId: string, asAt: IsoDate): Promise<DeliveryPicture> {
  const actions = await actionsOfPlan(db, planId)
  return deliveryPicture(planId, actions, await updatesOf(db, idsOf(actions)), asAt)
}

/** One action for staff: by all that is recorded, and as the public sees it (undefined when it does not). */
export type StaffAction = { readonly recorded: ActionPicture; readonly published: ActionPicture | undefined }

/** One action with its updates, for staff. */
export async function staffAction(db: Db, id: string, asAt: IsoDate): Promise<StaffAction | undefined> {
  const action = await actionById(db, id)
  if (!action) return undefined
  const updates = await updatesOf(db, [id])
  const open = updates.filter((update) => update.publishedAt !== null)
  return {
    recorded: actionPicture(action, updates, asAt),
    published: action.publishedAt === null ? undefined : actionPicture(action, open, asAt),
  }
}

/** An update with the action that it speaks of. */
export type UpdateOfAction = { readonly update: Update; readonly action: Action }

/** What was recorded and is not public yet: whole actions, and updates. */
export async function waitingToBePublished(db: Db): Promise<{ actions: Action[]; updates: UpdateOfAction[] }> {
  const updates = await unpublishedUpdates(db)
  const actions = await actionsById(db, [...new Set(updates.map((update) => update.actionId))])
  return { actions: await unpublishedActions(db), updates: paired(updates, actions) }
}

/** Published updates of published actions, newest publication first: for feeds and "what was published lately". */
export async function publishedUpdates(db: Db, planId: string, limit: number): Promise<UpdateOfAction[]> {
  const actions = (await actionsOfPlan(db, planId)).filter((action) => action.publishedAt !== null)
  const updates = (await updatesOf(db, idsOf(actions))).filter((update) => update.publishedAt !== null)
  const newest = updates.sort((a, b) => ((b.publishedAt ?? '') + b.id < (a.publishedAt ?? '') + a.id ? -1 : 1))
  return paired(newest.slice(0, limit), new Map(actions.map((action) => [action.id, action])))
}

function paired(updates: readonly Update[], actions: ReadonlyMap<string, Action>): UpdateOfAction[] {
  return updates.flatMap((update) => {
    const action = actions.get(update.actionId)
    return action ? [{ update, action }] : []
  })
}

function idsOf(actions: readonly Action[]): string[] {
  return actions.map((action) => action.id)
}
