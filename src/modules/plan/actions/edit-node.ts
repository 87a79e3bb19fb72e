import { ok, type Result } from '#kernel/result.js'
import { organisationNames } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { saveNode } from '../data/plan.store.js'
import { type Assignment, type AssignmentRefusal, assign } from '../domain/bodies.js'
import type { PlanNode } from '../domain/plan.js'
import { nodeToChange } from './node-to-change.js'

/** A part's words and, where given, its bodies, as changed by someone who saw this version of it. */
export type NodeEdit = Pick<PlanNode, 'title' | 'text'> & {
  readonly nodeId: string
  readonly version: number
  readonly bodies?: Assignment
}

/** Changes what a part of a draft says and, where given, who leads and supports it. Its address stays. */
export async function editNode(
  deps: Deps,
  actor: Actor,
  { nodeId, version, title, text, bodies }: NodeEdit,
): Promise<Result<PlanNode, AssignmentRefusal>> {
  requirePermission(actor, 'plan:edit')
  return deps.db.transaction(async (tx) => {
    const before = await nodeToChange(tx, nodeId)
    const known = new Set((await organisationNames(tx)).keys())
    const assigned = bodies ? assign(bodies, known) : ok(before.bodies)
    if (!assigned.ok) return assigned
    const node: PlanNode = { ...before, version, title, text, bodies: assigned.value }
    await saveNode(tx, node)
    const detail = { before: wordsOf(before), after: wordsOf(node) }
    await deps.audit(tx, actor, { action: 'plan.edit-node', subject: `plan.node:${nodeId}`, detail })
    return ok({ ...node, version: version + 1 })
  })
}

function wordsOf({ title, text, bodies }: PlanNode) {
  return { title, text, bodies }
}
