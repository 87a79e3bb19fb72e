import { addDays, addMonths, financialYearName, type IsoDate, isIsoDate, isoDate, partsOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { formatDate, formatMonth } from '#kernel/words.js'

/** How often a measure has figures, and so what kind of period each speaks of. */
export type Frequency = 'month' | 'quarter' | 'financial-year' | 'calendar-year' | 'rolling-12-months' | 'as-at'

/** A stretch of time, or a day, that a figure speaks of. `code` is how it is stored and written in files. */
export type Period = {
  readonly kind: Frequency
  readonly code: string
  readonly from: IsoDate
  readonly until: IsoDate
}

/** Every kind of period, in the order that people choose from. */
export const FREQUENCIES: readonly Frequency[] = [
  'month',
  'quarter',
  'financial-year',
  'calendar-year',
  'rolling-12-months',
  'as-at',
]

/** How each kind of period is written in a file. */
export const PERIOD_EXAMPLES: Readonly<Record<Frequency, string>> = {
  month: '2025-03',
  quarter: '2024/25 Q4',
  'financial-year': '2024/25',
  'calendar-year': '2024',
  'rolling-12-months': '12m to 2025-03',
  'as-at': '2025-03-31',
}

const READERS: readonly (readonly [RegExp, (parts: readonly string[]) => Period | undefined])[] = [
  [/^(\d{4}-\d{2})$/, ([month = '']) => monthPeriod(month)],
  [/^12m to (\d{4}-\d{2})$/, ([month = '']) => rollingPeriod(month)],
  [/^(\d{4})\/(\d{2})$/, ([year = '', next = '']) => financialYearPeriod(Number(year), next)],
  [
    /^(\d{4})\/(\d{2}) Q([1-4])$/,
    ([year = '', next = '', quarter]) => quarterPeriod(Number(year), next, Number(quarter)),
  ],
  [/^(\d{4})$/, ([year = '']) => periodOf('calendar-year', year, `${year}-01-01`, `${year}-12-31`)],
  [/^(\d{4}-\d{2}-\d{2})$/, ([day = '']) => periodOf('as-at', day, day, day)],
]

/** Reads a period as files write it: "2024-01", "2017/18 Q2", "2017/18", "2017", "12m to 2017-09", "2016-03-31". */
export function parsePeriod(text: string): Result<Period, 'not-a-period'> {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text)
    if (!match) continue
    const period = read(match.slice(1))
    return period ? ok(period) : err('not-a-period')
  }
  return err('not-a-period')
}

/** Reads a period that must be right already (stored rows, constants). Throws on a bad one. */
export function periodFrom(code: string): Period {
  const known = KNOWN.get(code)
  if (known) return known
  const period = parsePeriod(code)
  if (!period.ok) throw new RangeError(`Not a period: ${JSON.stringify(code)}`)
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(code, period.value)
  return period.value
}

/** The same few hundred periods stand in every series: each is worked out once. */
const KNOWN = new Map<string, Period>()
const MOST_KNOWN = 5000

function periodOf(kind: Frequency, code: string, from: string, until: string): Period | undefined {
  return isIsoDate(from) && isIsoDate(until) ? { kind, code, from, until } : undefined
}

function monthPeriod(month: string): Period | undefined {
  const from = `${month}-01`
  return isIsoDate(from) ? { kind: 'month', code: month, from, until: lastDayOfMonth(from) } : undefined
}

function rollingPeriod(month: string): Period | undefined {
  const last = `${month}-01`
  if (!isIsoDate(last)) return undefined
  return { kind: 'rolling-12-months', code: `12m to ${month}`, from: addMonths(last, -11), until: lastDayOfMonth(last) }
}

function financialYearPeriod(year: number, next: string): Period | undefined {
  const [from, until] = [`${year}-04-01`, `${year + 1}-03-31`]
  if (!isIsoDate(from) || !isIsoDate(until) || financialYearName(from) !== `${year}/${next}`) return undefined
  return { kind: 'financial-year', code: `${year}/${next}`, from, until }
}

