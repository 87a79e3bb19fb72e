import type { Change, ChangedPart, NodeChange, Place } from './change.js'
import { reassignment } from './compare-bodies.js'
import { comparePlans } from './compare-plans.js'
import type { ContentNode, PlanContent } from './content.js'
import { movedBetween } from './order.js'
import { nodeOf, pathTo, siblingsAt } from './tree.js'
import { markWords } from './words.js'

/**
 * Everything that differs between two versions of a plan, in the order of the newer one, each part that went
 * after the part that it used to follow. A part that only moved is never told as removed and added.
 */
export function compareContents(before: PlanContent, after: PlanContent): Change[] {
  const moved = movedParts(before, after)
  const removedAfter = removedByPlace(before, after)
  const gone = (anchor: string | null) =>
    (removedAfter.get(anchor) ?? []).map((node): NodeChange => presence('removed', before, node))
  const parts = after.nodes.flatMap((node) => [
    ...changesOf(node, { before, after, isMoved: moved.has(node.id) }),
    ...gone(node.id),
  ])
  return [...comparePlans(before, after), ...gone(null), ...parts]
}

type Both = { readonly before: PlanContent; readonly after: PlanContent; readonly isMoved: boolean }

function changesOf(node: ContentNode, { before, after, isMoved }: Both): NodeChange[] {
  const old = nodeOf(before, node.id)
  if (!old) return [presence('added', after, node)]
  const changes: NodeChange[] = []
  const part = partOf(after, node)
  if (isMoved) changes.push({ ...part, kind: 'moved', from: placeOf(before, old), to: placeOf(after, node) })
  if (old.title !== node.title || old.text !== node.text) {
    const markedTitle = old.title === node.title ? null : markWords(old.title, node.title)
    const markedText = old.text === node.text ? null : markWords(old.text, node.text)
    changes.push({ ...part, kind: 'reworded', markedTitle, markedText })
  }
  const reassigned = reassignment(old, node)
  if (reassigned) changes.push({ ...part, kind: 'reassigned', ...reassigned })
  return changes
}

function presence(kind: 'added' | 'removed', content: PlanContent, node: ContentNode): NodeChange {
  return { ...partOf(content, node), kind, text: node.text, bodies: node.bodies }
}

function partOf(content: PlanContent, { id, levelId, title }: ContentNode): ChangedPart {
  const levelName = content.levels.find((level) => level.id === levelId)?.name ?? ''
  const above = pathTo(content, id).slice(0, -1)
  return { id, levelName, title, path: above.map((each) => each.title) }
}

function placeOf(content: PlanContent, { id, parentId, levelId }: ContentNode): Place {
  const place = siblingsAt(content, parentId, levelId).findIndex((each) => each.id === id) + 1
  return { parentTitle: parentId === null ? null : (nodeOf(content, parentId)?.title ?? null), place }
}

/** The parts in both versions that stand elsewhere: under another parent, or out of order among those that stayed. */
function movedParts(before: PlanContent, after: PlanContent): Set<string> {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const stayed = after.nodes.filter((node) => groupOf(old.get(node.id)) === groupOf(node))
  const isStayed = new Set(stayed.map((node) => node.id))
  const moved = new Set(after.nodes.filter((node) => old.has(node.id) && !isStayed.has(node.id)).map(({ id }) => id))
  const groupsBefore = Map.groupBy(
    before.nodes.filter((node) => isStayed.has(node.id)),
    groupOf,
  )
  for (const [group, nodes] of Map.groupBy(stayed, groupOf)) {
    const orderBefore = (groupsBefore.get(group) ?? []).map(({ id }) => id)
    for (const id of movedBetween(
      orderBefore,
      nodes.map((node) => node.id),
    ))
      moved.add(id)
  }
  return moved
}

function groupOf(node: ContentNode | undefined): string {
  return node ? `${node.parentId} ${node.levelId}` : ''
}

/** The parts that went, by the part still there that they used to follow (null: none). */
function removedByPlace(before: PlanContent, after: PlanContent): Map<string | null, ContentNode[]> {
  const still = new Set(after.nodes.map((node) => node.id))
  const removed = new Map<string | null, ContentNode[]>()
  let anchor: string | null = null
  for (const node of before.nodes) {
    if (still.has(node.id)) anchor = node.id
    else removed.set(anchor, [...(removed.get(anchor) ?? []), node])
  }
  return removed
}
