import { monthNumber, monthPattern, weekdayPattern } from './calendar-words.js'
import { isListOfMonths, type MonthRange, monthRangePattern, readMonthRange } from './month-range.js'

/** A stretch of time as a text writes it: from month to month, from year to year, or its months or years one by one. */
export type TimeRange = {
  start: number
  end: number
  months?: MonthRange
  years?: { first: number; last: number; isFinancial: boolean }
  /** Of a list: how many months or years it names. */
  listed?: { count: number; unit: 'month' | 'year' }
  /** "began in May … ended in July": what stands between is part of the telling. */
  isTold: boolean
}

const year = (name: string) =>
  `(?:FY\\s?)?(?<${name}>(?:19|20)\\d{2})(?:\\s?[/-]\\s?(?<${name}Tail>\\d{2}(?:\\d{2})?)\\b)?`
const monthsRead = new RegExp(`\\b(?:(?:between)\\s+)?${monthRangePattern}`, 'gi')
const daysOfOneMonth = new RegExp(
  `\\b(?<fromDay>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:to|until|through|and|[-–—])\\s*(?<untilDay>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<untilMonth>${monthPattern})\\b(?:\\s+(?<untilYear>20\\d{2})\\b)?`,
  'gi',
)
const yearsRead = new RegExp(`\\b${year('first')}\\s*(?:to|and|until|through|[-–—])\\s*${year('last')}`, 'gi')
const yearsWritten = /(?<![/–-])\b(?<first>20\d{2})\s?[-–]\s?(?<tail>20\d{2}|\d{2})\b(?![/–-]\d)/gi
const point = (name: string) =>
  `(?:(?<${name}Day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?<${name}Month>${monthPattern})\\b(?:\\s+(?<${name}Year>20\\d{2})\\b)?`
const begun =
  '(?:start(?:s|ed|ing)?|beg(?:an|ins?|un|inning)|opened|opens|opening|commenc(?:es?|ed|ing)|launched|elected|appointed|running|signed|from|took effect|takes effect)'
const ended =
  '(?:end(?:s|ed|ing)?|clos(?:es?|ed|ing)|finish(?:es|ed|ing)?|expir(?:es?|ed|ing)|conclud(?:es?|ed|ing)|until|up to|to)'
const told = new RegExp(
  `\\b${begun}\\s+(?:(?:in|on|from)\\s+)?(?:${weekdayPattern}\\s+)?${point('from')}\\b(?<between>[^.;:()\\u241e]{1,70}?)\\b${ended}\\s+(?:(?:in|on|at)\\s+)?(?:the\\s+end\\s+of\\s+)?${point('until')}`,
  'gi',
)
const monthList = new RegExp(`\\b${monthPattern}(?:,\\s+${monthPattern})+,?\\s+and\\s+${monthPattern}\\b`, 'gi')
const yearList = /\b20\d{2}(?:[/–-]\d{2})?(?:,\s+20\d{2}(?:[/–-]\d{2})?)+,?\s+and\s+20\d{2}(?:[/–-]\d{2})?/gi

const monthPair = new RegExp(
  `(?<!\\b(?:between|from)\\s+)\\b${monthPattern}(?:\\s+20\\d{2})?\\s+and\\s+${monthPattern}\\b`,
  'gi',
)
/** "each year since 2015, for nine years, up to 2024", "signed in 2003 for twenty-five years and so ends in 2028". */
const yearsTold =
  /\b(?:in|since|from)\s+(?<first>(?:19|20)\d{2})\b(?!\/)[^.;()\u241e]{0,60}?\b(?:for|lasts?|term\s+of)\s+[^.;()\u241e]{2,14}[\s-]years?,?\s+(?:up\s+to|until|to|(?:(?:and|so|it|which|that|will|therefore|thus)\s+){0,4}(?:ending|ends?|expires?|expiring)\s+in)\s+(?<last>20\d{2})\b(?!\/)/gi
/** An aside between commas, which parts the ends of a range. */
const aside = /(?<=\d),\s+(?:when|which|where|who|the\s+year)\b[^,.;()\u241e]{1,60},(?=\s+(?:and|to|until|up)\b)/gi

/** Every stretch of time that a text writes out, in its order; where two overlap, the one read first stands. */
export function timeRanges(whole: string): TimeRange[] {
  const text = whole.replace(aside, (shown) => ' '.repeat(shown.length))
  const found = [
    ...[...text.matchAll(monthList)].map((match) => listOf(match, 'month')),
    ...[...text.matchAll(yearList)].map((match) => listOf(match, 'year')),
    ...[...text.matchAll(monthsRead)].flatMap((match) => ofMonths(match) ?? []),
    ...[...text.matchAll(daysOfOneMonth)].flatMap((match) => ofMonths(match) ?? []),
    ...[...text.matchAll(yearsRead)].flatMap((match) => ofYears(match) ?? []),
    ...[...text.matchAll(yearsWritten)].flatMap((match) => ofYears(match) ?? []),
    ...[...text.matchAll(monthPair)].map((match) => listOf(match, 'month')),
    ...[...text.matchAll(yearsTold)].flatMap((match) => ofYears(match, true) ?? []),
    ...[...text.matchAll(told)].flatMap((match) => ofTold(match) ?? []),
  ]
  return found
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((range, at, all) => !(at > 0 && range.start < (all[at - 1]?.end ?? 0)))
}

const placeOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })

function listOf(match: RegExpExecArray, unit: 'month' | 'year'): TimeRange {
  const count = match[0].split(/,?\s+and\s+|,/).length
  return { ...placeOf(match), listed: { count, unit }, isTold: false }
}

function ofMonths(match: RegExpExecArray): TimeRange | undefined {
  const groups = { fromMonth: match.groups?.untilMonth, ...match.groups }
  const months = isListOfMonths(match[0]) ? undefined : readMonthRange(groups)
  return months && { ...placeOf(match), months, isTold: false }
}

function ofYears(match: RegExpExecArray, isTold = false): TimeRange | undefined {
  const { first = '', last, tail = '', firstTail, lastTail } = match.groups ?? {}
  const until = last ?? (tail.length === 4 ? tail : first.slice(0, 2) + tail)
  if (Number(until) <= Number(first) || (firstTail === undefined) !== (lastTail === undefined)) return undefined
  const isFinancial = firstTail !== undefined
  return { ...placeOf(match), years: { first: Number(first), last: Number(until), isFinancial }, isTold }
}

/** The year of the later end, where it is not printed, is the first in which that month comes. */
function ofTold(match: RegExpExecArray): TimeRange | undefined {
  const groups = match.groups ?? {}
  if (new RegExp(`\\b${monthPattern}\\b|20\\d{2}`).test(groups.between ?? '')) return undefined
  const months = readMonthRange(groups)
  if (!months || monthNumber(groups.untilMonth ?? '') === undefined) return undefined
  const { from, until } = months
  const year = from.year === undefined ? undefined : from.year + (until.month < from.month ? 1 : 0)
  const whole = until.year === undefined && year !== undefined ? { from, until: { ...until, year } } : months
  return { ...placeOf(match), months: whole, isTold: true }
}
