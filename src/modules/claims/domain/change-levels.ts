import type { Quantity } from '#modules/quantities/index.js'
import { orderInTime } from './change-level-time.js'
import { type Delta, deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { isConnected, isSpread, leftwards, rightwards } from './claim-words.js'

/** Two levels of one thing, the earlier and the later, as places in a sentence. */
export type Pair = {
  from: number
  to: number
  how: 'from-to' | 'compared' | 'periods' | 'aside'
  /** "up from", "down from", "rose from": what the words between say of the direction. */
  direction: -1 | 0 | 1
}

/** Every pair of levels in a sentence; stated changes are no levels. */
export function pairsIn(sentence: Sentence, deltas: Delta[]): Pair[] {
  const taken = new Set(deltas.map((delta) => delta.at))
  const { items } = sentence
  const isLevel = (at: number) => at >= 0 && items[at]?.kind === 'quantity' && !taken.has(at)
  const pairs: Pair[] = []
  for (const [at, item] of items.entries()) {
    if (item.text === '(') pairs.push(...bracketPairs(items, at, isLevel))
    if (item.lower === 'from') pairs.push(...fromPairs(items, at, isLevel))
    const comparator = comparatorAt(items, at)
    if (comparator > 0) pairs.push(...comparedPairs(items, at, comparator, isLevel))
  }
  if (pairs.length === 0) pairs.push(...thenAndNow(items, isLevel))
  if (pairs.length === 0) pairs.push(...asidePairs(items, isLevel))
  if (pairs.length === 0) pairs.push(...periodPairs(sentence, isLevel))
  return pairs.filter((pair) => isSameKind(items[pair.from], items[pair.to]))
}

/** "(310 then, 620 now)", "(620 today, 310 a year ago)". */
function thenAndNow(items: Item[], isLevel: (at: number) => boolean): Pair[] {
  const said = (words: RegExp) =>
    items.flatMap((_, at) => {
      if (!isLevel(at)) return []
      const next = items.slice(at + 1, at + 6).map((item) => item.lower)
      const isSaid = next.some(
        (_, skip) =>
          skip < 2 &&
          !next.slice(0, skip).some((word) => /\d|[,)]/.test(word)) &&
          words.test(next.slice(skip, skip + 3).join(' ')),
      )
      return isSaid ? [at] : []
    })
  const [[from, ...then], [to, ...now]] = [
    said(/^(?:then|before|a year ago|last year|a year earlier|at the (?:start|beginning))(?= |$)/),
    said(/^(?:now|today|this year|at the end)(?= |$)/),
  ]
  if (from === undefined || to === undefined || then.length + now.length > 0 || Math.abs(from - to) > 10) return []
  return [{ from, to, how: 'periods', direction: 0 }]
}

function isSameKind(first: Item | undefined, second: Item | undefined): boolean {
  const [a, b] = [first?.quantity, second?.quantity]
  if (!a || !b || isYearBeside(a, b) || isYearBeside(b, a)) return false
  if (a.isRange || b.isRange || (a.perTime && b.perTime && a.perTime !== b.perTime)) return false
  if (a.unit === 'duration' && b.unit === 'count') return true
  if (a.unit === 'count' && b.unit === 'duration') return true
  return (
    a.unit === b.unit ||
    (a.unit === 'count' && b.unit === 'percent') ||
    (a.unit === 'rate' && b.unit === 'count') ||
    (a.unit === 'count' && b.unit === 'rate')
  )
}

/** "Labour's 1997 landslide": four digits without a comma that look like a year, beside a figure of another size. */
const isYearBeside = (one: Quantity, other: Quantity) =>
  one.unit === 'count' && /^(19|20)\d\d$/.test(one.text) && (other.shown < 600 || other.shown > 6000)

