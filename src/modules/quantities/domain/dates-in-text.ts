import type { IsoDate } from '#kernel/dates.js'
import type { Range } from '#modules/passages/index.js'
import { daysInMonth, monthNumber, monthPattern, weekdayNumber, weekdayPattern } from './calendar-words.js'

/** A day as a text writes it, real or not. `year` is missing where none is printed. */
export type WrittenDate = Range & { day: number; month: number; year?: number; weekday?: number }

const words = new RegExp(
  `(?:\\b(${weekdayPattern})\\b,?\\s+(?:the\\s+)?)?(?<![\\d.,/:£])\\b(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?:\\s+day)?(?:\\s+of)?\\s+(${monthPattern})\\b\\.?,?(?:\\s+((?:19|20)\\d{2})\\b(?![/-]\\d))?`,
  'gi',
)
const american = new RegExp(
  `(?:\\b(${weekdayPattern})\\b,?\\s+)?\\b(${monthPattern})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})\\b(?![/-]\\d)`,
  'gi',
)
const figures = /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d|[./-]\d)/g
const iso = /(?<![\d./-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d|[./-]\d)/g

/** Every day that a stretch of text writes out, in words or in figures, in the order of the text. */
export function datesInText(text: string): WrittenDate[] {
  const found = [
    ...[...text.matchAll(words)].flatMap((match) =>
      written(match, { weekday: match[1], day: match[2], month: match[3], year: match[4] }),
    ),
    ...[...text.matchAll(american)].flatMap((match) =>
      written(match, { weekday: match[1], day: match[3], month: match[2], year: match[4] }),
    ),
    ...[...text.matchAll(figures)].map((match) => numeric(match, [match[4], match[3], match[1]])),
    ...[...text.matchAll(iso)].map((match) => numeric(match, [match[1], match[2], match[3]])),
  ]
  return found.sort((a, b) => a.start - b.start)
}

type Parts = {
  weekday: string | undefined
  day: string | undefined
  month: string | undefined
  year: string | undefined
}

function written(match: RegExpExecArray, parts: Parts): WrittenDate[] {
  const month = monthNumber(parts.month ?? '')
  const isMayAsVerb = parts.month === 'may' || parts.month === 'mar' || parts.month === 'march'
  if (!month || isMayAsVerb) return []
  const weekday = parts.weekday ? weekdayNumber(parts.weekday) : undefined
  return [
    {
      start: match.index,
      end: match.index + match[0].trimEnd().replace(/[,.]$/, '').length,
      day: Number(parts.day),
      month,
      ...(parts.year ? { year: Number(parts.year) } : {}),
      ...(weekday === undefined ? {} : { weekday }),
    },
  ]
}

function numeric(match: RegExpExecArray, [year, month, day]: (string | undefined)[]): WrittenDate {
  const place = { start: match.index, end: match.index + match[0].length }
  return { ...place, day: Number(day), month: Number(month), year: Number(year) }
}

/** Whether the calendar has such a day; without a year, 29 February is let pass. */
export function isRealDay({ year = 2024, month, day }: WrittenDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The date as ISO text, when it is whole and real. */
export function isoOf(date: WrittenDate): IsoDate | undefined {
  if (date.year === undefined || !isRealDay(date)) return undefined
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.year}-${pad(date.month)}-${pad(date.day)}` as IsoDate
}
