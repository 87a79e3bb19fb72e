import type { IsoDate } from '#kernel/dates.js'
import { countOf, plural } from '#kernel/words.js'
import type { Action } from './action.js'
import type { StatusReport } from './report.js'
import { type NodeState, rollUp } from './roll-up.js'
import { statusOf } from './status.js'
import { newestFirst, type Update } from './update.js'

/** One action with its updates (newest first) and its status on a day. */
export type ActionPicture = {
  readonly action: Action
  readonly report: StatusReport
  /** Those that speak of the day or earlier. */
  readonly updates: readonly Update[]
}

/** How the delivery of a plan stood on a day. */
export type DeliveryPicture = {
  readonly planId: string
  readonly asAt: IsoDate
  readonly actions: readonly ActionPicture[]
  readonly byNode: ReadonlyMap<string, readonly ActionPicture[]>
  /** All the actions together. */
  readonly overall: NodeState
  /** How many actions nobody answers for. */
  readonly withoutOwner: number
  /** How many open actions have had no update for more than a quarter. */
  readonly notUpdated: number
}

/** The picture of one action from the updates given. */
export function actionPicture(action: Action, updates: readonly Update[], asAt: IsoDate): ActionPicture {
  const own = updates.filter((update) => update.actionId === action.id && update.on <= asAt)
  return { action, report: statusOf(action, own, asAt), updates: newestFirst(own) }
}

/** The picture of a plan from the actions and updates given, in the order given. */
export function deliveryPicture(
  planId: string,
  actions: readonly Action[],
  updates: readonly Update[],
  asAt: IsoDate,
): DeliveryPicture {
  const updatesOf = Map.groupBy(updates, (update) => update.actionId)
  const pictures = actions.map((action) => actionPicture(action, updatesOf.get(action.id) ?? [], asAt))
  return {
    planId,
    asAt,
    actions: pictures,
    byNode: Map.groupBy(pictures, ({ action }) => action.nodeId),
    overall: rollUp(pictures.map(({ report }) => report.status)),
    withoutOwner: pictures.filter(({ action }) => action.leadId === null).length,
    notUpdated: pictures.filter(({ report }) => report.isStale).length,
  }
}

/** As much of a plan, draft or published, as is needed to see what hangs from what. */
export type TreeShape = {
  readonly levels: readonly { readonly id: string; readonly isTracked: boolean }[]
  readonly nodes: readonly { readonly id: string; readonly parentId: string | null; readonly levelId: string }[]
}

/** The state of every node: that of all actions at it and below it. */
export function statesByNode(tree: TreeShape, picture: Pick<DeliveryPicture, 'byNode'>): Map<string, NodeState> {
  return new Map(
    tree.nodes.map(({ id }) => [
      id,
      rollUp(
        [...idsUnder(tree, id)].flatMap((each) => picture.byNode.get(each) ?? []).map(({ report }) => report.status),
      ),
    ]),
  )
}

/** The tracked nodes at and below a node (or in the whole plan), counted by their states: "6 of 8 on course". */
export function trackedState(
  tree: TreeShape,
  states: ReadonlyMap<string, NodeState>,
  nodeId: string | null,
): NodeState {
  const tracked = new Set(tree.levels.filter((level) => level.isTracked).map((level) => level.id))
  const under = nodeId === null ? undefined : idsUnder(tree, nodeId)
  const nodes = tree.nodes.filter(({ id, levelId }) => tracked.has(levelId) && (!under || under.has(id)))
  return rollUp(nodes.map(({ id }) => states.get(id)?.state ?? 'no-actions'))
}

/** The node itself and all below it. */
export function idsUnder({ nodes }: Pick<TreeShape, 'nodes'>, nodeId: string): Set<string> {
  const childrenOf = childrenIn(nodes)
  const under = new Set([nodeId])
  for (const id of under) for (const child of childrenOf.get(id) ?? []) under.add(child.id)
  return under
}

type Children = ReadonlyMap<string | null, TreeShape['nodes']>

/** Grouped once for each tree: a page asks what hangs from every one of its parts. */
function childrenIn(nodes: TreeShape['nodes']): Children {
  const known = CHILDREN.get(nodes)
  if (known) return known
  const children = Map.groupBy(nodes, (node) => node.parentId)
  CHILDREN.set(nodes, children)
  return children
}

const CHILDREN = new WeakMap<TreeShape['nodes'], Children>()

/** Ownership and update coverage, told in the open: "43 of 46 actions have an owner. 44 were updated in time." */
export function coverageInWords({ overall: { total }, withoutOwner, notUpdated }: Coverage): string {
  if (total === 0) return 'No actions yet.'
  const [owned, inTime] = [total - withoutOwner, total - notUpdated]
  const who = owned === total && total > 1 ? `All ${total} actions` : `${owned} of ${countOf(total, 'action')}`
  const when = inTime === total && total > 1 ? 'All' : String(inTime)
  return `${who} ${plural(owned, 'has', 'have')} an owner. ${when} ${plural(inTime, 'was', 'were')} updated in time.`
}

type Coverage = Pick<DeliveryPicture, 'overall' | 'withoutOwner' | 'notUpdated'>
