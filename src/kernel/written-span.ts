import { addDays, addMonths, dateFromParts, type IsoDate, isoDate } from './dates.js'
import { MONTH_NAME, monthNumber } from './month-names.js'

/** From one day until another, both included. One day is from and until itself. */
export type WrittenSpan = { readonly from: IsoDate; readonly until: IsoDate }

/**
 * What words for a period may mean: "Apr '18 to Mar '19", "12 months ending 31/03/2019", "Q2 2024/25", "March 2025".
 * None where they mean nothing; several where they may mean several. Days are day first; quarters are of the
 * financial year (1 April to 31 March), so that "Q4 2024" means nothing here.
 */
export function spansInWords(words: string): readonly WrittenSpan[] {
  const known = KNOWN.get(words)
  if (known) return known
  const spans = spansOf(plain(words))
  if (KNOWN.size < MOST_KNOWN && words.length <= 100) KNOWN.set(words, spans)
  return spans
}

/** A file says the same few hundred periods in thousands of rows: each is worked out once. */
const KNOWN = new Map<string, readonly WrittenSpan[]>()
const MOST_KNOWN = 5000

/** Whether the words themselves say that they mean twelve months. */
export function saysTwelveMonths(words: string): boolean {
  return TWELVE.test(plain(words))
}

/** Whether a span is so many whole months. */
export function isWholeMonths({ from, until }: WrittenSpan, months: number): boolean {
  return from.endsWith('-01') && addDays(addMonths(from, months), -1) === until
}

/** Whether a day is the last of its month. */
export function isMonthEnd(date: IsoDate): boolean {
  return addDays(date, 1).endsWith('-01')
}

function plain(words: string): string {
  return words
    .slice(0, 300)
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

const YEAR = "'?(\\d{4}|\\d{2})"
const TWO_YEARS = `${YEAR} ?[/-] ?${YEAR}`

type Reader = readonly [RegExp, (parts: readonly string[]) => WrittenSpan | undefined]

const DAYS: readonly Reader[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ][\d:.]+z?)?$/, ([year, month, day]) => dayOf(day, Number(month), year)],
  [/^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/, ([day, month, year]) => dayOf(day, Number(month), year)],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ /-]${MONTH_NAME}[ ,/-]*${YEAR}$`),
    ([day, month, year]) => dayOf(day, monthNumber(month), year),
  ],
]

const MONTHLY: readonly Reader[] = [
  [/^(\d{4}) ?[/-] ?(0[1-9]|1[0-2])$/, ([year, month]) => monthOf(Number(month), year)],
  [/^(\d{1,2})[/-](\d{4})$/, ([month, year]) => monthOf(Number(month), year)],
  [/^(\d{4})(0[1-9]|1[0-2])$/, ([year, month]) => monthOf(Number(month), year)],
  [new RegExp(`^${MONTH_NAME}[ ,/-]*${YEAR}$`), ([month, year]) => monthOf(monthNumber(month), year)],
  [new RegExp(`^(\\d{4})[ /-]${MONTH_NAME}$`), ([year, month]) => monthOf(monthNumber(month), year)],
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

function spansOf(words: string): WrittenSpan[] {
  return [...read(DAYS, words), ...read(MONTHLY, words), ...read(YEARS, words), ...twelveMonths(words), ...range(words)]
}

function read(readers: readonly Reader[], words: string): WrittenSpan[] {
  return readers.flatMap(([pattern, spanOf]) => {
    const match = pattern.exec(words)
    return (match && spanOf(match.slice(1))) ?? []
  })
}

/** "12 months ending 31/03/2019", "year to March 2019". */
function twelveMonths(words: string): WrittenSpan[] {
  const [, end = ''] = TWELVE.exec(words) ?? []
  const ends = [...read(DAYS, end), ...read(MONTHLY, end)].filter(({ until }) => isMonthEnd(until))
  return ends.map(({ until }) => ({ from: addMonths(firstOfMonth(until), -11), until }))
}

/** "Apr '18 to Mar '19", "April-June 2024", "1 April 2018 to 31 March 2019". */
function range(words: string): WrittenSpan[] {
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

function rangeOf(first: string, last: string): WrittenSpan[] {
  const ends = [...read(DAYS, last), ...read(MONTHLY, last)]
  return ends.flatMap((end) => {
    const year = end.until.slice(0, 4)
    const given = [...read(DAYS, first), ...read(MONTHLY, first)].find(({ from }) => from < end.until)
    const start =
      given ?? [`${first} ${year}`, `${first} ${Number(year) - 1}`].flatMap(bareMonth).find(isWithinYear(end))
    return start ? [{ from: start.from, until: end.until }] : []
  })
}

/** A first month without its year is the one that lies in the year up to the end. */
function isWithinYear({ until }: WrittenSpan): (start: WrittenSpan) => boolean {
  return ({ from }) => from < until && from >= addMonths(firstOfMonth(until), -11)
}

function bareMonth(words: string): WrittenSpan[] {
  return new RegExp(`^${MONTH_NAME} \\d{4}$`).test(words) ? read(MONTHLY, words) : []
}

function between(from: string, until: string): WrittenSpan | undefined {
  const year = Number(from.slice(0, 4))
  return year < 1800 || year > 2900 ? undefined : { from: isoDate(from), until: isoDate(until) }
}

function dayOf(day = '', month = 0, year = ''): WrittenSpan | undefined {
  const date = dateFromParts(yearNumber(year), month, Number(day))
  return date.ok ? { from: date.value, until: date.value } : undefined
}

function monthOf(month: number, year = ''): WrittenSpan | undefined {
  const first = dateFromParts(yearNumber(year), month, 1)
  return first.ok ? { from: first.value, until: addDays(addMonths(first.value, 1), -1) } : undefined
}

function financialYear(first = '', second = ''): WrittenSpan | undefined {
  const year = yearNumber(first)
  const isNext = second.length === 4 ? Number(second) === year + 1 : Number(second) === (year + 1) % 100
  return isNext ? between(`${year}-04-01`, `${year + 1}-03-31`) : undefined
}

function quarterOf(quarter = '', first = '', second = ''): WrittenSpan | undefined {
  const year = financialYear(first, second)
  if (!year) return undefined
  const from = addMonths(year.from, (Number(quarter) - 1) * 3)
  return { from, until: addDays(addMonths(from, 3), -1) }
}

/** Years of two figures are of this century up to 79, and of the last after that. */
function yearNumber(text: string): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year < 80 ? 2000 + year : 1900 + year
}

function firstOfMonth(date: IsoDate): IsoDate {
  return isoDate(`${date.slice(0, 7)}-01`)
}
