import { fractionInWords, numberInWords, scaleOf } from './number-words.js'
import { yearAt } from './period-dates.js'
import { type Quantity, type QuantityUnit, spanOf } from './quantity.js'
import { approximationAfter, approximationAt } from './quantity-approximation.js'
import type { Token } from './quantity-tokens.js'
import { type UnitMatch, unitAfter } from './quantity-unit.js'

/** A quantity found in tokens, and how many tokens it took, its hedging words included. */
export type QuantityMatch = { quantity: Quantity; taken: number }

/** A number as printed, before its unit is known. */
type Bare = {
  value: number
  decimals: number
  taken: number
  inWords: boolean
  scale: number
  unit?: QuantityUnit
  span?: [number, number]
}

/** Reads the quantity that begins at this token: hedging words, sign, pounds, number, scale, unit, range. */
export function quantityAt(text: string, tokens: Token[], at: number): QuantityMatch | undefined {
  const hedge = approximationAt(tokens, at)
  const signAt = at + (hedge?.taken ?? 0)
  const sign = signOf(tokens, signAt)
  const bareAt = signAt + (sign === '' ? 0 : 1)
  const bare = bareNumber(tokens, bareAt)
  if (!bare || (hedge && isYearSpan(tokens, bareAt))) return undefined
  const unit = unitAfter(tokens, bareAt + bare.taken, bare.unit)
  const numberEnd = bareAt + bare.taken + unit.taken
  const range = isBetween(tokens, at) || isDashRange(tokens, numberEnd) ? rangeEnd(tokens, numberEnd, bare) : undefined
  const after = range ? undefined : approximationAfter(tokens, numberEnd)
  const endAt = range ? range.next : numberEnd + (after?.taken ?? 0)
  const last = tokens[endAt - 1]
  const first = tokens[at]
  if (!first || !last || isAdjective(tokens, endAt, bare)) return undefined
  const approx = hedge?.approx ?? after?.approx
  const found = range ? { ...range.unit, high: range.high } : unit
  const place = { sign, start: first.start, end: last.end, text: text.slice(first.start, last.end) }
  return { quantity: quantityOf({ bare, found, approx, place }), taken: endAt - at }
}

type Parts = {
  bare: Bare
  found: UnitMatch & { high?: number }
  approx: Quantity['approx'] | undefined
  place: Pick<Quantity, 'sign' | 'start' | 'end' | 'text'>
}

function quantityOf({ bare, found, approx, place }: Parts): Quantity {
  const { value, decimals, scale, inWords } = bare
  const shown = value * scale
  const step = scale / 10 ** decimals
  const isExact = found.unit === 'count' && scale === 1 && decimals === 0
  const isShare = found.unit === 'percent' || found.unit === 'points'
  const span = bare.span ? spanWithin(bare, approx) : spanOf({ shown, step, isExact, isShare }, approx)
  return {
    low: span.low,
    high: found.high ?? span.high,
    shown,
    precision: step,
    unit: found.unit,
    scale,
    isRange: found.high !== undefined,
    inWords,
    ...place,
    ...(approx ? { approx } : {}),
    ...(found.perTime ? { perTime: found.perTime } : {}),
    ...(found.per ? { per: found.per } : {}),
    ...(found.timeUnit ? { timeUnit: found.timeUnit } : {}),
  }
}

/** "over 2016-19", "over 2017/18" name years. */
const isYearSpan = (tokens: Token[], at: number) =>
  yearAt(tokens[at]) !== undefined && /^[-–/]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind === 'number'

function spanWithin(bare: Bare, approx: Quantity['approx']) {
  const [low, high] = bare.span ?? [bare.value, bare.value]
  if (approx === 'over' || approx === 'at-least') return { low: bare.value - 0.5, high: bare.value * 1.25 }
  if (approx === 'under' || approx === 'at-most') return { low: bare.value * 0.8, high: bare.value + 0.5 }
  return approx === 'around' ? { low: low * 0.96, high: high * 1.04 } : { low, high }
}

/** "75p in every pound": a share. */
const isOfPound = (tokens: Token[], at: number) =>
  /^(in|of|out)$/.test(tokens[at + 1]?.lower ?? '') &&
  /^(?:of )?(?:every|each|the) (?:pound|£)/.test(
    tokens
      .slice(at + 2, at + 5)
      .map((token) => token.lower || token.text)
      .join(' '),
  )

