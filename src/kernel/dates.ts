import { err, ok, type Result } from './result.js'

/** A calendar date, `YYYY-MM-DD`, with no time and no zone. Compares correctly as text. */
export type IsoDate = string & { readonly isoDate: unique symbol }

/** A moment in time, ISO 8601 in UTC, as stored. Compares correctly as text. */
export type Instant = string

/** Whether the text is a real calendar date: 2023-02-29 is not. */
export function isIsoDate(text: string): text is IsoDate {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  return isRealDate(digitsIn(text, 0, 4), digitsIn(text, 5, 7), digitsIn(text, 8, 10))
}

/** The number that these characters write, or nothing that counts as one. Every stored figure has dates to be read. */
function digitsIn(text: string, from: number, until: number): number {
  let number = 0
  for (let at = from; at < until; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** Reads a date that must be right already (stored rows, constants). Throws on a bad one. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Not a calendar date: ${JSON.stringify(text)}`)
  return text
}

/** Makes a date from its parts, refusing 31 February and years outside 1800 to 2999. */
export function dateFromParts(year: number, month: number, day: number): Result<IsoDate, 'not-a-real-date'> {
  if (!isRealDate(year, month, day)) return err('not-a-real-date')
  return ok(written(year, month, day))
}

function isRealDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  if (year < 1800 || year > 2999 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** The date that a moment has in the United Kingdom, where the day changes at local midnight. */
export function ukDateOf(moment: Date): IsoDate {
  return UK_DATE.format(moment) as IsoDate
}

const UK_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The date some days later (or earlier, if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(new Date(toUtc(date).getTime() + days * 86_400_000))
}

/** The date some months later, on the same day or the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return written(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))
}

/** Whole days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / 86_400_000)
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The last day of the financial year (1 April to 31 March) that holds the date. */
export function financialYearEnd(date: IsoDate): IsoDate {
  const { year, month } = partsOf(date)
  return isoDate(`${month <= 3 ? year : year + 1}-03-31`)
}

/** The first day of the financial year (1 April to 31 March) that holds the date. */
export function financialYearStart(date: IsoDate): IsoDate {
  const { year, month } = partsOf(date)
  return isoDate(`${month <= 3 ? year - 1 : year}-04-01`)
}

/** "2017/18" for any date in the financial year that began on 1 April 2017. */
export function financialYearName(date: IsoDate): string {
  const start = partsOf(financialYearStart(date)).year
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`
}

function toUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function fromUtc(date: Date): IsoDate {
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function written(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}
