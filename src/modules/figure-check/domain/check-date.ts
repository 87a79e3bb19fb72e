import { daysBetween } from '#kernel/dates.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Sentence, sentencesOf } from '#modules/passages/index.js'
import {
  datesInText,
  isoOf,
  isRealDay,
  monthWord,
  type WrittenDate,
  weekdayOf,
  weekdayWord,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { dayOf } from './document-time.js'

/** Finds days that the calendar does not have, weekdays that do not belong to their dates, and slips of the year. */
export const checkDate: Check = (document) => {
  const flat = flatText(document)
  const dates = datesInText(flat.text)
  return [
    ...dates.flatMap((date) => ofCalendar(document, date) ?? []),
    ...sentencesOf(flat).flatMap((sentence) => ofTense(document, sentence)),
  ]
}

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

const willBe =
  /\b(?:will (?:be|meet|take|report|return|consider|publish|begin|start|open|launch|close|go)|is (?:due|planned|scheduled|expected)|are (?:due|planned|scheduled)|next meeting|to be (?:held|published|considered))\b/i
const hasBeen =
  /\b(?:was (?:held|published|launched|opened|considered|approved|agreed|appointed)|were (?:held|published|elected|approved)|took place|met on|were presented|was presented)\b/i

/** A slip of the year is about a year off; more than that, and it is the document's own date that is doubtful. */
const MOST_DAYS = 500

/** A coming event dated before the document, or a past one dated after it: most often last year's year left standing. */
function ofTense(document: CheckedDocument, sentence: Sentence): Finding[] {
  const today = document.date
  if (!today) return []
  const dates = datesInText(sentence.text)
  const [date] = dates
  const iso = date && isoOf(date)
  if (!date || !iso || dates.length > 1) return []
  const [isComing, isPast] = [willBe.test(sentence.text), hasBeen.test(sentence.text)]
  // Minutes are put on paper, or on the web, weeks after the day that they speak from.
  const from = isComing ? (dayOf(document) ?? today) : today
  const days = daysBetween(from, iso)
  const isEarly = isComing && !isPast && days < -3
  if (Math.abs(days) > MOST_DAYS || (!isEarly && !(isPast && !isComing && days > 3))) return []
  return [
    findingOf({
      verdict: 'warning',
      kind: 'date',
      quotes: [quoteOf(document, sentence.start + date.start, sentence.start + date.end)],
      message: isEarly
        ? 'The sentence speaks of something to come, but its date is before the date of the document.'
        : 'The sentence speaks of something past, but its date is after the date of the document.',
      working: `The document is dated ${from}; this date is ${iso}, ${Math.abs(days)} days ${days < 0 ? 'earlier' : 'later'}.`,
      suggestion: 'Check the year, or the tense.',
    }),
  ]
}
