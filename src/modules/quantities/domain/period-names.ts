import { monthNumber, monthPattern, monthWord } from './calendar-words.js'
import { isListOfMonths, type MonthRange, monthRangePattern, monthsSpanned, readMonthRange } from './month-range.js'
import type { PeriodClaim } from './period-claim.js'

const ordinal = '(?<which>first|second|third|fourth|final|last|1st|2nd|3rd|4th)'
const part = new RegExp(
  `\\b(?:(?<quarter>Q[1-4]|quarter\\s+(?:[1-4]|one|two|three|four)|(?:quarters\\s+|Q)[1-4]\\s*(?:to|and|[-–])\\s*Q?[1-4])|${ordinal}\\s+(?<kind>quarter|half|six\\s+months))\\b(?<year>[^.;:()\\d\\u241e]{0,70}(?:20\\d{2}(?:[/-]\\d{2})?)?)[\\s,]*(?:\\(|from|between|covering|,|:|–|-)?\\s*(?:from\\s+|between\\s+)?\\b${monthRangePattern}`,
  'gi',
)
/** "April to June is our first quarter", "October, November and December make up the third quarter of the year". */
const behind = (months: string) =>
  new RegExp(
    `(?<!\\w)${months}(?:\\s+(?:is|was|are|were|makes? up|forms?|being)|,)\\s+(?:the|our)\\s+${ordinal}\\s+(?<kind>quarter|half)(?<year>\\s+of\\s+(?:the\\s+)?(?:financial\\s+|calendar\\s+)?(?:year|20\\d{2}(?:[/-]\\d{2})?))?\\s*(?:$|[.,;)])`,
    'gi',
  )
const partBehind = behind(`(?<!${monthPattern},\\s+)${monthRangePattern}`)
const listBehind = behind(
  `(?<fromMonth>${monthPattern}),\\s+${monthPattern},?\\s+and\\s+(?<untilMonth>${monthPattern})`,
)
const financial = /\b(?:financial\s+year|FY)\s*(?:of\s+)?((?:19|20)\d{2})\s?[/–-]\s?(\d{4}|\d{2})\b/gi
const slashed = /\b(?:in|during|for|budget|outturn)\s+(?:the\s+)?((?:19|20)\d{2})\/(\d{2})\b(?![/-])/gi
const yearWithMonths = new RegExp(
  `\\b(?<start>20\\d{2})[/-](?<tail>\\d{2})\\b\\s*(?:\\(|,\\s*(?:that is|i\\.e\\.|from)\\s)\\s*(?:from\\s+)?${monthRangePattern}`,
  'gi',
)
const yearEnding =
  /\b(?:year|12 months|twelve months)\s+(?:ending|ended|to)\s+(?:31\s+|31st\s+)?March\s+(20\d{2})\s*\(((?:20)\d{2})[/-](\d{2})\)|\b(20\d{2})[/-](\d{2})\s*\((?:the\s+)?(?:year|12 months|twelve months)\s+(?:ending|ended|to)\s+(?:31\s+|31st\s+)?March\s+(20\d{2})\)/gi
/** "The year to 31 May 2025, 2024/25, was": not in apposition to a school's year. */
const yearBeside =
  /\b(?:year|12 months|twelve months)\s+(?:ending|ended|to)\s+(?:(?<day>\d{1,2})(?:st|th)?\s+)?(?<month>[A-Z][a-z]+)\s+(?<end>20\d{2})(?:,\s+|\s*\()(?<start>20\d{2})[/-](?<tail>\d{2})(?=[,)])/g
/** "The financial year ended 31 December 2025". */
const oddYear = new RegExp(
  `\\bfinancial\\s+year\\s+(?:ending|ended|to)\\s+(?:on\\s+)?(?:\\d{1,2}(?:st|th)?\\s+)?(?<month>${monthPattern})\\s+20\\d{2}\\b`,
  'gi',
)
const fromTo = new RegExp(`(?:\\b(?:from|between)\\s+|\\()${monthRangePattern}`, 'gi')
const yearKind = new RegExp(
  `\\b(?<kind>financial|calendar)\\s+year\\s*(?:\\(|,\\s*)(?:from\\s+)?${monthRangePattern}`,
  'gi',
)

