import { addMonths, type IsoDate } from '#kernel/dates.js'
import type { Result } from '#kernel/result.js'
import type { Db } from '#platform/db/db.js'
import { bookOf, type FactsOptions, figureFrom } from '../data/facts.queries.js'
import type { Measure } from '../domain/measure.js'
import type { SeriesPoint } from '../domain/observation.js'
import type { PeriodFigure } from '../domain/period-figure.js'
import { refusalInWords } from '../domain/period-refusal.js'
import { type PeriodRequest, parsePeriodRequest, periodHolding } from '../domain/period-request.js'
import { nextPeriod } from '../domain/period-steps.js'

/** The kinds of period that the figures of a measure can be shown as. */
export const SHOWN_AS = {
  months: 'Months',
  quarters: 'Quarters of the financial year',
  'financial-years': 'Financial years',
  'calendar-years': 'Calendar years',
  '12-months-to': '12 months to each month',
  'year-to-date': 'Financial year to date',
} as const

export type ShownAs = keyof typeof SHOWN_AS

/** One period that was asked about: its figure, or why there is none. */
export type PeriodRow = { readonly period: PeriodRequest; readonly figure: PeriodFigure | null; readonly why: string }

/** What was asked about other periods, and the answers, earlier periods first. */
export type AskedPeriods = { readonly shownAs: ShownAs; readonly rows: readonly PeriodRow[] }

/** The kind of period that a page is asked for: `?show=quarters`. */
export function shownAsIn(query: Readonly<Record<string, string>>): ShownAs | undefined {
  const show = query.show ?? ''
  return show in SHOWN_AS ? (show as ShownAs) : undefined
}

/** Every period of the kind asked for that the series reaches into, worked out from the finest figures there are. */
export async function askedPeriods(
  db: Db,
  measure: Measure,
  { shownAs, ...options }: FactsOptions & { readonly shownAs: ShownAs },
): Promise<AskedPeriods> {
  const book = await bookOf(db, [measure], options)
  const series = book.get(measure.slug)?.series ?? []
  const rows = requestsFor(shownAs, series).map((period) => rowOf(period, figureFrom(book, measure.slug, period)))
  return { shownAs, rows }
}

function rowOf(period: PeriodRequest, figure: Result<PeriodFigure, Parameters<typeof refusalInWords>[0]>): PeriodRow {
  return figure.ok
    ? { period, figure: figure.value, why: figure.value.value === null ? figure.value.note : '' }
    : { period, figure: null, why: refusalInWords(figure.error, period) }
}

const CALENDAR = {
  months: 'month',
  quarters: 'quarter',
  'financial-years': 'financial-year',
  'calendar-years': 'calendar-year',
} as const

function requestsFor(shownAs: ShownAs, series: readonly SeriesPoint[]): PeriodRequest[] {
  const [first, last] = [series[0]?.period, series.at(-1)?.period]
  if (!first || !last) return []
  if (shownAs === '12-months-to') return rolling(first.from, last.until)
  if (shownAs === 'year-to-date') return eachMonth(first.from, last.until, (month) => `ytd to ${month}`)
  const requests: PeriodRequest[] = []
  for (
    let next = periodHolding(first.from, CALENDAR[shownAs]);
    next && next.from <= last.until;
    next = nextPeriod(next)
  )
    requests.push(next)
  return requests
}

/** From the first month that has twelve behind it; the newest alone where none has. */
function rolling(from: IsoDate, until: IsoDate): PeriodRequest[] {
  const code = (month: string) => `12m to ${month}`
  const full = eachMonth(addMonths(from, 11), until, code)
  return full.length > 0 ? full : eachMonth(until, until, code)
}

function eachMonth(from: IsoDate, until: IsoDate, codeOf: (month: string) => string): PeriodRequest[] {
  const requests: PeriodRequest[] = []
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = monthAfter(month)) {
    const request = parsePeriodRequest(codeOf(month))
    if (request.ok) requests.push(request.value)
  }
  return requests
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
