import { addDays, addMonths, dateFromParts, financialYearName, type IsoDate, isoDate, partsOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/** The kinds of period that a measure may have, as the register names them. */
export type PeriodKind = 'month' | 'quarter' | 'financial-year' | 'calendar-year' | 'rolling-12-months' | 'as-at'

/** From one day until another, both included. One day is from and until itself. */
type Span = { readonly from: IsoDate; readonly until: IsoDate }

/**
 * What words for a period mean to a measure of this kind, as the register writes it: "Apr '18 to Mar '19" is 2018/19
 * for yearly figures. Refused are words that mean nothing of that kind, and words that mean two things.
 */
export function writtenPeriod(words: string, kind: PeriodKind): Result<string, 'not-a-period' | 'two-meanings'> {
  const spans = knownSpans(words)
  const codes = new Set(spans.flatMap((span) => codeFor(span, kind) ?? []))
  const [code] = codes
  if (code === undefined) return err('not-a-period')
  // 2010-11 may be a year, and it may be a month that should say twelve months.
  const isUnsure = codes.size > 1 || (kind === 'rolling-12-months' && spans.some(monthHeld))
  return isUnsure ? err('two-meanings') : ok(code)
}

/** A file says the same few hundred periods in thousands of rows: each is worked out once. */
function knownSpans(words: string): readonly Span[] {
  const known = KNOWN.get(words)
  if (known) return known
  const spans = spansOf(plain(words))
  if (KNOWN.size < MOST_KNOWN && words.length <= 100) KNOWN.set(words, spans)
  return spans
}

const KNOWN = new Map<string, readonly Span[]>()
const MOST_KNOWN = 5000

/** A period under a head that says twelve months, "Year ending" over "Mar 2025", as words that say so themselves. */
export function underHead(words: string, head: string): string {
  const saysTwelve = /^(rolling )?(12|twelve) ?m(onths?|ths?)?\b|^(rolling )?(year|yr|y\/?e)( (to|end\w*))\b/i.test(
    head.trim(),
  )
  return saysTwelve && !TWELVE.test(plain(words)) ? `12 months to ${words}` : words
}

/** Whether the words name a period of any kind: what a column's head may do. */
export function namesPeriod(words: string): boolean {
  return knownSpans(words).length > 0
}

function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[‘’`´]/g, "'")
    .replaceAll(/\s*\[[^\]]{0,20}\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(as at|as of|at|on|in|month of|quarter of|period)[: ]+/, '')
    .slice(0, 100)
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = "'?(\\d{4}|\\d{2})"
const TWO_YEARS = `${YEAR} ?[/-] ?${YEAR}`

type Reader = readonly [RegExp, (parts: readonly string[]) => Span | undefined]

const DAYS: readonly Reader[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]+z?)?$/, ([year, month, day]) => dayOf(day, Number(month), year)],
  [/^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/, ([day, month, year]) => dayOf(day, Number(month), year)],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ /-]${MONTH}[ ,/-]*${YEAR}$`),
    ([day, month, year]) => dayOf(day, monthNumber(month), year),
  ],
]

const MONTHLY: readonly Reader[] = [
  [/^(\d{4}) ?[/-] ?(0[1-9]|1[0-2])$/, ([year, month]) => monthOf(Number(month), year)],
  [/^(\d{1,2})[/-](\d{4})$/, ([month, year]) => monthOf(Number(month), year)],
  [/^(\d{4})(0[1-9]|1[0-2])$/, ([year, month]) => monthOf(Number(month), year)],
  [new RegExp(`^${MONTH}[ ,/-]*${YEAR}$`), ([month, year]) => monthOf(monthNumber(month), year)],
  [new RegExp(`^(\\d{4})[ /-]${MONTH}$`), ([year, month]) => monthOf(monthNumber(month), year)],
]

const YEARS: readonly Reader[] = [
  [new RegExp(`^(?:fy|f/y|financial year|year)? ?${TWO_YEARS}(?: financial year)?$`), ([a, b]) => financialYear(a, b)],
  [/^(?:calendar year|cy)? ?(\d{4})$/, ([year]) => between(`${year}-01-01`, `${year}-12-31`)],
  [
    new RegExp(`^(?:q|qtr|quarter) ?([1-4])[ ,:/-]*(?:fy|of)? ?${TWO_YEARS}$`),
    ([quarter, a, b]) => quarterOf(quarter, a, b),
  ],
  [
    new RegExp(`^(?:fy)? ?${TWO_YEARS}[ ,:/-]*(?:q|qtr|quarter) ?([1-4])$`),
    ([a, b, quarter]) => quarterOf(quarter, a, b),
  ],
]

const TWELVE =
  /^(?:(?:rolling )?(?:12|twelve)[ -]?m(?:onths?|ths?|nths?)?(?: rolling)?|(?:rolling )?(?:year|yr)|y\/?e)(?: (?:to|ending|ended|end|up to|ending in|to the end of))?:? (.+)$/
const RANGE = /^(.+?) ?(?:to|until|through|-) ?(.+)$/

function spansOf(words: string): Span[] {
  return [...read(DAYS, words), ...read(MONTHLY, words), ...read(YEARS, words), ...twelveMonths(words), ...range(words)]
}

function read(readers: readonly Reader[], words: string): Span[] {
  return readers.flatMap(([pattern, spanOf]) => {
    const match = pattern.exec(words)
    return (match && spanOf(match.slice(1))) ?? []
  })
}

