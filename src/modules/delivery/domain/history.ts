import { addDays, type IsoDate } from '#kernel/dates.js'
import type { Action } from './action.js'
import type { Status } from './report.js'
import { DAYS_BETWEEN_UPDATES, statusOf } from './status.js'
import type { Update } from './update.js'

/** A status and the first day that it held. */
export type StatusChange = { readonly from: IsoDate; readonly status: Status; readonly why: string }

/** Every status that the action has had up to a day, oldest first: the answer to "what was it on 30 September 2017?". */
export function statusHistory(action: Action, updates: readonly Update[], until: IsoDate): StatusChange[] {
  const changes: StatusChange[] = []
  for (const from of daysThatMatter(action, updates)) {
    if (from > until) break
    const { status, why } = statusOf(action, updates, from)
    if (changes.at(-1)?.status !== status) changes.push({ from, status, why })
  }
  return changes
}

/** A status can change only on these days: the start, an update, the day after a due date or after a quarter's silence. */
function daysThatMatter({ startsOn, dueOn, milestones }: Action, updates: readonly Update[]): IsoDate[] {
  const spoken = [startsOn, ...updates.map((update) => update.on)]
  const due = [dueOn, ...milestones.map((milestone) => milestone.dueOn)]
  const days = [
    ...spoken,
    ...spoken.map((day) => addDays(day, DAYS_BETWEEN_UPDATES + 1)),
    ...due.map((day) => addDays(day, 1)),
  ]
  return [...new Set(days)].sort()
}
