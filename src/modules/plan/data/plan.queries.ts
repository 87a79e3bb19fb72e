import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { Level, NodeBody, Plan, PlanNode } from '../domain/plan.js'
import { inReadingOrder, type PlanTree } from '../domain/tree.js'
import type { PlanTables } from './plan.tables.js'

/** Every plan, the newest planning period first. */
export async function allPlans(db: Db): Promise<Plan[]> {
  const rows = await plans(db).selectAll().orderBy('starts_on', 'desc').orderBy('id').execute()
  return rows.map(planOf)
}

/** The plan with this id, as its draft stands. */
export async function planById(db: Db, id: string): Promise<Plan | undefined> {
  const row = await plans(db).selectAll().where('id', '=', id).executeTakeFirst()
  return row && planOf(row)
}

/** The plan at this address, as its draft stands. */
export async function planBySlug(db: Db, slug: string): Promise<Plan | undefined> {
  const row = await plans(db).selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && planOf(row)
}

/** The levels of a plan, in order. */
export async function levelsOf(db: Db, planId: string): Promise<Level[]> {
  const levels = reading<PlanTables>(db).selectFrom('plan_level')
  const rows = await levels.selectAll().where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    parentId: row.parent_id,
    position: row.position,
    name: row.name,
    plural: row.plural,
    isTracked: row.is_tracked === 1,
    holdsActions: row.holds_actions === 1,
  }))
}

/** The whole plan as its draft stands; undefined when there is no such plan. */
export async function planTree(db: Db, planId: string): Promise<PlanTree | undefined> {
  const plan = await planById(db, planId)
  if (!plan) return undefined
  const levels = await levelsOf(db, planId)
  return { plan, levels, nodes: inReadingOrder(levels, await nodesOf(db, planId)) }
}

/** The whole draft that holds this part; undefined when there is no such part. */
export async function treeOfNode(db: Db, nodeId: string): Promise<PlanTree | undefined> {
  const nodes = reading<PlanTables>(db).selectFrom('plan_node')
  const row = await nodes.select('plan_id').where('id', '=', nodeId).executeTakeFirst()
  return row && planTree(db, row.plan_id)
}

async function nodesOf(db: Db, planId: string): Promise<PlanNode[]> {
  const tables = reading<PlanTables>(db)
  const rows = await tables.selectFrom('plan_node').selectAll().where('plan_id', '=', planId).orderBy('id').execute()
  const bodies = await tables
    .selectFrom('plan_node_body')
    .innerJoin('plan_node', 'plan_node.id', 'plan_node_body.node_id')
    .selectAll('plan_node_body')
    .where('plan_node.plan_id', '=', planId)
    .orderBy('plan_node_body.position')
    .orderBy('plan_node_body.node_id')
    .orderBy('plan_node_body.organisation_id')
    .execute()
  const bodiesByNode = Map.groupBy(bodies, (row) => row.node_id)
  return rows.map((row) => nodeOfRow(row, (bodiesByNode.get(row.id) ?? []).map(bodyOf)))
}

const plans = (db: Db) => reading<PlanTables>(db).selectFrom('plan_plan')

function planOf(row: PlanTables['plan_plan']): Plan {
  return {
    id: row.id,
    bodyId: row.body_id,
    slug: row.slug,
    title: row.title,
    vision: row.vision,
    electionOn: isoDate(row.election_on),
    nextElectionOn: isoDate(row.next_election_on),
    startsOn: isoDate(row.starts_on),
    version: row.version,
  }
}

function nodeOfRow(row: PlanTables['plan_node'], bodies: readonly NodeBody[]): PlanNode {
  return {
    id: row.id,
    planId: row.plan_id,
    levelId: row.level_id,
    parentId: row.parent_id,
    position: row.position,
    slug: row.slug,
    title: row.title,
    text: row.text,
    version: row.version,
    bodies,
  }
}

function bodyOf(row: PlanTables['plan_node_body']): NodeBody {
  return { organisationId: row.organisation_id, role: row.role, part: row.part }
}
