import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Action, Milestone } from '../domain/action.js'
import type { Note } from '../domain/note.js'
import type { Update } from '../domain/update.js'
import type { DeliveryTables } from './delivery.tables.js'

/** Keeps a new action with its partners and milestones. */
export async function insertAction(tx: Tx, action: Action): Promise<void> {
  await writing<DeliveryTables>(tx)
    .insertInto('delivery_action')
    .values({
      id: action.id,
      plan_id: action.planId,
      slug: action.slug,
      position: action.position,
      published_at: action.publishedAt,
      version: action.version,
      ...columnsOf(action),
    })
    .execute()
  await insertPartners(tx, action)
  for (const milestone of action.milestones) await insertMilestone(tx, action.id, milestone)
}

/** Saves what a person may change, only if nobody else has saved since the action was read. */
export async function saveAction(tx: Tx, action: Action): Promise<void> {
  const { numUpdatedRows } = await writing<DeliveryTables>(tx)
    .updateTable('delivery_action')
    .set({ ...columnsOf(action), version: action.version + 1 })
    .where('id', '=', action.id)
    .where('version', '=', action.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`delivery.action:${action.id}`)
  await writing<DeliveryTables>(tx).deleteFrom('delivery_action_partner').where('action_id', '=', action.id).execute()
  await insertPartners(tx, action)
}

/** Sets the milestones of an action: those without a place in the list go, the others are kept or added. */
export async function saveMilestones(tx: Tx, actionId: string, milestones: readonly Milestone[]): Promise<void> {
  const tables = writing<DeliveryTables>(tx)
  const kept = milestones.map(({ id }) => id)
  const gone = tables.deleteFrom('delivery_milestone').where('action_id', '=', actionId)
  await (kept.length > 0 ? gone.where('id', 'not in', kept) : gone).execute()
  for (const { id, position, title, dueOn } of milestones) {
    await tables
      .insertInto('delivery_milestone')
      .values({ id, action_id: actionId, position, title, due_on: dueOn })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ position, title, due_on: dueOn }))
      .execute()
  }
}

/** Keeps a new update. Nothing here changes one, but for its publication. */
export async function insertUpdate(tx: Tx, update: Update): Promise<void> {
  const tables = writing<DeliveryTables>(tx)
  await tables
    .insertInto('delivery_update')
    .values({
      id: update.id,
      action_id: update.actionId,
      on_date: update.on,
      text: update.text,
      evidence_title: update.evidence?.title ?? null,
      evidence_url: update.evidence?.url ?? null,
      override_status: update.override?.status ?? null,
      override_reason: update.override?.reason ?? null,
      recorded_at: update.recordedAt,
      recorded_by: update.recordedBy,
      published_at: update.publishedAt,
      published_by: null,
    })
    .execute()
  for (const milestone_id of update.completes) {
    await tables.insertInto('delivery_update_milestone').values({ update_id: update.id, milestone_id }).execute()
  }
}

/** Keeps a note of the office beside an action. */
export async function insertNote(tx: Tx, note: Note): Promise<void> {
  await writing<DeliveryTables>(tx)
    .insertInto('delivery_note')
    .values({
      id: note.id,
      action_id: note.actionId,
      kind: note.kind,
      text: note.text,
      written_at: note.writtenAt,
      written_by: note.writtenBy,
    })
    .execute()
}

/** From this moment the update is public. */
export async function markUpdatePublished(tx: Tx, id: string, at: string, by: string): Promise<void> {
  await writing<DeliveryTables>(tx)
    .updateTable('delivery_update')
    .set({ published_at: at, published_by: by })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** From this moment the action is public. */
export async function markActionPublished(tx: Tx, id: string, at: string): Promise<void> {
  await writing<DeliveryTables>(tx)
    .updateTable('delivery_action')
    .set({ published_at: at })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

function columnsOf(action: Action) {
  return {
    node_id: action.nodeId,
    title: action.title,
    description: action.description,
    lead_id: action.leadId,
    starts_on: action.startsOn,
    due_on: action.dueOn,
  }
}

async function insertPartners(tx: Tx, { id, partnerIds }: Action): Promise<void> {
  for (const organisation_id of partnerIds) {
    await writing<DeliveryTables>(tx)
      .insertInto('delivery_action_partner')
      .values({ action_id: id, organisation_id })
      .execute()
  }
}

async function insertMilestone(tx: Tx, actionId: string, { id, position, title, dueOn }: Milestone): Promise<void> {
  await writing<DeliveryTables>(tx)
    .insertInto('delivery_milestone')
    .values({ id, action_id: actionId, position, title, due_on: dueOn })
    .execute()
}
