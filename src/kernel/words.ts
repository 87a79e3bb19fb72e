const MINUS = '−'
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const

/** A number with thousands commas and a true minus sign: "−1,234". Rounds to `decimals` (0 unless told). */
export function formatNumber(value: number, decimals = 0): string {
  if (decimals === 0 && Number.isSafeInteger(value) && value >= 0) return withCommas(value)
  const text = numberFormat(decimals).format(Math.abs(value))
  const isZero = !/[1-9]/.test(text)
  return value < 0 && !isZero ? `${MINUS}${text}` : text
}

/** Whole numbers are most of what is written, and need no format. */
function withCommas(whole: number): string {
  const digits = String(whole)
  return whole < 1000 ? digits : digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Making a format takes far longer than using it, so each is made once. */
function numberFormat(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', digits)
  formats.set(decimals, format)
  return format
}

const formats = new Map<number, Intl.NumberFormat>()

/** A change, with its sign: "+61", "−380", "0". */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A percentage given as 12.3: "12.3%". */
export function formatPercent(value: number, decimals = 1): string {
  return `${formatNumber(value, decimals)}%`
}

/** A difference between two percentages: "2.1 percentage points". */
export function formatPoints(value: number, decimals = 1): string {
  const text = formatNumber(value, decimals)
  return `${text} percentage ${text.replace(MINUS, '') === '1.0' || text.replace(MINUS, '') === '1' ? 'point' : 'points'}`
}

/** "30 April 2025", from a date or the date part of a moment (`YYYY-MM-DD…`). */
export function formatDate(date: string): string {
  const { year, month, day } = parts(date)
  return `${day} ${monthName(month)} ${year}`
}

/** "30 Apr". */
export function formatShortDate(date: string): string {
  const { month, day } = parts(date)
  return `${day} ${monthName(month).slice(0, 3)}`
}

/** "Monday 26 May 2025". */
export function formatLongDate(date: string): string {
  const { year, month, day } = parts(date)
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  return `${weekday} ${formatDate(date)}`
}

/** "March 2025", from `YYYY-MM` or any date in the month. */
export function formatMonth(month: string): string {
  const { year, month: number } = parts(month)
  return `${monthName(number)} ${year}`
}

function parts(text: string): { year: number; month: number; day: number } {
  const [year = 0, month = 1, day = 1] = text.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

function monthName(month: number): string {
  const name = months[month - 1]
  if (!name) throw new RangeError(`Not a month: ${month}`)
  return name
}

/** One to nine in words, other numbers in figures: "five", "39". */
export function countInWords(count: number): string {
  return (count > 0 && words[count]) || formatNumber(count)
}

/** The right one of two words for a count: `plural(1, 'theme')` is "theme". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many
}

/** "5 themes", for tables and small lines. */
export function countOf(count: number, one: string, many?: string): string {
  return `${formatNumber(count)} ${plural(count, one, many)}`
}

/** "Five themes", to begin a sentence or stand in a heading. */
export function sentenceCount(count: number, one: string, many?: string): string {
  const counted = count === 0 ? 'no' : countInWords(count)
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)} ${plural(count, one, many)}`
}

/** A moment as the office's clock had it: "30 April 2025, 13:05". */
export function formatMoment(instant: string): string {
  return UK_MOMENT.format(new Date(instant)).replace(' at ', ', ')
}

const UK_MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' })
