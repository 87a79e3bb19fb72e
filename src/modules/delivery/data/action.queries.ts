import { isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { Action } from '../domain/action.js'
import type { DeliveryTables } from './delivery.tables.js'

type ActionRow = DeliveryTables['delivery_action']

/** One action as it stands, published or not. */
export async function actionById(db: Db, id: string): Promise<Action | undefined> {
  const row = await reading<DeliveryTables>(db)
    .selectFrom('delivery_action')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (await withParts(db, [row]))[0]
}

/** The actions of a plan, published or not, in the order that they were laid down. */
export async function actionsOfPlan(db: Db, planId: string): Promise<Action[]> {
  const rows = await reading<DeliveryTables>(db)
    .selectFrom('delivery_action')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return withParts(db, rows)
}

/** The actions with these ids, in no order. */
export async function actionsById(db: Db, ids: readonly string[]): Promise<Map<string, Action>> {
  const rows: ActionRow[] = []
  for (const chunk of inChunks(ids)) {
    const some = reading<DeliveryTables>(db).selectFrom('delivery_action').selectAll().where('id', 'in', chunk)
    rows.push(...(await some.execute()))
  }
  return new Map((await withParts(db, rows)).map((action) => [action.id, action]))
}

/** Every action that has this slug, one a plan at most. */
export async function actionsBySlug(db: Db, slug: string): Promise<Action[]> {
  const rows = await reading<DeliveryTables>(db)
    .selectFrom('delivery_action')
    .selectAll()
    .where('slug', '=', slug)
    .orderBy('id')
    .execute()
  return withParts(db, rows)
}

/** The actions that the public cannot see yet, oldest first. */
export async function unpublishedActions(db: Db): Promise<Action[]> {
  const rows = await reading<DeliveryTables>(db)
    .selectFrom('delivery_action')
    .selectAll()
    .where('published_at', 'is', null)
    .orderBy('id')
    .execute()
  return withParts(db, rows)
}

async function withParts(db: Db, rows: readonly ActionRow[]): Promise<Action[]> {
  const partners: DeliveryTables['delivery_action_partner'][] = []
  const milestones: DeliveryTables['delivery_milestone'][] = []
  for (const ids of inChunks(rows.map((row) => row.id))) {
    const tables = reading<DeliveryTables>(db)
    const named = tables.selectFrom('delivery_action_partner').selectAll().where('action_id', 'in', ids)
    partners.push(...(await named.orderBy('action_id').orderBy('organisation_id').execute()))
    const steps = tables.selectFrom('delivery_milestone').selectAll().where('action_id', 'in', ids)
    milestones.push(...(await steps.orderBy('position').orderBy('id').execute()))
  }
  const partnersOf = Map.groupBy(partners, (partner) => partner.action_id)
  const milestonesOf = Map.groupBy(milestones, (milestone) => milestone.action_id)
  return rows.map((row) => actionOf(row, partnersOf.get(row.id) ?? [], milestonesOf.get(row.id) ?? []))
}

function actionOf(
  row: ActionRow,
  partners: readonly DeliveryTables['delivery_action_partner'][],
  milestones: readonly DeliveryTables['delivery_milestone'][],
): Action {
  return {
    id: row.id,
    planId: row.plan_id,
    nodeId: row.node_id,
    slug: row.slug,
    position: row.position,
    title: row.title,
    description: row.description,
    leadId: row.lead_id,
    partnerIds: partners.map((partner) => partner.organisation_id),
    startsOn: isoDate(row.starts_on),
    dueOn: isoDate(row.due_on),
    publishedAt: row.published_at,
    version: row.version,
    milestones: milestones.map(({ id, title, due_on, position }) => ({ id, title, dueOn: isoDate(due_on), position })),
  }
}
