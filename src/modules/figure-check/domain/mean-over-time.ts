import type { StatedMean } from '#modules/claims/index.js'
import type { Period, Span } from '#modules/quantities/index.js'

/** Over how many of a time a total may have been divided, in words too, and whether the text says so. */
export type Reading = { count: Span; words: string; isStated: boolean; period?: Period }

const monthsIn = { hour: 1 / 730.5, day: 1 / 30.4375, week: 12 / 52.1775, month: 1, quarter: 3, year: 12 }

/** Over how many of a time (months, days, weeks) a period runs; nothing where it has no length or is one day. */
export function readingOf(period: Period, per: StatedMean['perTime']): Reading[] {
  if (!period.months || period.kind === 'day') return []
  if (period.months === 12) return [yearOf(per, true)]
  const count = period.months / monthsIn[per]
  const slack = per === 'day' || per === 'week' ? Math.max(Math.min(0.6, count * 0.04), count * 0.012) : 0
  return [{ count: { low: count - slack, high: count + slack }, words: lengthWords(period.months), isStated: true }]
}

/** Over how many of a time a year runs, or another whole time; days and weeks within what calendars allow. */
export function yearOf(per: StatedMean['perTime'], isStated: boolean, whole = 'year'): Reading {
  const months = whole === 'year' ? 12 : monthsIn[whole as StatedMean['perTime']]
  const spans: Record<StatedMean['perTime'], Span> = {
    hour: { low: 8760, high: 8784 },
    day: { low: 365, high: 366 },
    week: { low: 52, high: 52.3 },
    month: { low: 12, high: 12 },
    quarter: { low: 4, high: 4 },
    year: { low: 1, high: 1 },
  }
  if (whole === 'year') return { count: spans[per], words: 'a year', isStated }
  const count = months / monthsIn[per]
  return { count: { low: count * 0.97, high: count * 1.03 }, words: `a ${whole}`, isStated }
}

function lengthWords(months: number): string {
  if (!Number.isInteger(months)) return `${Math.round(months * 30.4375)} days`
  if (months % 12 === 0) return `${months / 12} years`
  return months === 1 ? 'a month' : `${months} months`
}
