import { addDays, daysBetween, type IsoDate, partsOf } from '#kernel/dates.js'
import { countInWords, formatDate, formatLongDate, formatShortDate } from '#kernel/words.js'

/** One thing that waits for somebody, with the one thing to do about it. */
export type Task = {
  readonly dueOn: IsoDate
  readonly title: string
  readonly detail: string
  readonly verb: string
  readonly href: string
}

/** In the order of their due dates; of one day, by title. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.title, b.title))
}

/** Many tasks of one kind are shown as one that leads to their list, due when the first of them is. */
export function collapsed(tasks: readonly Task[], most: number, summary: Omit<Task, 'dueOn'>): Task[] {
  const first = inOrder(tasks)[0]
  return first && tasks.length > most ? [{ ...summary, dueOn: first.dueOn }] : [...tasks]
}

/** "Overdue 5 days", "Overdue 4 months", "Today", "Tomorrow", "Fri 30 May", "3 Jan 2026". */
export function dueInWords(dueOn: IsoDate, today: IsoDate): string {
  const late = daysBetween(dueOn, today)
  if (late > 0) return `Overdue ${lateness(late).replace(' ', '\u00a0')}`
  if (late === 0) return 'Today'
  if (late === -1) return 'Tomorrow'
  if (partsOf(dueOn).year !== partsOf(today).year) return `${formatShortDate(dueOn)} ${partsOf(dueOn).year}`
  return `${formatLongDate(dueOn).slice(0, 3)} ${formatShortDate(dueOn)}`
}

function lateness(days: number): string {
  if (days === 1) return '1 day'
  if (days < 60) return `${days} days`
  return days < 730 ? `${Math.floor(days / 30.44)} months` : `${Math.floor(days / 365.25)} years`
}

/** "Four things are waiting for you". */
export function headingFor(count: number): string {
  if (count === 0) return 'Nothing is waiting for you'
  const counted = countInWords(count)
  const things = count === 1 ? 'thing is' : 'things are'
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)} ${things} waiting for you`
}

/** "Last update 30 January 2025" or that there is none. */
export function lastUpdateInWords(on: IsoDate | null): string {
  return on === null ? 'No update yet' : `Last update ${formatDate(on)}`
}

/** How far ahead a desk looks for what has a day of its own, such as a meeting. */
const DAYS_AHEAD = 28

/** Whether something due on the day belongs on the desk already. */
export function isSoon(dueOn: IsoDate, today: IsoDate): boolean {
  return dueOn <= addDays(today, DAYS_AHEAD)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
