import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf } from '#modules/passages/index.js'
import {
  datesInText,
  isRealDay,
  monthWord,
  type WrittenDate,
  weekdayOf,
  weekdayWord,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Finds days that the calendar does not have, and weekdays that do not belong to their dates. */
export const checkDate: Check = (document) =>
  datesInText(flatText(document).text).flatMap((date) => ofCalendar(document, date) ?? [])

function ofCalendar(document: CheckedDocument, date: WrittenDate): Finding | undefined {
  const quotes = [quoteOf(document, date.start, date.end)]
  if (!isRealDay(date)) return impossible(document, date)
  if (date.weekday === undefined || date.year === undefined) return undefined
  const weekday = weekdayOf(date.year, date.month, date.day)
  const name = `${date.day} ${monthWord(date.month)} ${date.year}`
  const isRight = weekday === date.weekday
  return findingOf({
    verdict: isRight ? 'holds' : 'error',
    kind: 'date',
    quotes,
    message: isRight
      ? `${name} is a ${weekdayWord(weekday)}.`
      : `${name} is not a ${weekdayWord(date.weekday)} but a ${weekdayWord(weekday)}.`,
    working: `The calendar gives ${weekdayWord(weekday)} for ${name}.${isRight ? '' : yearsThatFit(date)}`,
    ...(isRight ? {} : { suggestion: `Write “${weekdayWord(weekday)} ${name}”, or correct the date.` }),
  })
}

function yearsThatFit({ day, month, year = 0, weekday }: WrittenDate): string {
  const fit = [year - 1, year + 1].filter((one) => weekdayOf(one, month, day) === weekday)
  return fit.length > 0
    ? ` It was a ${weekdayWord(weekday ?? 0)} in ${fit.join(' and ')}: the year may be the slip.`
    : ''
}

function impossible(document: CheckedDocument, date: WrittenDate): Finding | undefined {
  const shown = document.text.slice(date.start, date.end)
  const isSwapped = date.month > 12 && date.day <= 12
  const isNamed = /\d(?:st|nd|rd|th)/i.test(shown) || date.weekday !== undefined
  if (isSwapped || date.day === 0 || (date.day > 31 && !isNamed && /[a-z]/i.test(shown))) return undefined
  return findingOf({
    verdict: 'error',
    kind: 'date',
    quotes: [quoteOf(document, date.start, date.end)],
    message: `There is no such day: ${shown.replace(/\s+/g, ' ')}.`,
    working:
      date.month >= 1 && date.month <= 12
        ? `${monthWord(date.month)}${date.year ? ` ${date.year}` : ''} has no day ${date.day}.`
        : `There is no month ${date.month}.`,
    suggestion: 'Correct the day, the month or the year.',
  })
}
