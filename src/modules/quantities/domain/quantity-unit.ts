import { scaleOf } from './number-words.js'
import type { Quantity, QuantityUnit } from './quantity.js'
import type { Token } from './quantity-tokens.js'

/** The unit that stands after a number, and how many tokens belong to the number itself. */
export type UnitMatch = {
  unit: QuantityUnit
  taken: number
  perTime?: NonNullable<Quantity['perTime']>
  per?: number
  timeUnit?: string
}

const timeWords = new Map<string, NonNullable<Quantity['perTime']>>([
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['annum', 'year'],
])
const adverbs = new Map<string, NonNullable<Quantity['perTime']>>([
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['annually', 'year'],
  ['yearly', 'year'],
])

/** Which stretch of time a word names: "day", "monthly". */
export const timeOf = (word: string): NonNullable<Quantity['perTime']> | undefined =>
  timeWords.get(word) ?? adverbs.get(word)

/** Reads "%", "per cent", "percentage points", "minutes", "per 1,000", "calls a month" after a number. */
export function unitAfter(tokens: Token[], at: number, known?: QuantityUnit): UnitMatch {
  const percent = known === 'percent' ? 0 : percentTaken(tokens, at)
  if (percent > 0 || known === 'percent') {
    const points = /^(points?|pts?)$/.test(tokens[at + percent]?.lower ?? '') ? 1 : 0
    return { unit: points > 0 ? 'points' : 'percent', taken: percent + points }
  }
  const points = pointsTaken(tokens, at)
  if (points > 0 || known === 'points') return { unit: 'points', taken: points }
  return withRate(tokens, at, known)
}

function withRate(tokens: Token[], at: number, known?: QuantityUnit): UnitMatch {
  const rate = rateAfter(tokens, at)
  const isQualified = /^(working|calendar)$/.test(tokens[at]?.lower ?? '')
  const word = tokens[isQualified ? at + 1 : at]?.lower ?? ''
  const isTime =
    known === undefined && /^(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)$/.test(word)
  if (known === undefined && word === 'pounds') return { unit: 'pounds', taken: 1 }
  const counted: QuantityUnit = rate.per ? 'rate' : 'count'
  const unit: QuantityUnit = known ?? (isTime ? 'duration' : counted)
  return isTime ? { unit, taken: 0, timeUnit: word.replace(/s$/, ''), ...rate } : { unit, taken: 0, ...rate }
}

function percentTaken(tokens: Token[], at: number): number {
  const word = tokens[at]?.lower ?? ''
  if (word === '%' || word === 'percent' || word === 'pc') return 1
  return word === 'per' && tokens[at + 1]?.lower === 'cent' ? 2 : 0
}

/** "0.9 of a percentage point". */
const isPartOfPoint = (tokens: Token[], at: number) =>
  ['of', 'a', 'percentage', 'point'].every((word, nth) => tokens[at + nth]?.lower === word)

/** "the four-point improvement"; but "a ten-point plan" counts what the plan has. */
function pointsJoined(tokens: Token[], at: number): number {
  const isJoined = !tokens[at]?.gap && !tokens[at + 1]?.gap && tokens[at + 1]?.text !== '-'
  const taken = isJoined ? pointsTaken(tokens, at + 1) : 0
  return taken > 0 && !pointed.test(tokens[at + 1 + taken]?.lower ?? '') ? taken + 1 : 0
}

const pointed = /^(plans?|scales?|programme|agenda|pledge|checklist|list|turn|strategy|guide|test|charter|code)$/

function pointsTaken(tokens: Token[], at: number): number {
  const word = tokens[at]?.lower ?? ''
  if (tokens[at]?.text === '-') return pointsJoined(tokens, at)
  if (word === 'pp' || /^ppts?$/.test(word)) return 1
  if (/^points?$/.test(word)) return 1
  if (word === 'of' && tokens[at + 1]?.lower === 'a') {
    const taken = pointsTaken(tokens, at + 2)
    return taken > 0 ? taken + 2 : 0
  }
  if (isPartOfPoint(tokens, at)) return 4
  if (word !== 'percentage') return 0
  const dash = tokens[at + 1]?.text === '-' ? 1 : 0
  return /^points?$/.test(tokens[at + 1 + dash]?.lower ?? '') ? 2 + dash : 0
}

/** Looks a few words on for "per 1,000", "per month", "a day"; another number or a mark ends the look. */
function rateAfter(tokens: Token[], at: number): { perTime?: NonNullable<Quantity['perTime']>; per?: number } {
  for (let next = at; next < Math.min(at + 6, tokens.length); next += 1) {
    const token = tokens[next]
    if (!token || token.kind === 'number' || (token.kind === 'mark' && !/^[-–'’]$/.test(token.text))) return {}
    if (stops.has(token.lower) && !/^(each|every)$/.test(tokens[next + 1]?.lower ?? '')) return {}
    const adverb = adverbs.get(token.lower)
    if (adverb && next > at) return { perTime: adverb }
    const found = perAt(tokens, next)
    if (found) return found
  }
  return {}
}

const stops = new Set([
  'and',
  'but',
  'to',
  'from',
  'which',
  'that',
  'who',
  'was',
  'were',
  'is',
  'are',
  'compared',
  'with',
  'between',
])

/** "10,000", "hundred": per how many; behind "per" any number from ten. */
function sizeOf({ kind, lower, value }: Token): number | undefined {
  if (kind === 'word') return lower.length > 2 && (scaleOf(lower) ?? 0) >= 100 ? scaleOf(lower) : undefined
  return /^100+$/.test(String(value)) ? value : undefined
}

/** "for each thousand", "to every 10,000 people", "out of every 100,000", "in a thousand". */
const isPerSize = (tokens: Token[], at: number) =>
  /^(?:(?:\S+ (?:for|to|in|among|from)|out of) (?:each|every)|\S+ in a)$/.test(
    `${tokens[at - 2]?.lower} ${tokens[at - 1]?.lower} ${tokens[at]?.lower}`,
  )

function perAt(tokens: Token[], at: number): { perTime?: NonNullable<Quantity['perTime']>; per?: number } | undefined {
  const word = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]
  if (!/^(per|a|an|each|every)$/.test(word) || !next) return undefined
  if (word === 'per' && next.kind === 'number' && next.value >= 10) return { per: next.value }
  const size = isPerSize(tokens, at) || word === 'per' ? sizeOf(next) : undefined
  if (size !== undefined) return { per: size }
  const time = timeWords.get(next.lower)
  if (!time || /^(ago|earlier|later|before|after|old|in|long)$/.test(tokens[at + 2]?.lower ?? '')) return undefined
  if (tokens[at + 2]?.lower === 'on' && tokens[at + 3]?.lower !== 'average') return undefined
  return { perTime: time }
}
