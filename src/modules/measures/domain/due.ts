import { addDays, addMonths, type IsoDate, isoDate } from '#kernel/dates.js'
import type { Frequency, Period } from './period.js'

/** Months from one figure to the next, and the months that a publisher usually needs after a period has ended. */
const RHYTHMS: Readonly<Record<Frequency, { readonly every: number; readonly allowed: number }>> = {
  month: { every: 1, allowed: 1 },
  quarter: { every: 3, allowed: 3 },
  'financial-year': { every: 12, allowed: 6 },
  'calendar-year': { every: 12, allowed: 6 },
  'rolling-12-months': { every: 3, allowed: 3 },
  'as-at': { every: 12, allowed: 6 },
}

/** The last day of the month by which the figures of this period should have come. */
export function figuresDue({ kind, until }: Period): IsoDate {
  return addDays(addMonths(isoDate(`${until.slice(0, 7)}-01`), RHYTHMS[kind].allowed + 1), -1)
}

/** The last day of the month by which the figures that follow this period should have come. */
export function nextFiguresDue({ kind, until }: Period): IsoDate {
  const { every, allowed } = RHYTHMS[kind]
  return addDays(addMonths(isoDate(`${until.slice(0, 7)}-01`), every + allowed + 1), -1)
}
