import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Level, NodeBody, Plan, PlanNode } from '../domain/plan.js'
import type { PlanTables } from './plan.tables.js'

/** Keeps a new plan. */
export async function insertPlan(tx: Tx, plan: Plan): Promise<void> {
  await writing<PlanTables>(tx)
    .insertInto('plan_plan')
    .values({ id: plan.id, body_id: plan.bodyId, ...planRow(plan), version: plan.version })
    .execute()
}

/** Saves a plan's own words and dates only if nobody else has saved them, or its levels, since `plan` was read. */
export async function savePlan(tx: Tx, plan: Plan): Promise<void> {
  const { numUpdatedRows } = await writing<PlanTables>(tx)
    .updateTable('plan_plan')
    .set({ ...planRow(plan), version: plan.version + 1 })
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`plan.plan:${plan.id}`)
}

/** Keeps a new level. */
export async function insertLevel(tx: Tx, level: Level): Promise<void> {
  const { id, planId, parentId } = level
  await writing<PlanTables>(tx)
    .insertInto('plan_level')
    .values({ id, plan_id: planId, parent_id: parentId, ...levelRow(level) })
    .execute()
}

/** Saves a level's words and traits; the plan's version guards it. */
export async function saveLevel(tx: Tx, level: Level): Promise<void> {
  await writing<PlanTables>(tx).updateTable('plan_level').set(levelRow(level)).where('id', '=', level.id).execute()
}

/** Keeps a new part, with its bodies. */
export async function insertNode(tx: Tx, node: PlanNode): Promise<void> {
  const { id, planId, levelId, parentId, position, slug, title, text, version } = node
  await writing<PlanTables>(tx)
    .insertInto('plan_node')
    .values({ id, plan_id: planId, level_id: levelId, parent_id: parentId, position, slug, title, text, version })
    .execute()
  await insertBodies(tx, id, node.bodies)
}

/** Saves a part's words, place and bodies only if nobody else has saved it since `node` was read. */
export async function saveNode(tx: Tx, node: PlanNode): Promise<void> {
  const { numUpdatedRows } = await writing<PlanTables>(tx)
    .updateTable('plan_node')
    .set({
      parent_id: node.parentId,
      position: node.position,
      title: node.title,
      text: node.text,
      version: node.version + 1,
    })
    .where('id', '=', node.id)
    .where('version', '=', node.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`plan.node:${node.id}`)
  await writing<PlanTables>(tx).deleteFrom('plan_node_body').where('node_id', '=', node.id).execute()
  await insertBodies(tx, node.id, node.bodies)
}

/** Shifts a part that made room for another: its words are untouched, so its version stays. */
export async function shiftNode(tx: Tx, { id, position }: Pick<PlanNode, 'id' | 'position'>): Promise<void> {
  await writing<PlanTables>(tx).updateTable('plan_node').set({ position }).where('id', '=', id).execute()
}

/** Removes a part from the draft, if nobody has saved it since it was read. Published versions keep it. */
export async function deleteNode(tx: Tx, { id, version }: Pick<PlanNode, 'id' | 'version'>): Promise<void> {
  const tables = writing<PlanTables>(tx)
  await tables.deleteFrom('plan_node_body').where('node_id', '=', id).execute()
  const { numDeletedRows } = await tables
    .deleteFrom('plan_node')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Conflict(`plan.node:${id}`)
}

async function insertBodies(tx: Tx, nodeId: string, bodies: readonly NodeBody[]): Promise<void> {
  if (bodies.length === 0) return
  const rows = bodies.map(({ organisationId, role, part }, position) => ({
    node_id: nodeId,
    organisation_id: organisationId,
    role,
    part,
    position,
  }))
  await writing<PlanTables>(tx).insertInto('plan_node_body').values(rows).execute()
}

function planRow({ slug, title, vision, electionOn, nextElectionOn, startsOn }: Plan) {
  return { slug, title, vision, election_on: electionOn, next_election_on: nextElectionOn, starts_on: startsOn }
}

function levelRow({ position, name, plural, isTracked, holdsActions }: Level) {
  return { position, name, plural, is_tracked: Number(isTracked), holds_actions: Number(holdsActions) }
}
