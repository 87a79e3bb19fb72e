import type { Status } from './report.js'
import { STATUS_WORDS } from './why.js'

/** The state of a part of the plan: that of its actions, or that it has none. */
export type NodeStatus = Status | 'no-actions'

/** In the order that they are told. */
export const NODE_STATUSES: readonly NodeStatus[] = [
  'complete',
  'on-course',
  'behind',
  'not-updated',
  'not-started',
  'no-actions',
]

/** How several things are going together. */
export type NodeState = {
  readonly state: NodeStatus
  readonly counts: Readonly<Record<NodeStatus, number>>
  readonly total: number
}

const WORDS: Record<NodeStatus, string> = { ...STATUS_WORDS, 'no-actions': 'without actions yet' }

/** Counts the statuses and says the one for all. */
export function rollUp(statuses: readonly NodeStatus[]): NodeState {
  const counts: Record<NodeStatus, number> = {
    complete: 0,
    'on-course': 0,
    behind: 0,
    'not-updated': 0,
    'not-started': 0,
    'no-actions': 0,
  }
  for (const status of statuses) counts[status] += 1
  return { state: stateFor(counts, statuses.length), counts, total: statuses.length }
}

/**
 * One late thing makes the whole late, and one silent thing makes it unknown. Complete and not started are said only
 * of all that has actions; any other mixture is under way.
 */
function stateFor(counts: Record<NodeStatus, number>, total: number): NodeStatus {
  const active = total - counts['no-actions']
  if (active === 0) return 'no-actions'
  if (counts.behind > 0) return 'behind'
  if (counts['not-updated'] > 0) return 'not-updated'
  if (counts.complete === active) return 'complete'
  return counts['not-started'] === active ? 'not-started' : 'on-course'
}

/** The counts that are not zero, in words: [{ status: 'on-course', text: '5 of 8 on course' }, { …'2 behind' }]. */
export function countsInWords({ counts, total }: NodeState): { status: NodeStatus; text: string }[] {
  const present = NODE_STATUSES.filter((status) => counts[status] > 0)
  return present.map((status, index) => ({
    status,
    text: `${amount(counts[status], total, index === 0)} ${WORDS[status]}`,
  }))
}

function amount(count: number, total: number, isFirst: boolean): string {
  if (count === total && total > 1) return `All ${total}`
  return isFirst ? `${count} of ${total}` : String(count)
}

/** "5 of 8 on course, 2 behind, 1 not started". */
export function stateInWords(state: NodeState): string {
  const parts = countsInWords(state).map(({ text }) => text)
  return parts.length > 0 ? parts.join(', ') : 'No actions yet'
}
