import { allPlans, planTree } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'

/** Which of these ids stand for no place in any plan: forged, or removed since. */
export async function unknownNodes(db: Db, nodeIds: readonly string[]): Promise<string[]> {
  const unknown = new Set(nodeIds)
  if (unknown.size === 0) return []
  for (const { id } of await allPlans(db)) {
    const tree = await planTree(db, id)
    for (const node of tree?.nodes ?? []) unknown.delete(node.id)
  }
  return [...unknown]
}
