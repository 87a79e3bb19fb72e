import { monthPattern } from './calendar-words.js'
import { isListOfMonths, type MonthRange, monthRangePattern, monthsSpanned, readMonthRange } from './month-range.js'
import type { PeriodClaim } from './period-claim.js'
import { smallCount, smallNumber } from './words-to-count.js'

const length = `(?<count>${smallNumber})[\\s-]+(?<unit>months?|years?)(?:['’]s?)?(?![\\w-]*[\\s-]old)`
/** Words that may stand between a length and its range; a verb would begin a statement about something else. */
const qualifier =
  '(?:(?:strategic|police|crime|and|rolling|financial|corporate|delivery|business|capital|pay|medium|term|fixed|initial|whole|full|consecutive|calendar|successive|plan|plans|strategy|programme|period|periods|contract|agreement|scheme|pilot|project|budget|span|window|cycle|deal|grant|fund|funding|settlement|review|forecast|data|figures|of|the|in|for|our|its|this|that|which|is|are|was|were|runs?|ran|running|covers?|covered|covering|spans?|spanning|ending|beginning|starting|up|last|past|to|inclusive|i|e|namely)|(?-i:[A-Z][a-z]+))'
const link = `(?:[\\s-]+${qualifier}\\b){0,5}?\\s*,?\\s*(?:\\(|,|:|–|-|from|between|covering|for|of)?\\s*(?:from\\s+|between\\s+|covering\\s+|the\\s+)?`
const monthsAfter = new RegExp(`\\b${length}${link}\\b${monthRangePattern}`, 'gi')
const monthsBefore = new RegExp(`\\b${monthRangePattern}\\s*[,(]\\s*(?:a\\s+period\\s+of\\s+|the\\s+)?${length}`, 'gi')
/** "the 12 months to April 2024 (May 2023 to April 2024)": a length with its own end, and its range in brackets. */
const monthsUntil = new RegExp(
  `\\b${length}\\s+(?:to|ending|ended|up\\s+to)\\s+(?:the\\s+end\\s+of\\s+)?(?:\\d{1,2}\\s+)?${monthPattern}\\b(?:\\s+20\\d{2})?\\s*[,(]\\s*(?:from\\s+)?${monthRangePattern}`,
  'gi',
)
const year = (name: string) => `(?<${name}>(?:19|20)\\d{2})(?:\\s?[/-]\\s?(?<${name}Tail>\\d{2}(?:\\d{2})?)\\b)?`
const yearsAfter = new RegExp(
  `\\b${length}${link}\\b${year('first')}\\s*(?:to|and|until|through|[-–—])\\s*${year('last')}`,
  'gi',
)
const yearsWritten = new RegExp(
  `\\b${length}(?:[\\s-]+${qualifier}\\b){0,5}?\\s*[,(:]?\\s*\\b(?<first>20\\d{2})\\s?[-–]\\s?(?<tail>20\\d{2}|\\d{2})\\b(?![/–-]\\d)`,
  'gi',
)

/** Lengths that stand beside the range they describe: "12 months from April 2017 to March 2018". */
export function lengthClaims(text: string): PeriodClaim[] {
  return [
    ...[...text.matchAll(monthsAfter), ...text.matchAll(monthsBefore)].flatMap((match) => ofMonths(match) ?? []),
    ...[...text.matchAll(monthsUntil)].flatMap((match) => ofMonths(match, true) ?? []),
    ...[...text.matchAll(yearsAfter)].flatMap((match) => ofYears(match) ?? []),
    ...[...text.matchAll(yearsWritten)].flatMap((match) => ofWrittenYears(match) ?? []),
  ]
}

function ofMonths(match: RegExpExecArray, isExact = false): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const [count, range] = [smallCount(groups.count ?? ''), readMonthRange(groups)]
  if (!count || !range || isListOfMonths(match[0])) return undefined
  const spanned = monthsSpanned(range)
  if (spanned === undefined || spanned <= 0) return undefined
  const isYears = /^year/i.test(groups.unit ?? '')
  if (isYears && range.from.year === undefined) return undefined
  const said = isYears ? count * 12 : count
  return claim(match, {
    isRight: isLong(said, spanned, isExact) || (isYears && Math.abs(said - spanned) < 12),
    isSure: hasYears(range),
    spans: isYears ? `${spanned} months, not ${said}` : `${spanned} month${spanned === 1 ? '' : 's'}, not ${count}`,
  })
}

/** A length counts both of its ends, or only one where it does not name its end. */
const isLong = (said: number, spanned: number, isExact: boolean) =>
  said === spanned || (!isExact && said === spanned - 1)

const hasYears = (range: MonthRange) => range.from.year !== undefined && range.until.year !== undefined

function ofYears(match: RegExpExecArray): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const count = smallCount(groups.count ?? '')
  const [first, last] = [Number(groups.first), Number(groups.last)]
  if (!count || !/^year/i.test(groups.unit ?? '') || last <= first) return undefined
  const isFinancial = groups.firstTail !== undefined && groups.lastTail !== undefined
  if ((groups.firstTail === undefined) !== (groups.lastTail === undefined)) return undefined
  const years = last - first + 1
  return claim(match, {
    isRight: count === years || count === years - 1,
    isSure: true,
    spans: isFinancial
      ? `${years} financial years, not ${count}`
      : `${years - 1} years, or ${years} with both ends counted, not ${count}`,
  })
}

function ofWrittenYears(match: RegExpExecArray): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const count = smallCount(groups.count ?? '')
  const first = Number(groups.first)
  const tail = groups.tail ?? ''
  const last = tail.length === 4 ? Number(tail) : first - (first % 100) + Number(tail)
  if (!count || !/^year/i.test(groups.unit ?? '') || last <= first || last - first > 30) return undefined
  return claim(match, {
    isRight: count === last - first || count === last - first + 1,
    isSure: true,
    spans: `${last - first} years, or ${last - first + 1} with both ends counted, not ${count}`,
  })
}

function claim(match: RegExpExecArray, found: { isRight: boolean; isSure: boolean; spans: string }): PeriodClaim {
  const shown = match[0].replace(/\s+/g, ' ').trim()
  return {
    start: match.index,
    end: match.index + match[0].length,
    isRight: found.isRight,
    isSure: found.isSure,
    message: `“${shown}”: the range spans ${found.spans}.`,
    working: found.isRight ? `“${shown}” agrees.` : `The range spans ${found.spans}.`,
    suggestion: 'Correct the length, or the months or years of the range.',
  }
}