/** Periods with a name of their own: quarters, halves, financial years, and ranges that run backwards. */
export function namedPeriodClaims(text: string): PeriodClaim[] {
  return [
    ...[part, partBehind, listBehind]
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .flatMap((match) => ofPart(match) ?? []),
    ...[...text.matchAll(financial)].map((match) => ofFinancialYear(match, true)),
    ...[...text.matchAll(slashed)].flatMap((match) =>
      isNextYear(match[1], match[2]) || isSpan(match) ? [] : ofFinancialYear(match, false),
    ),
    ...[...text.matchAll(yearWithMonths)].flatMap((match) => ofYearWithMonths(match) ?? []),
    ...[...text.matchAll(yearEnding)].map(ofYearEnding),
    ...[...text.matchAll(yearBeside)].flatMap((match) => ofYearBeside(match) ?? []),
    ...[...text.matchAll(oddYear)].flatMap((match) => ofOddYear(match) ?? []),
    ...[...text.matchAll(yearKind)].flatMap((match) => ofYearKind(match) ?? []),
    ...[...text.matchAll(fromTo)].flatMap((match) => backwards(match) ?? []),
  ]
}

const isSpan = (match: RegExpExecArray) => Number(match[2]) <= Number(match[1]?.slice(2))
const isNextYear = (year = '', tail = '') => (Number(year) + 1) % 100 === Number(tail) % 100

const numbers: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, one: 1, two: 2, three: 3, four: 4 }

function ofPart(match: RegExpExecArray): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const range = readMonthRange(groups)
  if (!range || monthsSpanned(range) === undefined || (groups.kind && isListOfMonths(match[0]))) return undefined
  const { which, unit, months } = partOf(groups)
  if (months === unit && isSoFar(range, (which ?? 0) * unit)) return undefined
  const isFinancialYear = /financial|20\d{2}[/-]\d{2}/i.test(match[0])
  const starts = [4, ...(isFinancialYear ? [] : [1])].map((first) => ((first - 1 + ((which ?? 1) - 1) * unit) % 12) + 1)
  const isLength = monthsSpanned(range) === months
  const isNamed = which === undefined || starts.includes(range.from.month)
  const isRight = isLength && isNamed && isOfYear(groups.year ?? '', range)
  const name = shown(groups.quarter ?? `${groups.which} ${groups.kind}`)
  const spans = starts.map((first) => `${monthWord(first)} to ${monthWord(first + months - 1)}`).join(' or ')
  const due = which === undefined ? `${months} months` : spans
  return claim(match, isRight, isFinancialYear || !isLength, `The ${name} is ${due}, not ${rangeWords(range)}.`)
}

/** Which quarter or half is named, how many months one has, and how many months all that are named have. */
function partOf(groups: Record<string, string | undefined>) {
  const unit = /half|six/i.test(groups.kind ?? '') ? 6 : 3
  const [first, last] = (groups.quarter ?? '').match(/[1-4]/g) ?? []
  const which = first ? Number(first) : ordinalOf(groups.which ?? groups.quarter ?? '')
  const count = last ? Number(last) - Number(first) + 1 : 1
  return { which, unit, months: unit * count }
}

/** "the last quarter of 2023/24, January to March 2024": in the year that is named with it. */
function isOfYear(text: string, { until }: MonthRange): boolean {
  const year = /(20\d{2})[/-]\d{2}/.exec(text)?.[1]
  if (!year || until.year === undefined) return true
  return until.year === Number(year) + (until.month < 4 ? 1 : 0)
}

function ordinalOf(text: string): number | undefined {
  const word = text.toLowerCase().replace(/^(?:quarter\s+|q)/, '')
  return numbers[word] ?? (Number.parseInt(word, 10) || undefined)
}

/** "Quarter 2 … April to September": the year so far. */
const isSoFar = (range: MonthRange, months: number) =>
  months > 3 && [1, 4].includes(range.from.month) && monthsSpanned(range) === months

function ofFinancialYear(match: RegExpExecArray, isSure: boolean): PeriodClaim {
  const [year = '', tail = ''] = [match[1], match[2]]
  const next = String(Number(year) + 1)
  const isRight = isNextYear(year, tail) && (tail.length === 2 || tail === next)
  return claim(
    match,
    isRight,
    isSure,
    `A financial year that begins in ${year} ends in ${next}: ${year}/${next.slice(2)}, not ${shown(match[0])}.`,
  )
}

