import { err, ok, type Result } from '#kernel/result.js'
import type { Level, PlanNode } from './plan.js'
import { descendantsOf, nodeOf, type PlanTree, siblingsAt } from './tree.js'

/** Why a part cannot stand where it was asked to. */
export type PlacementRefusal =
  | { readonly code: 'no-such-level' }
  | { readonly code: 'no-such-parent' }
  | { readonly code: 'wrong-level'; readonly level: string }
  | { readonly code: 'under-itself' }
  | { readonly code: 'no-such-place'; readonly last: number }

/** A part of this level may hang only from a part of the level above it, or from the plan when there is none. */
export function checkParent(tree: PlanTree, levelId: string, parentId: string | null): Result<Level, PlacementRefusal> {
  const level = tree.levels.find((each) => each.id === levelId)
  if (!level) return err({ code: 'no-such-level' })
  const parent = parentId === null ? null : nodeOf(tree, parentId)
  if (parent === undefined) return err({ code: 'no-such-parent' })
  if ((parent?.levelId ?? null) !== level.parentId) return err({ code: 'wrong-level', level: level.name })
  return ok(level)
}

/** The parts under which this one may stand, in reading order. Empty for a part of the first level. */
export function possibleParents(tree: PlanTree, node: PlanNode): PlanNode[] {
  const level = tree.levels.find((each) => each.id === node.levelId)
  const below = new Set(descendantsOf(tree, node.id).map(({ id }) => id))
  return tree.nodes.filter((each) => each.levelId === level?.parentId && each.id !== node.id && !below.has(each.id))
}

/** The same part in a new place: its parent and its place, from 1, among its level's parts there (null: the last). */
export type Destination = { readonly parentId: string | null; readonly place: number | null }

/** The new place of every part that the move touches. A part never comes to stand under itself. */
export function place(tree: PlanTree, node: PlanNode, to: Destination): Result<PlanNode[], PlacementRefusal> {
  const parent = checkParent(tree, node.levelId, to.parentId)
  if (!parent.ok) return parent
  const below = [node, ...descendantsOf(tree, node.id)]
  if (below.some((each) => each.id === to.parentId)) return err({ code: 'under-itself' })
  const others = siblingsAt(tree, to.parentId, node.levelId).filter((each) => each.id !== node.id)
  const last = others.length + 1
  const wanted = to.place ?? last
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > last) return err({ code: 'no-such-place', last })
  const settled = others.toSpliced(wanted - 1, 0, { ...node, parentId: to.parentId })
  return ok(settled.map((each, position) => ({ ...each, position })))
}

/** The place, from 1, that a part has among its level's parts under its parent. */
export function placeNow(tree: PlanTree, node: PlanNode): { readonly place: number; readonly last: number } {
  const siblings = siblingsAt(tree, node.parentId, node.levelId)
  return { place: siblings.findIndex((each) => each.id === node.id) + 1, last: siblings.length }
}
