import { monthPattern } from './calendar-words.js'
import { type MonthRange, monthRangePattern, monthsSpanned, readMonthRange } from './month-range.js'
import type { PeriodClaim } from './period-claim.js'
import { distanceClaims } from './period-distances.js'
import { type SaidLength, saidLengths } from './said-lengths.js'
import { spanOfRange } from './span-of-range.js'
import { type TimeRange, timeRanges } from './time-ranges.js'
import { smallCount, smallNumber } from './words-to-count.js'

/** Words that may stand between a length and its range; a verb would begin a statement about something else. */
const neutral =
  /^(?:strategic|police|crime|and|rolling|financial|corporate|delivery|business|capital|pay|medium|term|fixed|initial|whole|full|consecutive|calendar|successive|plans?|strategy|programme|periods?|contract|agreement|scheme|pilot|trial|exercise|consultation|campaign|operation|survey|phase|stage|project|budget|span|spell|stretch|duration|window|cycle|deal|grant|fund|funding|settlement|review|report|forecast|data|figures?|totals?|of|the|in|for|our|its|this|that|these|those|which|is|are|was|were|used|shown|open|available|runs?|ran|running|lasts?|lasted|lasting|covers?|covered|covering|spans?|spanning|ending|beginning|starting|up|last|past|final|over|during|a|an|to|from|between|inclusive|i|e|ie|namely|under|now)$/i
/** A name of a plan or a scheme, but no month. */
const name = new RegExp(`^(?!${monthPattern}$)[A-Z][a-z]+$`)
const mostWords = 7

/** "the 12 months to April 2024 (May 2023 to April 2024)": a length with its own end, and its range in brackets. */
const monthsUntil = new RegExp(
  `(?<!\\w)(?:(?<count>${smallNumber})[\\s-]+(?<unit>months?|years?)|(?<name>quarter|half[\\s-]year|year))\\s+(?:to|ending|ended|up\\s+to)\\s+(?:the\\s+end\\s+of\\s+)?(?:\\d{1,2}\\s+)?${monthPattern}\\b(?:\\s+20\\d{2})?\\s*(?:[,(]|covers|runs|is)\\s*(?:from\\s+)?${monthRangePattern}`,
  'gi',
)

/** Lengths that stand beside the range they describe, before or behind it: "12 months from April 2017 to March 2018". */
export function lengthClaims(text: string): PeriodClaim[] {
  const own = [
    ...[...text.matchAll(monthsUntil)].flatMap((match) => ofMonthsUntil(text, match) ?? []),
    ...distanceClaims(text),
  ]
  const lengths = saidLengths(text)
  if (lengths.length === 0) return own
  let from = 0
  const beside = timeRanges(text).flatMap((range) => {
    while (lengths[from] && (lengths[from]?.end ?? 0) < range.start - REACH) from += 1
    const near = lengths.slice(from, from + 6)
    const bound = near.find((length) => isBound(text, length, range))
    const isOwn = own.some((claim) => claim.start < range.end && claim.end > range.start)
    return bound && !isOwn ? (judged(text, bound, range) ?? []) : []
  })
  return [...own, ...beside]
}

/** How many characters a length may stand from its range. */
const REACH = 90

/** Whether words, or their lack, say that the length is that of the range. */
function isBound(text: string, length: SaidLength, range: TimeRange): boolean {
  if (length.end <= range.start) return isBefore(text, length, range)
  if (length.start >= range.end) return isBehind(text, length, range)
  return range.isTold && length.isLasting
}

function isBefore(text: string, length: SaidLength, range: TimeRange): boolean {
  const gap = text.slice(length.end, range.start)
  if (otherLength.test(gap)) return false
  if (range.isTold && length.isLasting) return gap.length <= REACH && !/[.;\u241e](?!\w)/.test(gap)
  const isFirstOfSeveral = /^,?\s+and\s+[A-Z\d]/.test(text.slice(range.end, range.end + 12))
  return !isFirstOfSeveral && (isNeutral(gap, name) || isShort(gap))
}

/** "six months over the one-year period from": the range is that of the nearer length. */
const otherLength = new RegExp(`(?<!\\w)(?:${smallNumber}|\\d{2})[\\s-]+(?:year|month|week)s?\\b`, 'i')

