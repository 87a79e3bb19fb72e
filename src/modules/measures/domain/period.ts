import { addDays, addMonths, financialYearName, type IsoDate, isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

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

/** Whether a period that was asked about is of a kind that figures have. */
export function isOneOfFigures<T extends { readonly kind: string }>(
  period: T,
): period is T & { readonly kind: Frequency } {
  return FREQUENCIES.some((kind) => kind === period.kind)
}

/** Earlier periods first: by when they end, then by when they begin. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.until, b.until) || compareText(a.from, b.from) || compareText(a.code, b.code)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
