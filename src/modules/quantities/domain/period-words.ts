import { numberInWords } from './number-words.js'
import type { PeriodMatch } from './period.js'
import { type MonthPoint, monthAlone, monthPointAt, yearAt } from './period-dates.js'
import { relativePeriodAt } from './period-relative.js'
import type { Token } from './quantity-tokens.js'

/** Reads a period that begins at this token, the longest wording first. */
export function periodAt(tokens: Token[], at: number): PeriodMatch | undefined {
  return (
    yearEndingAt(tokens, at) ??
    theYearEndingAt(tokens, at) ??
    rangeAt(tokens, at) ??
    quarterAt(tokens, at) ??
    financialYearAt(tokens, at) ??
    relativePeriodAt(tokens, at) ??
    sinceAt(tokens, at) ??
    pointPeriodAt(tokens, at) ??
    lengthAt(tokens, at)
  )
}

/** The period of whole months from one to another. */
function monthsPeriod(from: number, until: number): PeriodMatch['period'] {
  return { kind: 'months', key: `${from}..${until}`, from, until, months: until - from + 1 }
}

/** A stretch of so many months that the text gives no dates for. */
function lengthPeriod(months: number): PeriodMatch['period'] {
  return { kind: 'length', key: `length ${months}`, months }
}

const isDash = (token: Token | undefined) => token !== undefined && /^[-–—]$/.test(token.text)

/** "2017/18", "2017-18", "2017/2018": a financial year; "2016-19" is three of them. */
function financialYearAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const short = shortYearAt(tokens, at)
  if (short) return short
  const skip = tokens[at]?.lower === 'fy' ? 1 : 0
  const first = yearAt(tokens[at + skip])
  const mark = tokens[at + skip + 1]
  const second = tokens[at + skip + 2]
  if (first === undefined || !second || second.kind !== 'number' || second.decimals > 0 || second.suffix)
    return undefined
  if (!(mark?.text === '/' || isDash(mark)) || (mark?.gap && mark.text !== '/')) return undefined
  const last = secondYear(first, second)
  if (last === undefined) return undefined
  return { period: monthsPeriod(first * 12 + 3, last * 12 + 2), taken: skip + 3 }
}

/** "FY24-25", "FY2024/25" in one word; "FY25" may be the year that begins or the one that ends then. */
function shortYearAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const [, year = ''] = /^fy((?:19|20)?\d\d)$/.exec(tokens[at]?.lower ?? '') ?? []
  const [mark, tail] = [tokens[at + 1], tokens[at + 2]]
  const first = 2000 + Number(year.slice(-2))
  if (year === '') return undefined
  if (!(mark?.text === '/' || isDash(mark)) || !tail || secondYear(first, tail) !== first + 1)
    return { period: { kind: 'relative', key: `year ${first}`, months: 12 }, taken: 1 }
  return { period: monthsPeriod(first * 12 + 3, first * 12 + 14), taken: 3 }
}

function secondYear(first: number, token: Token): number | undefined {
  if (/^\d$/.test(token.text)) return (first + 1) % 10 === token.value ? first + 1 : undefined
  const isShort = /^\d\d$/.test(token.text)
  if (!isShort && !/^20\d\d$/.test(token.text)) return undefined
  const last = isShort ? Math.floor(first / 100) * 100 + token.value : token.value
  return last > first && last - first <= 10 ? last : undefined
}

const endings = /^(ending|ended|to|until)$/

/** "year ending March 2018", "12 months to end September 2017", "last 12 months (to end September 2017)". */
function yearEndingAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const months = lengthInMonths(tokens, at)
  if (!months) return undefined
  let next = at + months.taken
  if (tokens[next]?.text === '(') next += 1
  if (tokens[next]?.lower === 'up') next += 1
  if (!endings.test(tokens[next]?.lower ?? '')) return undefined
  next += 1
  const point = monthPointAt(tokens, next)
  if (!point) return undefined
  if (point.year === undefined)
    return months.value === 12 ? undefined : { period: lengthPeriod(months.value), taken: next + point.taken - at }
  const until = point.year * 12 + point.month
  return { period: monthsPeriod(until - months.value + 1, until), taken: next + point.taken - at }
}

/** "the last 12 months (to end September 2017)". */
function theYearEndingAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const found = tokens[at]?.lower === 'the' ? yearEndingAt(tokens, at + 1) : undefined
  return found && { ...found, taken: found.taken + 1 }
}

function monthsOf(unit: string): number {
  if (/^months?$/.test(unit)) return 1
  return /^years?$/.test(unit) ? 12 : 0
}