function isBehind(text: string, length: SaidLength, range: TimeRange): boolean {
  const gap = text.slice(range.end, length.start)
  if (/^\s*[:–—]\s*$/.test(gap)) return true
  const isTied = /[,(–—:]|\b(?:is|was|are|were|lasts?|lasted|for|of|over)\b/.test(gap)
  if (!isTied || gap.length > REACH) return false
  if (length.isLasting && /\b(?:agreement|contract|term|plan|lease|deal|grant)\b/.test(gap))
    return !/[.;\u241e(]/.test(gap)
  const isClosed =
    /^(?:-\w+)?\s*(?:$|[),.;:–—\u241e]|(?:in\s+(?:all|total|which)|altogether|long|overall|of\s+th(?:is|e|ese)\s+(?:report|paper|review|bulletin|return|period|financial|half))\b)/.test(
      text.slice(length.end, length.end + 24),
    )
  const isNamed =
    /-\w+$/.test(text.slice(length.start, length.end)) && /^\s+\w+[,.)]/.test(text.slice(length.end, length.end + 24))
  return isNeutral(gap) && (isClosed || isNamed)
}

/** A word or two that are no verb ("9 months stand out, from"), and what opens a range: "years ahead, from", "months of wet weather: from". */
const isShort = (gap: string) =>
  /^(?:\s+(?!(?:each|and|or|but|that|which|who|when|while|after|before|ago|later|apart|for|stand|stands|stood|are|is|was|were|had|have|has|fell|rose|show|shows|saw|met|miss|lie|lay|differ)\b)[a-z]+(?<!ed|ing)){0,3}\s*(?:(?:,\s*|:\s*|\(|[–—]\s*)(?:(?:running|starting|beginning|covering|spanning|lasting)\s+)?(?:(?:from|between)\s+)?|\s(?:from|between)\s+)$/i.test(
    gap,
  )

/** Nothing but a few words that say nothing of their own, a comma, a dash or a bracket. */
function isNeutral(gap: string, named?: RegExp): boolean {
  const plain = gap.replace(/\bi\.e\.,?/g, 'ie').replace(/20\d{2}\/\d{2}/g, '')
  if (plain.length > REACH || /[^\w\s,()–—:'’-]/.test(plain)) return false
  const words = plain.match(/\w+/g) ?? []
  return words.length <= mostWords && words.every((word) => neutral.test(word) || named?.test(word) === true)
}

function judged(text: string, length: SaidLength, range: TimeRange): PeriodClaim | undefined {
  const found = spanOfRange(length, range, sentenceAround(text, range))
  const [start, end] = [Math.min(length.start, range.start), Math.max(length.end, range.end)]
  return found && claim(text, { start, end }, found)
}

/** What stands between two stops about a range. */
function sentenceAround(text: string, { start, end }: TimeRange): string {
  const before = text.slice(Math.max(0, start - SENTENCE), start)
  const behind = text.slice(end, end + SENTENCE)
  const opening = before.search(/[^.;!?\n\u241e]*$/)
  return `${before.slice(opening)} ${/^[^.;!?\n\u241e]*/.exec(behind)?.[0] ?? ''}`
}

/** How many characters of a sentence are looked at on each side. */
const SENTENCE = 160

function ofMonthsUntil(text: string, match: RegExpExecArray): PeriodClaim | undefined {
  const groups = match.groups ?? {}
  const months: MonthRange | undefined = readMonthRange(groups)
  const spanned = months && monthsSpanned(months)
  const count = groups.name ? 1 : (smallCount(groups.count ?? '') ?? 0)
  const size = monthsOf(groups.name ?? groups.unit ?? '')
  if (!spanned || spanned <= 0 || count === 0) return undefined
  const place = { start: match.index, end: match.index + match[0].length }
  const isRight = spanned === count * size
  return claim(text, place, {
    isRight,
    isSure: months.from.year !== undefined,
    spans: `${spanned} months, not ${count * size}`,
  })
}

const sizes = { y: 12, h: 6, q: 3, m: 1 }
const monthsOf = (unit: string) => sizes[unit.charAt(0).toLowerCase() as keyof typeof sizes] ?? 1

type Found = { isRight: boolean; isSure: boolean; isAsked?: boolean; spans: string }

function claim(text: string, place: { start: number; end: number }, found: Found): PeriodClaim {
  const { isRight, isSure, isAsked = false, spans } = found
  const shown = text.slice(place.start, place.end).replace(/\s+/g, ' ').trim()
  return {
    ...place,
    isRight,
    isSure,
    isAsked,
    message: `“${shown}”: the range spans ${spans}.`,
    working: isRight ? `“${shown}” agrees.` : `The range spans ${spans}.`,
    suggestion: 'Correct the length, or the months or years of the range.',
  }
}
