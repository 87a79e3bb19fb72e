import { daysInMonth, monthNumber, monthPattern } from './calendar-words.js'

/** From one month to another as a text writes it; years are missing where none is printed. */
export type MonthRange = {
  from: { day?: number; month: number; year?: number }
  until: { day?: number; month: number; year?: number }
}

const end = (name: string) =>
  `(?:(?<${name}Day>\\d{1,2})(?:st|nd|rd|th)?\\s+)?(?<${name}Month>${monthPattern})\\b\\.?(?:,?\\s+(?<${name}Year>(?:19|20)\\d{2})\\b)?`

/** A pattern for a range of months with named groups, for use inside larger patterns. */
export const monthRangePattern = `${end('from')}\\s*(?:to|and|until|through|[-–—])\\s*(?:the\\s+)?(?:end\\s+(?:of\\s+)?)?${end('until')}`

/** Reads the named groups of a range of months; a missing first year follows from the second. */
export function readMonthRange(groups: Record<string, string | undefined>): MonthRange | undefined {
  const [from, until] = [readEnd(groups, 'from'), readEnd(groups, 'until')]
  if (!from || !until) return undefined
  if (from.year === undefined && until.year !== undefined) {
    return { from: { ...from, year: until.year - (from.month > until.month ? 1 : 0) }, until }
  }
  return { from, until }
}

function readEnd(groups: Record<string, string | undefined>, name: string) {
  const month = monthNumber(groups[`${name}Month`] ?? '')
  if (!month) return undefined
  const [day, year] = [groups[`${name}Day`], groups[`${name}Year`]]
  return { month, ...(day ? { day: Number(day) } : {}), ...(year ? { year: Number(year) } : {}) }
}

/** How many whole months a range spans, both ends counted; with days, nothing unless the days make whole months. */
export function monthsSpanned({ from, until }: MonthRange): number | undefined {
  const years = from.year !== undefined && until.year !== undefined ? until.year - from.year : undefined
  const difference = years === undefined ? (until.month - from.month + 12) % 12 : years * 12 + until.month - from.month
  if (from.day === undefined && until.day === undefined) return difference + 1
  if (from.day === undefined || until.day === undefined) return undefined
  if (from.day === 1 && until.day >= daysInMonth(until.year ?? 2023, until.month)) return difference + 1
  return until.day === from.day - 1 || until.day === from.day ? difference : undefined
}

/** "May and July 2023" names two months; only after "between" is it a range. */
export const isListOfMonths = (text: string): boolean =>
  /[a-z.]\s+(?:(?:19|20)\d{2}\s+)?and\s+[A-Z][a-z]+\.?(?:\s+(?:19|20)\d{2})?\s*\)?$/.test(text) &&
  !/\bbetween\b/i.test(text)