function lengthInMonths(tokens: Token[], at: number): { value: number; taken: number } | undefined {
  const skip = /^(rolling|last|past|full|financial|calendar|previous)$/.test(tokens[at]?.lower ?? '') ? 1 : 0
  const first = tokens[at + skip]?.lower
  if (first === 'year') return { value: 12, taken: skip + 1 }
  if (quarterNumber(tokens, at + skip)) return undefined
  if (first === 'quarter') return { value: 3, taken: skip + 1 }
  const count = wholeAt(tokens, at + skip)
  if (!count) return undefined
  let next = at + skip + count.taken
  if (isDash(tokens[next])) next += 1
  const by = monthsOf(tokens[next]?.lower ?? '')
  if (by === 0) return undefined
  next += /^(period|average)$/.test(tokens[next + 1]?.lower ?? '') ? 2 : 1
  return { value: count.value * by, taken: next - at }
}

/** A whole number, printed or written. */
function wholeAt(tokens: Token[], at: number): { value: number; taken: number } | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return numberInWords(tokens, at)
  return token.suffix === '' && token.decimals === 0 ? { value: token.value, taken: 1 } : undefined
}

/** "between April and September 2017", "April 2016 to March 2017", "2013/14 to 2016/17", "2010 to 2015". */
function rangeAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const opening = tokens[at]?.lower ?? ''
  const isOpened = opening === 'between' || opening === 'from'
  const first = endAt(tokens, isOpened ? at + 1 : at)
  if (!first) return undefined
  const joinAt = (isOpened ? at + 1 : at) + first.taken
  if (!joinsRange(tokens[joinAt], opening)) return undefined
  const second = endAt(tokens, joinAt + 1)
  if (!second || first.isYear !== second.isYear) return undefined
  const taken = joinAt + 1 + second.taken - at
  if (second.until === undefined) return undatedRange(first, second, taken)
  if (opening === 'from' && first.isYear && isFollowedByUnit(tokens, joinAt + 1 + second.taken)) return undefined
  const from = first.from ?? monthBefore(first.month ?? 0, second.until)
  if (from > second.until) return undefined
  return { period: monthsPeriod(from, second.until), taken }
}

const joinsRange = (token: Token | undefined, opening: string) =>
  isDash(token) || /^(to|until)$/.test(token?.lower ?? '') || (opening === 'between' && token?.lower === 'and')

/** "between April and December": so many months of a year that is not named. */
function undatedRange(first: RangeEnd, second: RangeEnd, taken: number): PeriodMatch | undefined {
  if (first.from !== undefined || first.month === undefined || second.month === undefined) return undefined
  return { period: lengthPeriod(((second.month - first.month + 12) % 12) + 1), taken }
}

const isFollowedByUnit = (tokens: Token[], at: number) => tokens[at]?.text === '%'

type RangeEnd = { from?: number; until?: number; month?: number; taken: number; isYear: boolean }

function endAt(tokens: Token[], at: number): RangeEnd | undefined {
  const years = financialYearAt(tokens, at)
  if (years) return { from: years.period.from ?? 0, until: years.period.until ?? 0, taken: years.taken, isYear: true }
  const point = monthPointAt(tokens, at)
  if (point) {
    if (point.year === undefined) return { month: point.month, taken: point.taken, isYear: false }
    const month = point.year * 12 + point.month
    return { from: month, until: month, taken: point.taken, isYear: false }
  }
  const year = yearAt(tokens[at])
  return year === undefined ? undefined : { from: year * 12, until: year * 12 + 11, taken: 1, isYear: true }
}

const monthBefore = (month: number, until: number) => {
  const sameYear = Math.floor(until / 12) * 12 + month
  return sameYear <= until ? sameYear : sameYear - 12
}

const ordinalQuarters = ['first', 'second', 'third', 'fourth']

/** "Q2 2017/18", "quarter 2 of 2017/18", "the second quarter of 2017/18". */
function quarterAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const found = quarterNumber(tokens, at)
  if (!found) return undefined
  const last = lastQuarter(tokens, at, at + found.taken)
  if (last && last.value > found.value)
    return { period: lengthPeriod((last.value - found.value + 1) * 3), taken: last.taken }
  let next = at + found.taken
  if (/^(of|in|for)$/.test(tokens[next]?.lower ?? '')) next += 1
  const year = financialYearAt(tokens, next)
  if (year?.period.months !== 12)
    return { period: { kind: 'relative', key: `quarter-${found.value}`, months: 3 }, taken: found.taken }
  const from = (year.period.from ?? 0) + (found.value - 1) * 3
  return { period: monthsPeriod(from, from + 2), taken: next + year.taken - at }
}