function quarterPeriod(year: number, next: string, quarter: number): Period | undefined {
  const whole = financialYearPeriod(year, next)
  if (!whole) return undefined
  const from = addMonths(whole.from, (quarter - 1) * 3)
  return { kind: 'quarter', code: `${whole.code} Q${quarter}`, from, until: addDays(addMonths(from, 3), -1) }
}

function lastDayOfMonth(firstDay: IsoDate): IsoDate {
  return addDays(addMonths(firstDay, 1), -1)
}

/** The period in full: "March 2025", "2017/18 financial year", "12 months to September 2017", "as at 31 March 2016". */
export function periodLabel({ kind, code, from, until }: Period): string {
  const labels: Record<Frequency, () => string> = {
    month: () => formatMonth(from),
    quarter: () => quarterLabel(from, until),
    'financial-year': () => `${code} financial year`,
    'calendar-year': () => code,
    'rolling-12-months': () => `12 months to ${formatMonth(until)}`,
    'as-at': () => `as at ${formatDate(until)}`,
  }
  return labels[kind]()
}

/** The period inside a sentence, with its preposition: "in March 2025", "at 31 March 2016". */
export function inPeriod(period: Period): string {
  if (period.kind === 'as-at') return `at ${formatDate(period.until)}`
  if (period.kind === 'quarter') return `from ${periodLabel(period)}`
  const isNamed = period.kind === 'month' || period.kind === 'calendar-year'
  return isNamed ? `in ${periodLabel(period)}` : `in the ${periodLabel(period)}`
}

/** The period in a table: "Mar 2025", "Q2 2017/18", "2017/18", "12m to Sep 2017", "31 Mar 2016". */
export function shortLabel({ kind, code, from, until }: Period): string {
  const labels: Record<Frequency, () => string> = {
    month: () => shortMonth(from),
    quarter: () => `${code.slice(-2)} ${code.slice(0, 7)}`,
    'financial-year': () => code,
    'calendar-year': () => code,
    'rolling-12-months': () => `12m to ${shortMonth(until)}`,
    'as-at': () => `${partsOf(until).day} ${shortMonth(until)}`,
  }
  return labels[kind]()
}

/** The short name of the month that holds a date: "Mar 2025". */
export function shortMonth(date: IsoDate): string {
  const [month = '', year = ''] = formatMonth(date).split(' ')
  return `${month.slice(0, 3)} ${year}`
}

function quarterLabel(from: IsoDate, until: IsoDate): string {
  const [firstMonth, firstYear] = formatMonth(from).split(' ')
  const [, lastYear] = formatMonth(until).split(' ')
  return `${firstMonth}${firstYear === lastYear ? '' : ` ${firstYear}`} to ${formatMonth(until)}`
}

/** Earlier periods first: by when they end, then by when they begin. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.until, b.until) || compareText(a.from, b.from) || compareText(a.code, b.code)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The period of the same kind that many steps later, or earlier when negative; a step is the kind's own length. */
function shifted({ kind, from, until }: Period, years: number, steps: number): Period {
  const months = years * 12 + steps * STEP_MONTHS[kind]
  const start = addMonths(from, months)
  const name = financialYearName(start)
  const codes: Record<Frequency, () => string> = {
    month: () => start.slice(0, 7),
    quarter: () => `${name} Q${Math.floor(((partsOf(start).month + 8) % 12) / 3) + 1}`,
    'financial-year': () => name,
    'calendar-year': () => start.slice(0, 4),
    'rolling-12-months': () => `12m to ${addMonths(isoDate(`${until.slice(0, 7)}-01`), months).slice(0, 7)}`,
    'as-at': () => start,
  }
  return periodFrom(codes[kind]())
}

const STEP_MONTHS: Readonly<Record<Frequency, number>> = {
  month: 1,
  quarter: 3,
  'financial-year': 12,
  'calendar-year': 12,
  'rolling-12-months': 12,
  'as-at': 12,
}

/** The same period a year earlier: March 2024 for March 2025. */
export function samePeriodLastYear(period: Period): Period {
  return shifted(period, -1, 0)
}

/** The period that follows directly, or undefined for kinds that have no fixed rhythm. */
export function nextPeriod(period: Period): Period | undefined {
  if (period.kind === 'rolling-12-months' || period.kind === 'as-at') return undefined
  return shifted(period, 0, 1)
}
