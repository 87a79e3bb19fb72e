import type { Tx } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { treeOfNode } from '../data/plan.queries.js'
import type { PlanNode } from '../domain/plan.js'
import { nodeOf } from '../domain/tree.js'

/** The part that an action is about to change, or NotFound. */
export async function nodeToChange(tx: Tx, nodeId: string): Promise<PlanNode> {
  const tree = found(await treeOfNode(tx, nodeId), 'There is no such part')
  return found(nodeOf(tree, nodeId))
}
