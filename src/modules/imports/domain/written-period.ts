import { dateFromParts, financialYearName, partsOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { formatMonth } from '#kernel/words.js'
import { isMonthEnd, isWholeMonths, saysTwelveMonths, spansInWords, type WrittenSpan } from '#kernel/written-span.js'

/** The kinds of period that a measure may have, as the register names them. */
export type PeriodKind = 'month' | 'quarter' | 'financial-year' | 'calendar-year' | 'rolling-12-months' | 'as-at'

/**
 * What words for a period mean to a measure of this kind, as the register writes it: "Apr '18 to Mar '19" is 2018/19
 * for yearly figures. Refused are words that mean nothing of that kind, and words that mean two things.
 */
export function writtenPeriod(words: string, kind: PeriodKind): Result<string, 'not-a-period' | 'two-meanings'> {
  const spans = spansInWords(words)
  const codes = new Set(spans.flatMap((span) => codeFor(span, kind) ?? []))
  const [code] = codes
  if (code === undefined) return err('not-a-period')
  // 2010-11 may be a year, and it may be a month that should say twelve months.
  const isUnsure = codes.size > 1 || (kind === 'rolling-12-months' && spans.some(monthHeld))
  return isUnsure ? err('two-meanings') : ok(code)
}

/** Why words can be no period at all: a month 13, a 31 February, the bare number of a day. Nothing where they can. */
export function impossiblePeriod(words: string, kind: PeriodKind): string | undefined {
  const plain = words.trim()
  if (namesPeriod(plain)) return undefined
  if (/^[3-5]\d{4}$/.test(plain)) return `${plain} is a number, perhaps a day whose cell has not the form of a date`
  const forward = /^(?<year>\d{4})[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?$/.exec(plain)
  const parts = (forward ?? /^(?:(?<day>\d{1,2})[./-])?(?<month>\d{1,2})[./-](?<year>\d{4})$/.exec(plain))?.groups
  // Two numbers may be two years where figures are of years.
  if (!parts || (parts.day === undefined && kind !== 'month')) return undefined
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day ?? 1)]
  if (month < 1 || month > 12) return `${plain} is no period: there is no month ${month}`
  if (dateFromParts(year, month, day).ok) return undefined
  return `${plain} is no day: ${formatMonth(`${parts.year}-${String(month).padStart(2, '0')}`)} has no day ${day}`
}

/** A period under a head that says twelve months, "Year ending" over "Mar 2025", as words that say so themselves. */
export function underHead(words: string, head: string): string {
  const saysTwelve = /^(rolling )?(12|twelve) ?m(onths?|ths?)?\b|^(rolling )?(year|yr|y\/?e)( (to|end\w*))\b/i.test(
    head.trim(),
  )
  return saysTwelve && !saysTwelveMonths(words) ? `12 months to ${words}` : words
}

/** Whether the words name a period of any kind: what a column's head may do. */
export function namesPeriod(words: string): boolean {
  return spansInWords(words).length > 0
}

const CODES: Readonly<Record<PeriodKind, (span: WrittenSpan) => string | undefined>> = {
  month: ({ from, until }) => (monthHeld({ from, until }) ? from.slice(0, 7) : undefined),
  quarter: quarterCode,
  'financial-year': ({ from, until }) => {
    const isYear = isWholeMonths({ from, until }, 12) && from.endsWith('-04-01')
    return isYear || (from === until && until.endsWith('-03-31')) ? financialYearName(until) : undefined
  },
  'calendar-year': ({ from, until }) =>
    isWholeMonths({ from, until }, 12) && from.endsWith('-01-01') ? from.slice(0, 4) : undefined,
  // A month alone may be the month's own figure: only words for twelve months will do.
  'rolling-12-months': (span) => (isWholeMonths(span, 12) ? `12m to ${span.until.slice(0, 7)}` : undefined),
  'as-at': ({ from, until }) => (from === until ? until : undefined),
}

function codeFor(span: WrittenSpan, kind: PeriodKind): string | undefined {
  return CODES[kind](span)
}

/** A whole month, or its first or last day, which is how spreadsheets keep a month. */
function monthHeld({ from, until }: WrittenSpan): boolean {
  if (from === until) return from.endsWith('-01') || isMonthEnd(until)
  return isWholeMonths({ from, until }, 1)
}

/** A whole quarter of the financial year, or its last day. */
function quarterCode(span: WrittenSpan): string | undefined {
  const { from, until } = span
  const isLastDay = from === until && isMonthEnd(until) && partsOf(until).month % 3 === 0
  const isQuarter = isWholeMonths(span, 3) && partsOf(from).month % 3 === 1
  if (!isLastDay && !isQuarter) return undefined
  return `${financialYearName(until)} Q${Math.floor(((partsOf(until).month + 8) % 12) / 3) + 1}`
}