/** "from A … to B" and "to B … from A". */
function fromPairs(items: Item[], at: number, isLevel: (at: number) => boolean): Pair[] {
  const first = nextQuantity(items, at, 5)
  if (!isLevel(first) || isSpread(items, at)) return []
  const isStop = (item: Item) => item.kind === 'quantity' || /^(to|from|;|\.)$/.test(item.lower)
  const toAt = rightwards(items, endOf(items, first), 14, isStop)
  if (items[toAt]?.lower === 'to') {
    const second = nextQuantity(items, toAt, 5)
    if (isLevel(second) && isConnected(items, first, toAt))
      return [{ from: first, to: second, how: 'from-to', direction: 0 }]
  }
  const before = levelBefore(items, at, items[first]?.quantity?.unit, isLevel)
  if (before < 0 || !isConnected(items, before, at) || directionBefore(items, at) !== 0) return []
  const hasChange = items
    .slice(before + 1, at)
    .some((item, index) => item.kind === 'quantity' && !isLevel(before + 1 + index))
  const lead = items[leftwards(items, before, 4, (item) => /^(to|at|by|of|for)$/.test(item.lower))]?.lower ?? ''
  return hasChange || /^(to|at)$/.test(lead) ? [{ from: first, to: before, how: 'from-to', direction: 0 }] : []
}

/** A level with what stands in a bracket behind it: "from 9.1% (15) to 9.5% (23)". */
const endOf = (items: Item[], level: number): number =>
  items[level + 1]?.text === '(' && items[level + 3]?.text === ')' ? level + 3 : level

/** "(3,935 offences to 4,199)", "(62% to 70%)". */
function bracketPairs(items: Item[], at: number, isLevel: (at: number) => boolean): Pair[] {
  const toAt = rightwards(
    items,
    at + 1,
    5,
    (item) => item.lower === 'to' || item.text === ')' || item.kind === 'quantity',
  )
  if (!isLevel(at + 1) || items[toAt]?.lower !== 'to' || !isLevel(toAt + 1)) return []
  return [{ from: at + 1, to: toAt + 1, how: 'from-to', direction: 0 }]
}

const directionBefore = (items: Item[], at: number): -1 | 0 | 1 => {
  const word = items[at - 1]?.lower ?? ''
  if (word === 'up') return 1
  return word === 'down' ? -1 : 0
}

const partners = [
  [/^(compared|comparing|compares|contrasted)$/, /^(with|to)$/],
  [/^(increase|rise|decrease|fall|reduction|drop)$/, /^(from|on)$/],
  [/^instead$/, /^of$/],
] as const

/** How many items a comparing phrase takes: "compared with", "against", "up from", "down from", "versus". */
function comparatorAt(items: Item[], at: number): number {
  const word = items[at]?.lower ?? ''
  const next = items[at + 1]?.lower ?? ''
  if (partners.some(([first, second]) => first.test(word) && second.test(next))) return 2
  if (/^(up|down)$/.test(word)) return upFrom(items, at)
  if (/^(against|versus|vs)$/.test(word)) return 1
  if (word === 'as') return items[at - 2]?.lower === 'as' ? 1 : 0
  if (word === 'than') return isRealThan(items, at) ? 1 : 0
  return isMeasuredBy(items, at) ? 1 : 0
}

/** "20% on the £42,000", "below the national rate of 82.3": the figure has an owner before it. */
function isMeasuredBy(items: Item[], at: number): boolean {
  const word = items[at]?.lower ?? ''
  if (!owned.test(items[at + 1]?.lower ?? '')) return false
  if (/^(on|over)$/.test(word)) return isChangeOn(items, at)
  return /^(above|below|exceeding|exceeds|exceeded)$/.test(word)
}

/** "20% on the £42,000", "an increase of 523 on the previous year's 3,505": a figure stands close behind its owner. */
function isChangeOn(items: Item[], at: number): boolean {
  const level = rightwards(items, at, 5, (item) => item.kind === 'quantity' || /^[;.,:)]$/.test(item.text))
  const isClose = level === at + 2 || /(?:'s|')$/.test(items[level - 1]?.lower ?? '') || items[level - 1]?.lower === 's'
  return items[at - 1]?.kind === 'quantity' && items[level]?.kind === 'quantity' && isClose
}

