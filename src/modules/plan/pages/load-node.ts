import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { treeOfNode } from '../data/plan.queries.js'
import type { Level, PlanNode } from '../domain/plan.js'
import { nodeOf, type PlanTree } from '../domain/tree.js'

/** One part of a draft with all that stands round it. */
export type NodeInTree = { readonly tree: PlanTree; readonly node: PlanNode; readonly level: Level }

/** The part at this address, or the 404 page. */
export async function loadNode(db: Db, nodeId: string): Promise<NodeInTree> {
  const tree = found(await treeOfNode(db, nodeId))
  const node = found(nodeOf(tree, nodeId))
  return { tree, node, level: found(tree.levels.find((level) => level.id === node.levelId)) }
}

/** Where a part stands on the page of its plan. */
export function anchorOf(node: Pick<PlanNode, 'id' | 'planId'>): string {
  return `/staff/plans/${node.planId}#part-${node.id}`
}

/** The way from a part back to its plan. */
export function crumbsTo({ tree, node }: NodeInTree): { label: string; href: string }[] {
  return [
    { label: 'Plans', href: '/staff/plans' },
    { label: tree.plan.title, href: anchorOf(node) },
  ]
}
