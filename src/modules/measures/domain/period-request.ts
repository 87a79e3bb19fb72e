import { addMonths, daysBetween, financialYearName, financialYearStart, type IsoDate, isoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Frequency, type Period, parsePeriod } from './period.js'
import { nextPeriod, samePeriodLastYear } from './period-steps.js'

/** What can be asked for: any kind of period that figures have, a financial year so far, or any months. */
export type PeriodKind = Frequency | 'year-to-date' | 'range'

/** A period that somebody asks about, which the figures may not have as such. */
export type PeriodRequest = Omit<Period, 'kind'> & { readonly kind: PeriodKind }

/** How a period that is asked for can be written, for messages. */
export const REQUEST_EXAMPLES =
  '2024-01, 2024-01..2024-06, 2017/18 Q2, 2017/18, 2017, 12m to 2017-09, ytd to 2024-09 or 2016-03-31'

/**
 * Reads what somebody asks about: the words of files, "ytd to 2024-09" (the financial year so far) and
 * "2024-01..2024-06" (whole months, both counted).
 */
export function parsePeriodRequest(text: string): Result<PeriodRequest, 'not-a-period'> {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ q([1-4])$/, ' Q$1')
    .replace(/^12M /, '12m ')
  const yearToDate = /^ytd to (\d{4}-\d{2})$/i.exec(words)
  if (yearToDate) return yearToDatePeriod(yearToDate[1] ?? '')
  const range = /^(\d{4}-\d{2}) ?\.\. ?(\d{4}-\d{2})$/.exec(words)
  if (range) return rangePeriod(range[1] ?? '', range[2] ?? '')
  return parsePeriod(words)
}

function yearToDatePeriod(month: string): Result<PeriodRequest, 'not-a-period'> {
  const last = parsePeriod(month)
  if (!last.ok) return last
  const { from, until } = last.value
  return ok({ kind: 'year-to-date', code: `ytd to ${month}`, from: financialYearStart(from), until })
}

/** Nobody asks about more than a hundred years: longer is a slip of the pen. */
const LONGEST_MONTHS = 1200

function rangePeriod(first: string, last: string): Result<PeriodRequest, 'not-a-period'> {
  const [begin, end] = [parsePeriod(first), parsePeriod(last)]
  if (!begin.ok || !end.ok || begin.value.from > end.value.from) return err('not-a-period')
  if (addMonths(begin.value.from, LONGEST_MONTHS) < end.value.from) return err('not-a-period')
  return ok({ kind: 'range', code: `${first}..${last}`, from: begin.value.from, until: end.value.until })
}

/** The same period a year earlier. */
export function requestLastYear(request: PeriodRequest): PeriodRequest {
  const { kind } = request
  if (kind !== 'year-to-date' && kind !== 'range') return samePeriodLastYear({ ...request, kind })
  const months = (date: IsoDate) => addMonths(isoDate(`${date.slice(0, 7)}-01`), -12).slice(0, 7)
  const code =
    kind === 'range' ? `${months(request.from)}..${months(request.until)}` : `ytd to ${months(request.until)}`
  const earlier = parsePeriodRequest(code)
  if (!earlier.ok) throw new RangeError(`Not a period: ${code}`)
  return earlier.value
}

/**
 * The periods of one kind that make up a longer one, in order; undefined when they do not fill it exactly: a quarter
 * holds no whole year, and July to June no financial years.
 */
export function partsOfPeriod({ from, until }: PeriodRequest, kind: Frequency): Period[] | undefined {
  const parts: Period[] = []
  for (let part = periodStarting(from, kind); part && part.until <= until; part = nextPeriod(part)) {
    parts.push(part)
    if (part.until === until) return parts
  }
  return undefined
}

/** The period of a kind that begins on a day, if one does. */
function periodStarting(day: IsoDate, kind: Frequency): Period | undefined {
  const period = periodHolding(day, kind)
  return period?.from === day ? period : undefined
}

/** The period of a kind that holds a day. Rolling figures and days have no such calendar. */
export function periodHolding(day: IsoDate, kind: Frequency): Period | undefined {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const financialCode = financialYearName(day)
  const codes: Partial<Record<Frequency, string>> = {
    month: day.slice(0, 7),
    quarter: `${financialCode} Q${Math.floor(((month + 8) % 12) / 3) + 1}`,
    'financial-year': financialCode,
    'calendar-year': String(year),
  }
  const period = parsePeriod(codes[kind] ?? '')
  return period.ok ? period.value : undefined
}

/** How many days a period has, both ends counted. */
export function daysIn({ from, until }: PeriodRequest): number {
  return daysBetween(from, until) + 1
}