const owned = /^(the|our|its|their|a|an|last|that|this)$/
/** "more than" close before a number or foreign money only hedges it; "40 more than 300" compares. */
function isRealThan(items: Item[], at: number): boolean {
  const before = items[at - 1]?.lower ?? ''
  if (otherThan.test(before)) return false
  const isHedge = /^(more|less|fewer)$/.test(before) && items[at - 2]?.kind !== 'quantity'
  return !(isHedge && /^(quantity|other|mark)$/.test(items[at + 1]?.kind ?? 'mark'))
}

const otherThan = /^(rather|other|no|earlier|later|sooner|better|worse)$/

/** "up from", "down on", "up slightly from". */
function upFrom(items: Item[], at: number): number {
  const skip = /^(slightly|sharply|significantly|marginally|considerably|again|further)$/.test(
    items[at + 1]?.lower ?? '',
  )
    ? 1
    : 0
  return /^(from|on)$/.test(items[at + 1 + skip]?.lower ?? '') ? 2 + skip : 0
}

/** "compared with 60.2% across similar forces": of another place, not of another time. */
export const isElsewhere = (items: Item[], at: number) =>
  /^(across|among|amongst|nationally|regionally|elsewhere)$/.test(items[at + 1]?.lower ?? '') &&
  !items.slice(at + 1, at + 9).some((item) => item.period)

function comparedPairs(items: Item[], at: number, size: number, isLevel: (at: number) => boolean): Pair[] {
  const first = nextQuantity(items, at + size - 1, 6)
  if (!isLevel(first) || isElsewhere(items, first)) return []
  const before = levelBefore(items, at, items[first]?.quantity?.unit, isLevel)
  if (/^(above|below)/.test(items[at]?.lower ?? '') && isNumberOfCases(items, before)) return []
  if (!isLevel(before) || !isConnected(items, before, at) || isCompared(items, before) || isDistance(items, before, at))
    return []
  const direction = directionBefore(items, at + 1)
  const isFromTo = /^(up|down)$/.test(items[at]?.lower ?? '')
  if (isFromTo && items[rightwards(items, first, 14, endsRange)]?.lower === 'to') return []
  if (!isFromTo && orderInTime(items, before, first) > 0)
    return [{ from: before, to: first, how: 'compared', direction }]
  return [{ from: first, to: before, how: isFromTo ? 'from-to' : 'compared', direction }]
}

/** "In 18 cells it was below the 18°C standard": how often, and not what it was. */
const isNumberOfCases = (items: Item[], at: number) =>
  items[at]?.quantity?.unit === 'count' &&
  /^(in|on|at|for)$/.test(items[at - 1]?.lower ?? '') &&
  items[at - 2]?.kind !== 'word' &&
  items[at + 1]?.kind === 'word'

/** "to build it up from £1bn today to £2bn": the other level stands behind. */
const endsRange = (item: Item) => item.lower === 'to' || item.kind === 'quantity' || /^[,;.()]$/.test(item.text)

/** "more than the £1.4m expected and above the £1.4m of May": what is compared with is no level to compare again. */
const isCompared = (items: Item[], at: number) =>
  /^(than|above|below|against|exceeding)$/.test(items[at - 2]?.lower ?? '') && owned.test(items[at - 1]?.lower ?? '')

/** "the forecast of £150m is £40m above the budget of £110m": the figure close before is how far apart the two are. */
const isDistance = (items: Item[], before: number, at: number) =>
  before === at - 1 &&
  /^(is|was|are|were|at|came|stood|,)$/.test(items[before - 1]?.lower ?? '') &&
  /^(above|below|over|under|exceeding)$/.test(items[at]?.lower ?? '') &&
  items.slice(Math.max(0, before - 14), before).some((item) => item.quantity?.unit === items[before]?.quantity?.unit)

function nextQuantity(items: Item[], at: number, reach: number): number {
  const found = rightwards(
    items,
    at,
    reach,
    (item) => item.kind === 'quantity' || /^([;.,:)]|and|but|while|which|to)$/.test(item.lower),
  )
  return items[found]?.kind === 'quantity' ? found : -1
}

