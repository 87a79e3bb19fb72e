import { addDays, addMonths, type IsoDate, isoDate } from '#kernel/dates.js'
import { type Frequency, type Period, periodFrom } from './period.js'
import { nextPeriod } from './period-steps.js'

/** Months from one figure to the next, and the months that a publisher usually needs after a period has ended. */
type Rhythm = { readonly every: number; readonly allowed: number }

const RHYTHMS: Readonly<Record<Frequency, Rhythm>> = {
  month: { every: 1, allowed: 1 },
  quarter: { every: 3, allowed: 3 },
  'financial-year': { every: 12, allowed: 6 },
  'calendar-year': { every: 12, allowed: 6 },
  'rolling-12-months': { every: 3, allowed: 3 },
  'as-at': { every: 12, allowed: 6 },
}

/** So many of the newest figures tell how often they come. */
const NEWEST = 5

/**
 * How often figures come: by their kind; where that has no calendar, as the newest came (the middle of the gaps between
 * them, of which there must be two). A stock counted more often than each half-year is allowed no longer than that.
 */
function rhythmOf(periods: readonly Period[]): Rhythm & { readonly isKnown: boolean } {
  const kind = periods[0]?.kind ?? 'as-at'
  if (kind !== 'as-at' && kind !== 'rolling-12-months') return { ...RHYTHMS[kind], isKnown: true }
  const months = periods.slice(-NEWEST).map(({ until }) => Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)))
  const gaps = months.slice(1).map((month, at) => month - (months[at] ?? month))
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (gaps.length < 2 || middle === undefined) return { ...RHYTHMS[kind], isKnown: false }
  const every = Math.max(1, middle)
  const { allowed } = RHYTHMS[kind]
  return { every, allowed: kind === 'as-at' ? Math.min(allowed, every) : allowed, isKnown: true }
}

/** The last day of the month by which the figures of a period should come, as those before it did. */
export function figuresDue(period: Period, before: readonly Period[] = [period]): IsoDate {
  return monthEnd(period, rhythmOf(before).allowed)
}

/** The last day of the month by which the figures that follow these should come. Earlier periods first. */
export function nextFiguresDue(periods: readonly Period[]): IsoDate | undefined {
  const last = periods.at(-1)
  const { every, allowed } = rhythmOf(periods)
  return last && monthEnd(last, every + allowed)
}

/** The period that should follow these; undefined where nothing tells how often they come. */
export function followingPeriod(periods: readonly Period[]): Period | undefined {
  const last = periods.at(-1)
  if (!last) return undefined
  const { every, isKnown } = rhythmOf(periods)
  const next = nextPeriod(last)
  if (next || !isKnown) return next
  if (last.kind === 'rolling-12-months') return periodFrom(`12m to ${monthEnd(last, every).slice(0, 7)}`)
  const isMonthEnd = monthEnd(last, 0) === last.until
  return periodFrom(isMonthEnd ? monthEnd(last, every) : addMonths(last.until, every))
}

function monthEnd({ until }: Period, monthsLater: number): IsoDate {
  return addDays(addMonths(isoDate(`${until.slice(0, 7)}-01`), monthsLater + 1), -1)
}
