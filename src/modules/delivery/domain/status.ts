import { addDays, daysBetween, type IsoDate } from '#kernel/dates.js'
import type { Action } from './action.js'
import type { MilestoneState, Status, StatusReport } from './report.js'
import { newestFirst, type Update } from './update.js'
import { reasonInWords } from './why.js'

/** An open action that nobody has spoken of for more days than this (a quarter of a year) is not updated in time. */
export const DAYS_BETWEEN_UPDATES = 92

/**
 * The status of an action as at a day, from the updates given that speak of that day or earlier.
 * The milestones decide; the newest update may set another status with a reason, until the next update.
 * Good standing that nobody has confirmed for a quarter is not claimed: it becomes "not updated in time".
 */
export function statusOf(action: Action, updates: readonly Update[], asAt: IsoDate): StatusReport {
  const seen = newestFirst(updates.filter((update) => update.actionId === action.id && update.on <= asAt))
  const milestones = milestoneStates(action, seen, asAt)
  const lateSince = lateSinceOf(action, milestones, asAt)
  const lastUpdateOn = seen[0]?.on ?? null
  const computed = computedStatus(action, { milestones, lateSince, lastUpdateOn, asAt })
  const override = seen[0]?.override ?? null
  const claimed = override?.status ?? computed
  const nextUpdateDueOn = claimed === 'complete' ? null : nextUpdateDue(action, lastUpdateOn)
  const isStale = nextUpdateDueOn !== null && asAt > nextUpdateDueOn
  const status: Status = isStale && claimed !== 'behind' ? 'not-updated' : claimed
  const facts = { status, computed, lastUpdateOn, isStale, lateSince, nextUpdateDueOn, milestones }
  const why = reasonInWords(action, facts, override !== null, asAt)
  return { ...facts, why, ...(override && { reason: override.reason }) }
}

/** Each milestone with the day of the first update that says it is done. A milestone due today is not late. */
function milestoneStates(action: Action, seen: readonly Update[], asAt: IsoDate): MilestoneState[] {
  return action.milestones.map((milestone) => {
    const doneOn = seen.findLast((update) => update.completes.includes(milestone.id))?.on ?? null
    return { ...milestone, doneOn, isLate: doneOn === null && milestone.dueOn < asAt }
  })
}

type Known = {
  readonly milestones: readonly MilestoneState[]
  readonly lateSince: IsoDate | null
  readonly lastUpdateOn: IsoDate | null
  readonly asAt: IsoDate
}

function computedStatus(action: Action, known: Known): StatusReport['computed'] {
  if (allDone(known.milestones)) return 'complete'
  if (known.lateSince !== null) return 'behind'
  const isBegun = known.milestones.some((milestone) => milestone.doneOn !== null)
  if (isBegun) return 'on-course'
  return known.lastUpdateOn === null || action.startsOn > known.asAt ? 'not-started' : 'on-course'
}

function allDone(milestones: readonly MilestoneState[]): boolean {
  return milestones.length > 0 && milestones.every((milestone) => milestone.doneOn !== null)
}

function lateSinceOf(action: Action, milestones: readonly MilestoneState[], asAt: IsoDate): IsoDate | null {
  if (allDone(milestones)) return null
  const late = milestones.filter((milestone) => milestone.isLate).map((milestone) => milestone.dueOn)
  if (action.dueOn < asAt) late.push(action.dueOn)
  return late.sort()[0] ?? null
}

/** A quarter after the last word, or after the start when nothing has been said since. */
function nextUpdateDue(action: Action, lastUpdateOn: IsoDate | null): IsoDate {
  const from = lastUpdateOn !== null && lastUpdateOn > action.startsOn ? lastUpdateOn : action.startsOn
  return addDays(from, DAYS_BETWEEN_UPDATES)
}

/** How many whole days an update is overdue on a day; 0 when it is in time. */
export function daysOverdue(report: Pick<StatusReport, 'nextUpdateDueOn'>, asAt: IsoDate): number {
  return report.nextUpdateDueOn === null ? 0 : Math.max(0, daysBetween(report.nextUpdateDueOn, asAt))
}
