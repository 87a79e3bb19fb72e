import { type IsoDate, partsOf } from '#kernel/dates.js'
import { formatDate, formatMonth } from '#kernel/words.js'
import type { PeriodKind, PeriodRequest } from './period-request.js'

/** The period in full: "March 2025", "2017/18 financial year", "12 months to September 2017", "as at 31 March 2016". */
export function periodLabel({ kind, code, from, until }: PeriodRequest): string {
  const labels: Record<PeriodKind, () => string> = {
    month: () => formatMonth(from),
    quarter: () => monthsLabel(from, until),
    'financial-year': () => `${code} financial year`,
    'calendar-year': () => code,
    'rolling-12-months': () => `12 months to ${formatMonth(until)}`,
    'as-at': () => `as at ${formatDate(until)}`,
    'year-to-date': () => `${monthsLabel(from, until)} (financial year to date)`,
    range: () => monthsLabel(from, until),
  }
  return labels[kind]()
}

/** Periods that are named by their first and last month. */
const MONTHS = new Set<PeriodKind>(['quarter', 'year-to-date', 'range'])

/** The period inside a sentence, with its preposition: "in March 2025", "at 31 March 2016". */
export function inPeriod(period: PeriodRequest): string {
  if (period.kind === 'as-at') return `at ${formatDate(period.until)}`
  if (MONTHS.has(period.kind)) return `from ${periodLabel(period)}`
  const isNamed = period.kind === 'month' || period.kind === 'calendar-year'
  return isNamed ? `in ${periodLabel(period)}` : `in the ${periodLabel(period)}`
}

/** The period in a table: "Mar 2025", "Q2 2017/18", "2017/18", "12m to Sep 2017", "31 Mar 2016". */
export function shortLabel({ kind, code, from, until }: PeriodRequest): string {
  const labels: Record<PeriodKind, () => string> = {
    month: () => shortMonth(from),
    quarter: () => `${code.slice(-2)} ${code.slice(0, 7)}`,
    'financial-year': () => code,
    'calendar-year': () => code,
    'rolling-12-months': () => `12m to ${shortMonth(until)}`,
    'as-at': () => `${partsOf(until).day} ${shortMonth(until)}`,
    'year-to-date': () => `${shortMonth(from)} to ${shortMonth(until)}`,
    range: () => `${shortMonth(from)} to ${shortMonth(until)}`,
  }
  return labels[kind]()
}

/** The short name of the month that holds a date: "Mar 2025". */
export function shortMonth(date: IsoDate): string {
  const [month = '', year = ''] = formatMonth(date).split(' ')
  return `${month.slice(0, 3)} ${year}`
}

function monthsLabel(from: IsoDate, until: IsoDate): string {
  if (from.slice(0, 7) === until.slice(0, 7)) return formatMonth(from)
  const [firstMonth, firstYear] = formatMonth(from).split(' ')
  const [, lastYear] = formatMonth(until).split(' ')
  return `${firstMonth}${firstYear === lastYear ? '' : ` ${firstYear}`} to ${formatMonth(until)}`
}

/** The period after "for": "March 2025", "the 2017/18 financial year", "31 March 2016". */
export function forPeriod(period: PeriodRequest): string {
  return inPeriod(period).replace(/^(in|from|at) /, '')
}