function ofYearWithMonths(match: RegExpExecArray): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const range = readMonthRange(groups)
  const start = Number(groups.start)
  if (
    !range ||
    range.from.year === undefined ||
    range.until.year === undefined ||
    !isNextYear(groups.start, groups.tail)
  )
    return undefined
  const index = (end: { month: number; year?: number }) => (end.year ?? 0) * 12 + end.month
  const isRight =
    index(range.from) >= start * 12 + 4 &&
    index(range.until) <= start * 12 + 15 &&
    index(range.from) <= index(range.until)
  return claim(
    match,
    isRight,
    true,
    `${groups.start}/${groups.tail} runs from April ${start} to March ${start + 1}; ${rangeWords(range)} is not in it.`,
  )
}

function ofYearEnding(match: RegExpExecArray): PeriodClaim {
  const ending = Number(match[1] ?? match[6])
  const [start, tail] = [match[2] ?? match[4], match[3] ?? match[5]]
  const isRight = Number(start) === ending - 1 && isNextYear(start, tail)
  return claim(
    match,
    isRight,
    true,
    `The year ending March ${ending} is ${ending - 1}/${String(ending).slice(2)}, not ${start}/${tail}.`,
  )
}

/** Schools end theirs in July or August. */
function ofYearBeside(match: RegExpExecArray): PeriodClaim | undefined {
  const { month = '', end = '', start = '', tail = '' } = match.groups ?? {}
  const number = monthNumber(month)
  if (!number || number === 7 || number === 8 || !isNextYear(start, tail)) return undefined
  const isRight = number === 3 && Number(end) === Number(start) + 1
  const due = `${start}/${tail} ends in March ${Number(start) + 1}, not in ${monthWord(number)} ${end}.`
  return claim(match, isRight, number === 3, due)
}

/** Other bodies may end theirs elsewhere: a question of the day. */
function ofOddYear(match: RegExpExecArray): PeriodClaim | undefined {
  const number = monthNumber(match.groups?.month ?? '')
  const month = monthWord(number ?? 3)
  const isRight = number === 3
  return { ...claim(match, isRight, false, `The financial year ends in March, not in ${month}.`), isAsked: !isRight }
}

function ofYearKind(match: RegExpExecArray): PeriodClaim | undefined {
  const range = readMonthRange(match.groups ?? {})
  if (!range || monthsSpanned(range) !== 12) return undefined
  const isFinancial = match.groups?.kind?.toLowerCase() === 'financial'
  const isRight = range.from.month === (isFinancial ? 4 : 1)
  return claim(
    match,
    isRight,
    true,
    `A ${isFinancial ? 'financial year runs from April to March' : 'calendar year runs from January to December'}, not ${rangeWords(range)}.`,
  )
}

function backwards(match: RegExpExecArray): PeriodClaim | undefined {
  const range = readMonthRange(match.groups ?? {})
  if (!range || range.from.year === undefined || range.until.year === undefined) return undefined
  const order = (end: MonthRange['from']) => ((end.year ?? 0) * 12 + end.month) * 32 + (end.day ?? 0)
  const isComparison = /^(?:between|\()/i.test(match[0])
  if (order({ ...range.from, day: range.from.day ?? 1 }) <= order({ ...range.until, day: range.until.day ?? 31 }))
    return undefined
  return claim(match, false, !isComparison, `The range ends before it begins: ${rangeWords(range)}.`)
}

function claim(match: RegExpExecArray, isRight: boolean, isSure: boolean, message: string): PeriodClaim {
  return {
    start: match.index,
    end: match.index + match[0].length,
    isRight,
    isSure,
    message,
    working: isRight ? `“${shown(match[0])}” agrees.` : message,
    suggestion: 'Correct the name of the period, or its months or years.',
  }
}

const shown = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[(,\s]+$/, '')
    .trim()

function rangeWords({ from, until }: MonthRange): string {
  const word = (end: MonthRange['from']) =>
    `${end.day ? `${end.day} ` : ''}${monthWord(end.month)}${end.year ? ` ${end.year}` : ''}`
  return `${word(from)} to ${word(until)}`
}
