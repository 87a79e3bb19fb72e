import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { treeOfNode } from '../data/plan.queries.js'
import { saveNode, shiftNode } from '../data/plan.store.js'
import { type Destination, type PlacementRefusal, place, placeNow } from '../domain/placement.js'
import { nodeOf } from '../domain/tree.js'

/** A part to move, by someone who saw this version of it. */
export type NodeMove = Destination & { readonly nodeId: string; readonly version: number }

/** Moves a part of a draft, with all that hangs from it, to another parent or place. */
export async function moveNode(deps: Deps, actor: Actor, request: NodeMove): Promise<Result<void, PlacementRefusal>> {
  requirePermission(actor, 'plan:edit')
  const { nodeId, version } = request
  return deps.db.transaction(async (tx) => {
    const tree = found(await treeOfNode(tx, nodeId), 'There is no such part')
    const before = found(nodeOf(tree, nodeId))
    const placed = place(tree, before, request)
    if (!placed.ok) return placed
    for (const node of placed.value) {
      if (node.id === nodeId) await saveNode(tx, { ...node, version })
      else if (nodeOf(tree, node.id)?.position !== node.position) await shiftNode(tx, node)
    }
    const after = placed.value.findIndex((node) => node.id === nodeId) + 1
    const detail = {
      before: { parentId: before.parentId, place: placeNow(tree, before).place },
      after: { parentId: request.parentId, place: after },
    }
    await deps.audit(tx, actor, { action: 'plan.move-node', subject: `plan.node:${nodeId}`, detail })
    return ok(undefined)
  })
}