function signOf(tokens: Token[], at: number): Quantity['sign'] {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || next.gap || !(next.kind === 'number' || next.text === '£')) return ''
  if (token.text === '+') return '+'
  const stands = token.gap || /^[([]$/.test(tokens[at - 1]?.text ?? '') || at === 0
  return /^[-−–]$/.test(token.text) && stands ? '-' : ''
}

function bareNumber(tokens: Token[], at: number): Bare | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.text === '£') {
    const amount = printedNumber(withoutPence(tokens, at + 1), at + 1)
    return amount ? { ...amount, taken: amount.taken + 1, unit: 'pounds' } : undefined
  }
  return token.kind === 'number' ? (oneIn(tokens, at) ?? printedNumber(tokens, at)) : writtenNumber(tokens, at)
}

/** "£0.64p": pounds, whatever is written behind. */
function withoutPence(tokens: Token[], at: number): Token[] {
  const amount = tokens[at]
  const isPounds = amount?.kind === 'number' && amount.suffix === 'p' && amount.decimals === 2
  return isPounds ? tokens.with(at, { ...amount, suffix: '' }) : tokens
}

function printedNumber(tokens: Token[], at: number): Bare | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number') return undefined
  const { value, decimals } = token
  const bare: Bare = { value, decimals, taken: 1, inWords: false, scale: 1 }
  const suffix = token.suffix.toLowerCase()
  if (suffix === 'p' && isOfPound(tokens, at)) return { ...bare, decimals: 0, unit: 'percent' }
  if (suffix !== '') return suffixed(bare, suffix)
  const next = tokens[at + 1]
  if (next?.lower === 'pence') return { ...inPence(bare), taken: 2 }
  const scale = next?.kind === 'word' && !/^(b|k)$/.test(next.lower) ? scaleOf(next.lower) : undefined
  if (scale !== undefined && !(next?.lower === 'm' && tokens[at + 2]?.lower === 'distance'))
    return { ...bare, scale, taken: 2 }
  return bare
}

/** A number with what is written onto it: "12pc", "40p", "£3.2m". Undefined where that says nothing of a size. */
function suffixed(bare: Bare, suffix: string): Bare | undefined {
  if (suffix === 'p') return inPence(bare)
  if (suffix === 'pc' || suffix === 'percent') return { ...bare, unit: 'percent' }
  if (/^ppts?$|^pp$/.test(suffix)) return { ...bare, unit: 'points' }
  if (/^(mins?|hrs)$/.test(suffix)) return { ...bare, unit: 'duration' }
  const scale = scaleOf(suffix)
  return scale === undefined ? undefined : { ...bare, scale }
}

const inPence = (bare: Bare): Bare => ({
  ...bare,
  value: bare.value / 100,
  decimals: bare.decimals + 2,
  unit: 'pounds',
})

function writtenNumber(tokens: Token[], at: number): Bare | undefined {
  const share = oneIn(tokens, at) ?? shareInWords(tokens, at)
  if (share) return share
  const found = numberInWords(tokens, at)
  if (!found || (found.value === 1 && found.taken === 1)) return undefined
  const scale = 1
  if (
    tokens[at + found.taken]?.text === '-' &&
    !tokens[at + found.taken]?.gap &&
    tokens[at + found.taken + 1]?.kind === 'word' &&
    unitAfter(tokens, at + found.taken).unit !== 'points'
  )
    return undefined
  const { value, taken } = found
  const span: Bare['span'] = value > 1 ? [value - 0.25, value + 0.25] : undefined
  const isWhole = value % 1 === 0
  const bare = { value, decimals: isWhole ? 0 : 1, taken, inWords: true, scale }
  if (tokens[at + taken]?.lower === 'pence') return { ...inPence(bare), taken: taken + 1 }
  return { ...bare, ...(span && !isWhole ? { span } : {}) }
}

function shareInWords(tokens: Token[], at: number): Bare | undefined {
  const found = fractionInWords(tokens, at)
  if (!found) return undefined
  const value = found.value * 100
  return {
    value,
    decimals: 0,
    taken: found.taken,
    inWords: true,
    scale: 1,
    unit: 'percent',
    span: [value * 0.93, value * 1.07],
  }
}

