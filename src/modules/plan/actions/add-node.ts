import { ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { organisationNames } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { planTree } from '../data/plan.queries.js'
import { insertNode } from '../data/plan.store.js'
import { type Assignment, type AssignmentRefusal, assign } from '../domain/bodies.js'
import { checkParent, type PlacementRefusal } from '../domain/placement.js'
import type { PlanNode } from '../domain/plan.js'
import { siblingsAt } from '../domain/tree.js'

/** A part to add to a draft, last among its level's parts there. */
export type NodeRequest = Pick<PlanNode, 'planId' | 'levelId' | 'parentId' | 'title' | 'text'> & {
  readonly bodies?: Assignment
}

const NOBODY: Assignment = { leadId: null, supporting: [] }

/** Adds a part to a draft. Its address comes from its title and stays, whatever the title becomes. */
export async function addNode(
  deps: Deps,
  actor: Actor,
  request: NodeRequest,
): Promise<Result<PlanNode, PlacementRefusal | AssignmentRefusal>> {
  requirePermission(actor, 'plan:edit')
  const { planId, levelId, parentId, title, text } = request
  return deps.db.transaction(async (tx) => {
    const tree = found(await planTree(tx, planId), 'There is no such plan')
    const level = checkParent(tree, levelId, parentId)
    if (!level.ok) return level
    const bodies = assign(request.bodies ?? NOBODY, new Set((await organisationNames(tx)).keys()))
    if (!bodies.ok) return bodies
    const slug = freeSlug(title, new Set(tree.nodes.map((node) => node.slug)))
    const position = (siblingsAt(tree, parentId, levelId).at(-1)?.position ?? -1) + 1
    const node: PlanNode = {
      ...{ id: deps.newId(), planId, levelId, parentId, position, slug, title, text, version: 1 },
      bodies: bodies.value,
    }
    await insertNode(tx, node)
    const detail = { planId, levelId, parentId, title, text, bodies: bodies.value }
    await deps.audit(tx, actor, { action: 'plan.add-node', subject: `plan.node:${node.id}`, detail })
    return ok(node)
  })
}