/** "12 months ending 31/03/2019", "year to March 2019". */
function twelveMonths(words: string): Span[] {
  const [, end = ''] = TWELVE.exec(words) ?? []
  const ends = [...read(DAYS, end), ...read(MONTHLY, end)].filter(({ until }) => isMonthEnd(until))
  return ends.map(({ until }) => ({ from: addMonths(firstOfMonth(until), -11), until }))
}

/** "Apr '18 to Mar '19", "April-June 2024", "1 April 2018 to 31 March 2019". */
function range(words: string): Span[] {
  for (let at = 0; at < words.length; ) {
    const match = RANGE.exec(words.slice(at))
    if (!match) return []
    const split = words.slice(at).slice(match[1]?.length)
    const first = words.slice(0, at) + (match[1] ?? '')
    const spans = rangeOf(first, match[2] ?? '')
    if (spans.length > 0) return spans
    at = words.length - split.length + 1
  }
  return []
}

function rangeOf(first: string, last: string): Span[] {
  const ends = [...read(DAYS, last), ...read(MONTHLY, last)]
  return ends.flatMap((end) => {
    const year = end.until.slice(0, 4)
    const given = [...read(DAYS, first), ...read(MONTHLY, first)]
    const starts = given.length > 0 ? given : [`${first} ${year}`, `${first} ${Number(year) - 1}`].flatMap(bareMonth)
    const start = starts.find(({ from }) => from < end.until && from >= addMonths(firstOfMonth(end.until), -11))
    return start ? [{ from: start.from, until: end.until }] : []
  })
}

function bareMonth(words: string): Span[] {
  return new RegExp(`^${MONTH} \\d{4}$`).test(words) ? read(MONTHLY, words) : []
}

const CODES: Readonly<Record<PeriodKind, (span: Span) => string | undefined>> = {
  month: ({ from, until }) => (monthHeld({ from, until }) ? from.slice(0, 7) : undefined),
  quarter: quarterCode,
  'financial-year': ({ from, until }) => {
    const isYear = isWhole({ from, until }, 12) && from.endsWith('-04-01')
    return isYear || (from === until && until.endsWith('-03-31')) ? financialYearName(until) : undefined
  },
  'calendar-year': ({ from, until }) =>
    isWhole({ from, until }, 12) && from.endsWith('-01-01') ? from.slice(0, 4) : undefined,
  // A month alone may be the month's own figure: only words for twelve months will do.
  'rolling-12-months': (span) => (isWhole(span, 12) ? `12m to ${span.until.slice(0, 7)}` : undefined),
  'as-at': ({ from, until }) => (from === until ? until : undefined),
}

function codeFor(span: Span, kind: PeriodKind): string | undefined {
  return CODES[kind](span)
}

/** A whole month, or its first or last day, which is how spreadsheets keep a month. */
function monthHeld({ from, until }: Span): boolean {
  if (from === until) return from.endsWith('-01') || isMonthEnd(until)
  return isWhole({ from, until }, 1)
}

/** A whole quarter of the financial year, or its last day. */
function quarterCode(span: Span): string | undefined {
  const { from, until } = span
  const isLastDay = from === until && isMonthEnd(until) && partsOf(until).month % 3 === 0
  const isQuarter = isWhole(span, 3) && partsOf(from).month % 3 === 1
  if (!isLastDay && !isQuarter) return undefined
  return `${financialYearName(until)} Q${Math.floor(((partsOf(until).month + 8) % 12) / 3) + 1}`
}

function isWhole({ from, until }: Span, months: number): boolean {
  return from.endsWith('-01') && addDays(addMonths(from, months), -1) === until
}

function isMonthEnd(date: IsoDate): boolean {
  return addDays(date, 1).endsWith('-01')
}

function firstOfMonth(date: IsoDate): IsoDate {
  return isoDate(`${date.slice(0, 7)}-01`)
}

function between(from: string, until: string): Span | undefined {
  const year = Number(from.slice(0, 4))
  return year < 1800 || year > 2900 ? undefined : { from: isoDate(from), until: isoDate(until) }
}

function dayOf(day = '', month = 0, year = ''): Span | undefined {
  const date = dateFromParts(yearNumber(year), month, Number(day))
  return date.ok ? { from: date.value, until: date.value } : undefined
}

function monthOf(month: number, year = ''): Span | undefined {
  const first = dateFromParts(yearNumber(year), month, 1)
  return first.ok ? { from: first.value, until: addDays(addMonths(first.value, 1), -1) } : undefined
}

function financialYear(first = '', second = ''): Span | undefined {
  const year = yearNumber(first)
  const isNext = second.length === 4 ? Number(second) === year + 1 : Number(second) === (year + 1) % 100
  return isNext ? between(`${year}-04-01`, `${year + 1}-03-31`) : undefined
}

function quarterOf(quarter = '', first = '', second = ''): Span | undefined {
  const year = financialYear(first, second)
  if (!year) return undefined
  const from = addMonths(year.from, (Number(quarter) - 1) * 3)
  return { from, until: addDays(addMonths(from, 3), -1) }
}

function monthNumber(name = ''): number {
  return MONTHS.findIndex((month) => name.startsWith(month)) + 1
}

/** Years of two figures are of this century up to 79, and of the last after that. */
function yearNumber(text: string): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year < 80 ? 2000 + year : 1900 + year
}
