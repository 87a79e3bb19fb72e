import { addDays, addMonths, type IsoDate, isoDate } from '#kernel/dates.js'

/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string

const PATTERN = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/

/** Whether the text is a month: 2024-13 is not. */
export function isMonth(text: string): text is Month {
  return PATTERN.test(text)
}

/** The month so many months later, or earlier if negative. */
export function monthAfter(month: Month, months = 1): Month {
  return addMonths(firstDayOf(month), months).slice(0, 7)
}

/** Every month from the first to the last, both among them; none when they stand the wrong way round. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month)
  return months
}

/** The first day of the month. */
export function firstDayOf(month: Month): IsoDate {
  return isoDate(`${month}-01`)
}

/** The last day of the month: from then on a release of that month counts as known (ADR 0020). */
export function lastDayOf(month: Month): IsoDate {
  return addDays(addMonths(firstDayOf(month), 1), -1)
}

/** The month that a moment falls in by the clock of the United Kingdom: 23:51 UTC on 31 March is April. */
export function localMonthOf(moment: Date): Month {
  return UK_MONTH.format(moment).slice(0, 7)
}

const UK_MONTH = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
