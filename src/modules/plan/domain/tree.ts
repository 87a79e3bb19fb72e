import type { Level, Plan, PlanNode } from './plan.js'

/** Any part that stands in a tree, drafted or published. */
type Part = { readonly id: string; readonly levelId: string; readonly parentId: string | null }

/** A tree of any such parts: what the helpers below need to know. */
export type Tree<N extends Part = Part> = { readonly nodes: readonly N[] }

/** A plan as its draft stands: its levels in order and its parts in reading order. */
export type PlanTree = { readonly plan: Plan; readonly levels: readonly Level[]; readonly nodes: readonly PlanNode[] }

/** The parts directly under one part, or the plan's first parts for null, in reading order. */
export function childrenOf<N extends Part>(tree: Tree<N>, id: string | null): N[] {
  return tree.nodes.filter((node) => node.parentId === id)
}

/** The part with this id. */
export function nodeOf<N extends Part>(tree: Tree<N>, id: string): N | undefined {
  return tree.nodes.find((node) => node.id === id)
}

/** The parts from the theme down to this one, this one included. */
export function pathTo<N extends Part>(tree: Tree<N>, id: string): N[] {
  const path: N[] = []
  let next = nodeOf(tree, id)
  while (next && !path.includes(next)) {
    path.unshift(next)
    next = next.parentId === null ? undefined : nodeOf(tree, next.parentId)
  }
  return path
}

/** The theme that this part belongs to: the part at the top of its path. */
export function rootOf<N extends Part>(tree: Tree<N>, id: string): N | undefined {
  return pathTo(tree, id)[0]
}

/** The parts of one level under one parent, in order: a part's own place is counted among these. */
export function siblingsAt<N extends Part>(tree: Tree<N>, parentId: string | null, levelId: string): N[] {
  return tree.nodes.filter((node) => node.parentId === parentId && node.levelId === levelId)
}

/** Every part under this one, however deep. */
export function descendantsOf<N extends Part>(tree: Tree<N>, id: string): N[] {
  return tree.nodes.filter((node) => node.id !== id && pathTo(tree, node.id).some((each) => each.id === id))
}

/** The levels whose parts may hang from a part of this level (null: the plan itself), in order. */
export function levelsBelow<L extends Pick<Level, 'parentId'>>(levels: readonly L[], levelId: string | null): L[] {
  return levels.filter((level) => level.parentId === levelId)
}

/**
 * Parts in reading order: each followed by what hangs from it, first by the order of the levels,
 * then by place. A part whose parent is missing is left out.
 */
export function inReadingOrder<N extends Part & { readonly position: number }>(
  levels: readonly { readonly id: string }[],
  nodes: readonly N[],
): N[] {
  const rank = new Map(levels.map((level, index) => [level.id, index]))
  const rankOf = (node: N) => rank.get(node.levelId) ?? levels.length
  const sorted = [...nodes].sort((a, b) => rankOf(a) - rankOf(b) || a.position - b.position || (a.id < b.id ? -1 : 1))
  const below = Map.groupBy(sorted, (node) => node.parentId)
  const walk = (parentId: string | null): N[] => (below.get(parentId) ?? []).flatMap((node) => [node, ...walk(node.id)])
  return walk(null)
}
