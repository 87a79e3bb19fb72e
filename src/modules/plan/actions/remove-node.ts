import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { treeOfNode } from '../data/plan.queries.js'
import { deleteNode } from '../data/plan.store.js'
import { childrenOf, nodeOf } from '../domain/tree.js'

/** A part to remove, by someone who saw this version of it. */
export type NodeRemoval = { readonly nodeId: string; readonly version: number }

/** Why a part cannot be removed: other parts hang from it. */
export type RemovalRefusal = { readonly code: 'has-parts-below'; readonly count: number }

/** Removes a part from a draft. Versions that were published keep it. */
export async function removeNode(
  deps: Deps,
  actor: Actor,
  request: NodeRemoval,
): Promise<Result<void, RemovalRefusal>> {
  requirePermission(actor, 'plan:edit')
  const { nodeId, version } = request
  return deps.db.transaction(async (tx) => {
    const tree = found(await treeOfNode(tx, nodeId), 'There is no such part')
    const { planId, levelId, parentId, title, text, bodies } = found(nodeOf(tree, nodeId))
    const below = childrenOf(tree, nodeId).length
    if (below > 0) return err({ code: 'has-parts-below', count: below })
    await deleteNode(tx, { id: nodeId, version })
    const detail = { planId, levelId, parentId, title, text, bodies }
    await deps.audit(tx, actor, { action: 'plan.remove-node', subject: `plan.node:${nodeId}`, detail })
    return ok(undefined)
  })
}