/** The other end of "quarters 1 to 3", "Q1 and Q2", "Q1–Q3". */
function lastQuarter(tokens: Token[], at: number, join: number): { value: number; taken: number } | undefined {
  if (!/^(to|and|-|–)$/.test(tokens[join]?.lower ?? '')) return undefined
  const next = tokens[join + 1]
  const value = /^q?([1-4])$/.exec(next?.lower ?? '')?.[1]
  const isNamed = next?.kind === 'word' || tokens[at]?.lower === 'quarters'
  return value && isNamed ? { value: Number(value), taken: join + 2 - at } : undefined
}

function quarterNumber(tokens: Token[], at: number): { value: number; taken: number } | undefined {
  const word = tokens[at]?.lower ?? ''
  if (/^q[1-4]$/.test(word)) return { value: Number(word[1]), taken: 1 }
  const next = tokens[at + 1]
  if (/^quarters?$/.test(word) && next?.kind === 'number' && next.value >= 1 && next.value <= 4)
    return { value: next.value, taken: 2 }
  const index = ordinalQuarters.indexOf(word)
  return index >= 0 && next?.lower === 'quarter' ? { value: index + 1, taken: 2 } : undefined
}

function sinceAt(tokens: Token[], at: number): PeriodMatch | undefined {
  if (tokens[at]?.lower !== 'since') return undefined
  const point = endAt(tokens, at + 1)
  if (!point || point.from === undefined) return undefined
  return { period: { kind: 'since', key: `since ${point.from}`, from: point.from }, taken: 1 + point.taken }
}

/** A day, a month or a year by itself. */
function pointPeriodAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const point = monthPointAt(tokens, at)
  if (point) return ofPoint(point, tokens, at)
  const year = yearAt(tokens[at])
  if (year === undefined || !isYearUse(tokens, at)) return undefined
  return { period: monthsPeriod(year * 12, year * 12 + 11), taken: 1 }
}

function ofPoint(point: MonthPoint, tokens: Token[], at: number): PeriodMatch | undefined {
  if (point.year === undefined) {
    if (point.day === undefined && !monthAlone(tokens, at)) return undefined
    const length = point.day === undefined ? { months: 1 } : {}
    return {
      period: { kind: 'relative', key: `month-${point.month}-${point.day ?? ''}`, ...length },
      taken: point.taken,
    }
  }
  const month = point.year * 12 + point.month
  if (point.day === undefined && !point.isEnd) return { period: monthsPeriod(month, month), taken: point.taken }
  return { period: { kind: 'day', key: `day ${month}`, from: month, until: month }, taken: point.taken }
}

const beforeYear =
  /^(in|since|by|during|until|from|to|of|for|before|after|between|and|year|calendar|early|late|mid|than|end|with|on|to|autumn|spring|summer|winter|census|act|plan|ending|ended|through|throughout|our|the|both)$/

/** A four-digit number from 2000 to 2039 is a year unless it plainly counts; from 1950 it must follow a word of time. */
function isYearUse(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || tokens[at - 1]?.text === '£' || /^(%|per|percent|pc)$/.test(tokens[at + 1]?.lower ?? '')) return false
  if (token.value >= 2000 && token.value < 2040) return true
  return beforeYear.test(tokens[at - 1]?.lower ?? '')
}

/** "over three years", "in six months", "a 12-month period": a stretch with a length and no dates. */
function lengthAt(tokens: Token[], at: number): PeriodMatch | undefined {
  const opening = tokens[at]?.lower ?? ''
  if (!/^(over|in|within|during|across|for|throughout)$/.test(opening)) return undefined
  const article = /^(the|a|an|these|those|its|our)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0
  if (/^(last|past|previous|preceding|same|first|second)$/.test(tokens[at + 1 + article]?.lower ?? '')) return undefined
  const isAhead = /^(next|coming)$/.test(tokens[at + 1 + article]?.lower ?? '')
  if (isAhead && !wholeAt(tokens, at + 2 + article)) return undefined
  const skip = article + (isAhead ? 1 : 0)
  const ending = yearEndingAt(tokens, at + 1 + skip)
  if (ending) return { ...ending, taken: ending.taken + 1 + skip }
  const isArticle = /^an?$/.test(tokens[at + 1]?.lower ?? '')
  const length = lengthInMonths(tokens, at + 1 + skip)
  if (!length || (length.value === 12 && length.taken === 1 && !isArticle)) return undefined
  return { period: lengthPeriod(length.value), taken: 1 + skip + length.taken }
}