/** "one in seven", "1 in 7", "two in every five", "three homes in five", "three out of four of", "every third": a share. */
function oneIn(tokens: Token[], first: number): Bare | undefined {
  const top = smallNumber(tokens[first])
  if (top === undefined) return everyNth(tokens, first)
  const noun = nounBeforeIn(tokens, first + 1)
  const at = first + noun
  const isOutOf = isOutOfAt(tokens, at + 1)
  if (!(isOutOf || tokens[at + 1]?.lower === 'in')) return undefined
  const skip = isOutOf || /^(every|each)$/.test(tokens[at + 2]?.lower ?? '') ? 1 : 0
  const bottom = smallNumber(tokens[at + 2 + skip])
  const next = tokens[at + 3 + skip]?.lower ?? ''
  if (bottom === undefined || !isLot(top, bottom) || isLongTime.test(next)) return undefined
  const isSpelt = [tokens[first], tokens[at + 2 + skip]].every((token) => token?.kind === 'word')
  const said = isSpelt ? next : undefined
  const isMeant = isOutOf ? bottom === 10 || said === 'of' : isShareOfNoun(noun, top, said)
  return isMeant ? shareOf(top, bottom, 3 + noun + skip) : undefined
}

const isOutOfAt = (tokens: Token[], at: number) => tokens[at]?.lower === 'out' && tokens[at + 1]?.lower === 'of'
const isLongTime = /^(years?|months?|days?|weeks?|hours?)$/
const isLot = (top: number, bottom: number) => bottom > top && bottom <= 100

/** "one call in eight"; of several in so many only where both are words and nothing else is counted. */
const isShareOfNoun = (noun: number, top: number, next: string | undefined) =>
  noun === 0 || (top === 1 && noun === 1) || (next !== undefined && endsShare.test(next))

/** What follows "three homes in five", and no thing that is counted: "in five stations". */
const endsShare = /^([(),.;:]?|of|are|is|were|was|have|has|had|do|did|does|say|said|stand|stood|came|come|went|go)$/

function shareOf(top: number, bottom: number, taken: number): Bare {
  const span: [number, number] = [(top / (bottom + 0.5)) * 100, (top / (bottom - 0.5)) * 100]
  return { value: (top / bottom) * 100, decimals: 0, taken, inWords: true, scale: 1, unit: 'percent', span }
}

const nths = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** "every third patient": a share of the patients; "every third year" is how often. */
function everyNth(tokens: Token[], at: number): Bare | undefined {
  const bottom = tokens[at]?.lower === 'every' ? nths.indexOf(tokens[at + 1]?.lower ?? '-') : -1
  const isTime =
    /^(years?|months?|days?|weeks?|hours?|quarters?|time|meeting|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      tokens[at + 2]?.lower ?? '',
    )
  return bottom < 2 || isTime || tokens[at + 2]?.kind !== 'word' ? undefined : shareOf(1, bottom, 2)
}

/** How many words name the thing: "one call in eight", "one young person in four". */
const nounBeforeIn = (tokens: Token[], at: number) =>
  [1, 2].find((words) => tokens[at + words]?.lower === 'in' && tokens.slice(at, at + words).every(isNoun)) ?? 0

/** "one call in eight", but not "one is in ten". */
const isNoun = (token: Token | undefined) =>
  token?.kind === 'word' && !/^(is|was|has|had|of|and|or|more|but|per|in)$/.test(token.lower)

function smallNumber(token: Token | undefined): number | undefined {
  if (token?.kind === 'number') return token.suffix === '' && token.decimals === 0 ? token.value : undefined
  const found = token ? numberInWords([token], 0) : undefined
  return found?.value
}

const isBetween = (tokens: Token[], at: number) => tokens[at - 1]?.lower === 'between'

function isDashRange(tokens: Token[], at: number): boolean {
  const dash = tokens[at]
  const next = tokens[at + 1]
  if (!/^[-–]$/.test(dash?.text ?? '')) return false
  return next?.text === '£' || (next?.kind === 'number' && dash?.gap === next.gap)
}

type RangeEnd = { next: number; high: number; unit: ReturnType<typeof unitAfter> }

function rangeEnd(tokens: Token[], at: number, first: Bare): RangeEnd | undefined {
  const joinText = tokens[at]?.lower ?? ''
  if (!/^(-|–|and|to)$/.test(joinText)) return undefined
  const second = bareNumber(tokens, at + 1)
  if (!second || second.inWords !== first.inWords || second.value * second.scale <= first.value * first.scale)
    return undefined
  const unit = unitAfter(tokens, at + 1 + second.taken, second.unit ?? first.unit)
  const next = at + 1 + second.taken + unit.taken
  return { next, high: second.value * second.scale, unit }
}

/** "a 12-month plan", "four-year term": the number belongs to a word after it and counts nothing. */
function isAdjective(tokens: Token[], at: number, bare: Bare): boolean {
  const dash = tokens[at]
  const word = tokens[at + 1]
  if (bare.unit === 'percent' || bare.unit === 'pounds') return false
  return dash?.text === '-' && !dash.gap && word?.kind === 'word' && !word.gap
}
