import { addMonths, isoDate } from '#kernel/dates.js'
import { formatMonth } from '#kernel/words.js'

/**
 * How many crimes a month had; null where the force's file of that month is not there, which is not nought, and where
 * the number is small and withheld.
 */
export type MonthCount = { readonly month: string; readonly count: number | null; readonly isWithheld?: boolean }

/** Whole months in a row. */
export type Span = { readonly from: string; readonly to: string; readonly months: number }

/** Months told together, and the same months a year before. */
export type Spans = { readonly now: Span; readonly before: Span }

const MOST_MONTHS = 12

/** The month so many months later, or earlier if negative. */
export function monthAfter(month: string, months: number): string {
  return addMonths(isoDate(`${month}-01`), months).slice(0, 7)
}

/** Every month from the first to the last that is covered, with gaps where a file is missing between them. */
export function monthSeries(counts: ReadonlyMap<string, number | null>, covered: readonly string[]): MonthCount[] {
  const there = new Set(covered)
  const [first, last] = [covered.toSorted()[0], covered.toSorted().at(-1)]
  const series: MonthCount[] = []
  if (!first || !last) return series
  for (let month = first; month <= last; month = monthAfter(month, 1))
    series.push(there.has(month) ? countAt(month, counts.get(month)) : { month, count: null })
  return series
}

function countAt(month: string, count: number | null | undefined): MonthCount {
  return count === null ? { month, count, isWithheld: true } : { month, count: count ?? 0 }
}

/** Whether the file of a month is there, shown or not. */
function isThere(point: MonthCount | undefined): boolean {
  return point !== undefined && (point.count !== null || point.isWithheld === true)
}

/** The newest months in a row that are all there, at most a year of them. */
export function newestSpan(series: readonly MonthCount[]): Span | undefined {
  const last = series.findLastIndex(isThere)
  let first = last
  while (first > 0 && last - first + 1 < MOST_MONTHS && isThere(series[first - 1])) first -= 1
  return spanBetween(series, first, last)
}

/** The most of the newest months, at most a year, that are all there both now and a year before. */
export function comparedSpans(series: readonly MonthCount[]): Spans | undefined {
  const last = series.findLastIndex(isThere)
  const isHeld = (index: number) => index >= 0 && isThere(series[index])
  let first = last + 1
  while (last - first + 1 < MOST_MONTHS && isHeld(first - 1) && isHeld(first - 1 - MOST_MONTHS)) first -= 1
  const now = spanBetween(series, first, last)
  const before = spanBetween(series, first - MOST_MONTHS, last - MOST_MONTHS)
  return now && before ? { now, before } : undefined
}

function spanBetween(series: readonly MonthCount[], first: number, last: number): Span | undefined {
  const [from, to] = [series[first]?.month, series[last]?.month]
  return from && to && first <= last ? { from, to, months: last - first + 1 } : undefined
}

const MONTHS_IN_QUARTER = 3

/** The months of a span that make whole quarters of the calendar; undefined where none do. */
export function wholeQuartersIn({ from, to }: Span): Span | undefined {
  const monthOfQuarter = (month: string) => (Number(month.slice(5)) - 1) % MONTHS_IN_QUARTER
  const first = monthAfter(from, (MONTHS_IN_QUARTER - monthOfQuarter(from)) % MONTHS_IN_QUARTER)
  const last = monthAfter(to, -((monthOfQuarter(to) + 1) % MONTHS_IN_QUARTER))
  let months = 0
  for (let month = first; month <= last; month = monthAfter(month, 1)) months += 1
  return months > 0 ? { from: first, to: last, months } : undefined
}

/** The same of compared months, now and a year before. */
export function comparedQuartersIn(spans: Spans | undefined): Spans | undefined {
  const now = spans && wholeQuartersIn(spans.now)
  if (!now) return undefined
  const [from, to] = [monthAfter(now.from, -MOST_MONTHS), monthAfter(now.to, -MOST_MONTHS)]
  return { now, before: { from, to, months: now.months } }
}

/** The newest whole year from April to March, with the year before where that is whole too. */
export function newestYear(
  series: readonly MonthCount[],
): { readonly span: Span; readonly spans: Spans | undefined } | undefined {
  const isWhole = (last: number) =>
    last >= MOST_MONTHS - 1 && series.slice(last - MOST_MONTHS + 1, last + 1).every(isThere)
  const last = series.findLastIndex(({ month }, index) => month.endsWith('-03') && isWhole(index))
  const spanTo = (index: number) => spanBetween(series, index - MOST_MONTHS + 1, index)
  const now = last < 0 ? undefined : spanTo(last)
  const before = now && isWhole(last - MOST_MONTHS) ? spanTo(last - MOST_MONTHS) : undefined
  return now && { span: now, spans: before && { now, before } }
}

/** Whether a month lies in a span. */
export function isIn({ from, to }: Span, month: string): boolean {
  return from <= month && month <= to
}

/** "March 2025", "January to March 2025", "November 2024 to January 2025", "the 12 months to March 2025". */
export function spanInWords({ from, to, months }: Span): string {
  if (months === 1) return formatMonth(to)
  if (months === MOST_MONTHS) return `the 12 months to ${formatMonth(to)}`
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${isOneYear ? formatMonth(from).replace(/ \d{4}$/, '') : formatMonth(from)} to ${formatMonth(to)}`
}

/** The same to stand over a column: "12 months to Mar 2025", "Jan to Mar 2025". */
export function spanShort(span: Span): string {
  return spanInWords(span)
    .replace(/^the /, '')
    .replaceAll(/([A-Z][a-z]{2})[a-z]*/g, '$1')
}

/** "crimes recorded in the 12 months to March 2025": how a span follows "in". */
export function inSpan(span: Span): string {
  return span.months > 1 && span.months < MOST_MONTHS ? `from ${spanInWords(span)}` : `in ${spanInWords(span)}`
}

/** Why a month shows no count, in the words given; '' where it shows one. */
export function whyNoCount({ count, isWithheld }: MonthCount, words: { withheld: string; missing: string }): string {
  if (isWithheld) return words.withheld
  return count === null ? words.missing : ''
}