/** "61.3%, up 2 points on the previous year (59.2%)", "10,431 (11,853 in 2017/18)": the earlier level stands in brackets. */
function asidePairs(items: Item[], isLevel: (at: number) => boolean): Pair[] {
  return items.flatMap((item, at): Pair[] => {
    const level = item.text === '(' ? levelAside(items, at) : -1
    if (level < 0 || !isLevel(level)) return []
    const before = levelBefore(items, at, items[level]?.quantity?.unit, isLevel)
    if (!isLevel(before) || !isConnected(items, before, at)) return []
    const isLater = orderInTime(items, before, level) > 0 || isOwnedBefore(items, before, at)
    return [{ from: isLater ? before : level, to: isLater ? level : before, how: 'aside', direction: 0 }]
  })
}

/** "the 120 of last year (135)": the level outside the bracket is the earlier one. */
const isOwnedBefore = (items: Item[], before: number, open: number) =>
  open - before <= 4 &&
  items[open - 1]?.period?.relation === 'previous' &&
  /^(of|in)$/.test(items[before + 1]?.lower ?? '')

/** The level of another time in brackets: the only figure there, or the one behind "last year". */
function levelAside(items: Item[], open: number): number {
  const close = rightwards(items, open, 11, (one) => one.text === ')')
  const inside = items.slice(open + 1, Math.max(open + 1, close))
  const figures = inside.flatMap((one, place) => (one.kind === 'quantity' ? [place] : []))
  const named = figures.find((place) => inside[place - 1]?.period?.relation === 'previous')
  const first = figures.length > 1 ? named : figures[0]
  const isTimed = inside.some((one) => one.period && one.period.kind !== 'since')
  const isEarlier = isTimed || items[open - 1]?.period?.relation === 'previous'
  return first !== undefined && isEarlier ? open + 1 + first : -1
}

/** The nearest level of a unit to the left, stated changes left out. */
function levelBefore(items: Item[], at: number, unit: string | undefined, isLevel: (at: number) => boolean): number {
  let reach = at - 18
  for (let next = at - 1; next >= Math.max(0, reach); next -= 1) {
    const item = items[next]
    if (!item || /^[;.]$/.test(item.text)) return -1
    const open = item.text === ')' ? listedFrom(items, next, unit) : -1
    if (open >= 0) {
      reach -= next - open
      next = open
      continue
    }
    if (item.quantity && isLevel(next) && isLikeUnit(item.quantity.unit, unit)) return next
  }
  return -1
}

/** Where a closed bracket opens that lists three figures and more, "64 (14, 19, 17 and 14), up from 51": parts, no levels. */
function listedFrom(items: Item[], close: number, unit: string | undefined): number {
  const open = leftwards(items, close, 24, ({ text }) => text === '(')
  const inside = items.slice(open + 1, close).filter(({ quantity }) => quantity?.unit === unit)
  return inside.length >= 3 ? open : -1
}

const isLikeUnit = (first: string, second: string | undefined) =>
  first === second || (first === 'rate' && second === 'count') || (first === 'duration' && second === 'count')

/** "A in 2016/17 and B in 2017/18": two levels, each with its own period. */
function periodPairs(sentence: Sentence, isLevel: (at: number) => boolean): Pair[] {
  const { items } = sentence
  const levels = items.flatMap((item, at) => (item.kind === 'quantity' && isLevel(at) ? [at] : []))
  const pairs: Pair[] = []
  for (const [index, first] of levels.entries()) {
    const second = levels[index + 1]
    if (second === undefined || second - first > 16) continue
    if (items[first]?.quantity?.unit !== items[second]?.quantity?.unit) continue
    if (isCompared(items, first) || isCompared(items, second)) continue
    const order = orderInTime(items, first, second)
    if (order > 0) pairs.push({ from: first, to: second, how: 'periods', direction: 0 })
    if (order < 0) pairs.push({ from: second, to: first, how: 'periods', direction: 0 })
  }
  return pairs.length === 1 ? pairs : []
}

/** The pairs of a sentence, its stated changes left out. */
export const pairsOf = oncePerSentence((sentence) => pairsIn(sentence, deltasIn(sentence)))
