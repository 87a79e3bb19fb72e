import { ok, type Result } from '#kernel/result.js'
import { organisationNames } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { saveNode } from '../data/plan.store.js'
import { type Assignment, type AssignmentRefusal, assign } from '../domain/bodies.js'
import type { PlanNode } from '../domain/plan.js'
import { nodeToChange } from './node-to-change.js'

/** Changes only who leads a part of a draft and who supports it. */
export async function assignBodies(
  deps: Deps,
  actor: Actor,
  { nodeId, version, bodies }: { readonly nodeId: string; readonly version: number; readonly bodies: Assignment },
): Promise<Result<PlanNode, AssignmentRefusal>> {
  requirePermission(actor, 'plan:edit')
  return deps.db.transaction(async (tx) => {
    const before = await nodeToChange(tx, nodeId)
    const assigned = assign(bodies, new Set((await organisationNames(tx)).keys()))
    if (!assigned.ok) return assigned
    const node: PlanNode = { ...before, version, bodies: assigned.value }
    await saveNode(tx, node)
    const detail = { before: before.bodies, after: node.bodies }
    await deps.audit(tx, actor, { action: 'plan.assign-bodies', subject: `plan.node:${nodeId}`, detail })
    return ok({ ...node, version: version + 1 })
  })
}
