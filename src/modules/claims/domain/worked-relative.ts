import { printedDigits, type Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { joined } from './claim-joined.js'
import { directionOf, isChangeNoun, isConnected } from './claim-words.js'

/** What a relative figure may be of two amounts: one as a share of the other, their change, distance, rate or ratio. */
export type RelativeRule = 'share' | 'change' | 'apart' | 'rate' | 'ratio'

/** Two amounts that a relative figure may be of, as places in the sentence. */
export type AmountPair = readonly [number, number]

/**
 * A figure that only says how two others stand to each other: a percentage, percentage points, a rate per so many. `near`
 * are all pairs that it may be of; `bound` those of them that their own words, or its own, tie together.
 */
export type RelativeFigure = {
  readonly sentence: Sentence
  readonly at: number
  readonly rules: readonly RelativeRule[]
  readonly near: readonly AmountPair[]
  readonly bound: readonly AmountPair[]
  /** Whether any word of the sentence tells of a rise, a fall or a gap. */
  readonly saysMove: boolean
}

const MOST_FIGURES = 12
const gap = /^(gap|dip|off|discount|apart)$/

/**
 * Every relative figure of a sentence with the amounts that it may be of, in whatever order they stand; one that has a
 * single amount beside it ("That is 31.5% of the 1,134") also with those of the sentence before.
 */
export function relativeFigures(sentence: Sentence): RelativeFigure[] {
  const own = figuresIn(sentence)
  const both = sentence.previous && joined(sentence.previous, sentence)
  if (!both) return own
  const first = both.items.length - sentence.items.length
  const taken = new Set(own.map(({ at }) => at + first))
  const more = figuresIn(both).filter(({ at }) => at >= first && !taken.has(at))
  return [...own, ...more.flatMap((figure) => leadingBack(figure, first))]
}

const pointing = /^(this|that|it|these|those|which|so)$/

/**
 * Every pair that a percentage may be of in the widest sense: two amounts of its sentence, one of it and one of the
 * sentence before, or two of the sentence before where its own points back to them.
 */
export function widestPairs(sentence: Sentence): RelativeFigure[] {
  const both = sentence.previous && joined(sentence.previous, sentence)
  if (!both) return figuresIn(sentence)
  const first = both.items.length - sentence.items.length
  const isPointing = pointing.test(sentence.items[0]?.lower ?? '')
  return figuresIn(both).flatMap((figure) => {
    const near = figure.near.filter(([, other]) => isPointing || other >= first)
    return figure.at >= first ? [{ ...figure, near }] : []
  })
}

/** Of a figure with the sentence before: only pairs of which one amount stands, tied to it, in its own sentence. */
function leadingBack(figure: RelativeFigure, first: number): RelativeFigure[] {
  const { items } = figure.sentence
  if (baseOf(items, figure.at) === -1) return []
  const isRatio = figure.rules.includes('ratio')
  const bound = (isRatio ? figure.bound : figure.near).filter(
    ([one, other]) =>
      one < first &&
      other >= first &&
      (isRatio || (isTied(items, figure.at, other) && !hasOwnShare(items, figure.at, one))),
  )
  const [only, ...more] = figure.near
  if (only && more.length === 0 && areBetween(items, figure.at)) return [{ ...figure, bound: [only] }]
  return bound.length > 0 ? [{ ...figure, bound }] : []
}

function figuresIn(sentence: Sentence): RelativeFigure[] {
  const { items } = sentence
  const figures = items.flatMap((item, at) => (item.quantity ? [at] : []))
  if (figures.length < 3 || figures.length > MOST_FIGURES) return []
  const saysMove = items.some(({ lower }) => directionOf(lower) !== 0 || isChangeNoun(lower) || gap.test(lower))
  return figures.flatMap((at) => {
    const own = items[at]?.quantity
    if (!own || own.isRange || own.approx || own.inWords || isOfSomethingElse(items, at)) return []
    const rules = isTimes(items, at) ? ['ratio' as const] : rulesFor(own, baseOf(items, at))
    const near = rules.length > 0 ? pairsFor(items, figures, at) : []
    // Percentage points lie between two percentages: the only two are meant.
    const isBetween = areBetween(items, at)
    const isOnly = near.length === 1 && isBetween
    const thought = pairsOfThought(items, figures, at, near)
    const isMeant = (pair: AmountPair) =>
      isBound(items, at, pair) ||
      (thought.includes(pair) && (isBetween || isSetApart(items, at) || isFine(items, at, pair)))
    const tied = rules.includes('ratio') ? besideIt(at, near) : near.filter(isMeant)
    const bound = isOnly ? near : tied
    return near.length > 0 ? [{ sentence, at, rules, near, bound, saysMove }] : []
  })
}

/** The only two amounts beside the only figure of its sort; of more than two the last and the largest, where a bracket follows. */
function pairsOfThought(
  items: readonly Item[],
  figures: readonly number[],
  at: number,
  near: readonly AmountPair[],
): readonly AmountPair[] {
  const [own, ...others] = [at, ...figures.filter((place) => place !== at)].map((place) => items[place]?.quantity)
  if (others.some((other) => other?.unit === 'points' || (other?.unit === 'percent' && own?.unit !== 'points')))
    return []
  const alike = near.filter((pair) => {
    const [one, other] = pair.map((place) => items[place]?.quantity)
    return !one?.approx && !other?.approx && one?.timeUnit === other?.timeUnit
  })
  if (alike.length < 2 || items[at - 1]?.text !== '(') return alike.length === 1 ? alike : []
  const amounts = [...new Set(alike.flat())]
  const last = Math.max(...amounts.filter((place) => place < at))
  const size = (place: number) => items[place]?.quantity?.shown ?? 0
  const largest = amounts.reduce((one, other) => (size(other) > size(one) ? other : one))
  return alike.filter((pair) => pair.includes(last) && pair.includes(largest) && last !== largest)
}

/** "639 women among 1,806 officers, 35.4 per cent;", "(5.7%)", "…, which amounts to 63%,": said of what stands before it. */
function isSetApart(items: readonly Item[], at: number): boolean {
  const lead = items.slice(Math.max(0, at - 6), at)
  const mark = lead.findLastIndex(({ kind }) => kind === 'mark')
  const isSaying = lead.slice(mark + 1).every(({ lower }) => saying.test(lower))
  return mark >= 0 && isSaying && (items[at + 1] === undefined || items[at + 1]?.kind === 'mark')
}

/** "Among the 1,126 staff 61.0 per cent are women (687)": so many digits hardly fit by chance. */
const isFine = (items: readonly Item[], at: number, pair: AmountPair) =>
  items[at + 1]?.lower !== 'of' && [at, ...pair].reduce((sum, place) => sum + digitsAt(items, place), 0) >= FINE

const digitsAt = (items: readonly Item[], at: number) => {
  const { quantity } = items[at] ?? {}
  return quantity ? printedDigits(quantity).replace(/0+$/, '').length : 0
}
const FINE = 9

const saying =
  /^(or|and|i|e|ie|a|an|the|that|this|which|is|was|are|were|equal|amounts?|amounted|comes?|came|makes?|made|making|giving|gives|represents|representing|share|proportion|rate|to|of|so|hence|thus|exactly|just|only|being|namely|up|at|said|say)$/

/** "19.5 points lie between"; "5 points above the average" are from another figure. */
const areBetween = (items: readonly Item[], at: number) =>
  items[at]?.quantity?.unit === 'points' &&
  !/^(above|below|ahead|behind|over|under|short|off|from)$/.test(items[at + 1]?.lower ?? '')

/** A percentage of an amount that it names is no change between two. */
function rulesFor(own: Quantity, base: number | undefined): RelativeRule[] {
  if (own.unit === 'points') return ['apart']
  if (own.per) return ['rate']
  if (own.unit !== 'percent') return []
  return base !== undefined && base >= 0 ? ['share'] : ['share', 'change']
}

/** "5.2 times that for vehicle crime", "by a factor of 3.75". */
const isTimes = (items: readonly Item[], at: number) =>
  items[at]?.quantity?.unit === 'count' &&
  ((items[at + 1]?.lower === 'times' && !items[at + 2]?.quantity) ||
    (items[at - 1]?.lower === 'of' && items[at - 2]?.lower === 'factor'))

/** The last two amounts before a ratio, the first two behind it, or the nearest of both. */
function besideIt(at: number, near: readonly AmountPair[]): AmountPair[] {
  const far = ([one, other]: AmountPair) => Math.abs(one - at) + Math.abs(other - at)
  const side = ([one, other]: AmountPair) => Number(one > at) + Number(other > at)
  return [0, 1, 2].flatMap((many) =>
    near
      .filter((pair) => side(pair) === many)
      .toSorted((one, other) => far(one) - far(other))
      .slice(0, 1),
  )
}

const elsewhere = /^(target|targets|goal|aim|nationally|national|inflation|average|confidence|vat|interest|including)$/

/** "against a target of 90%", "including a rise of 40%": a percentage of nothing that the sentence counts. */
const isOfSomethingElse = (items: readonly Item[], at: number) =>
  items.slice(Math.max(0, at - 5), at + 3).some(({ lower }) => elsewhere.test(lower))

/** All pairs of amounts of one unit on its side of a semicolon. */
function pairsFor(items: readonly Item[], figures: readonly number[], at: number): AmountPair[] {
  const level = items[at]?.quantity?.unit === 'points' ? 'percent' : undefined
  const amounts = figures.filter((place) => {
    const quantity = items[place]?.quantity
    if (place === at || !quantity || quantity.isRange) return false
    if (!isTimes(items, at) && (quantity.per || quantity.perTime)) return false
    if (quantity.shown <= 0 || isStretchOfTime(items, place) || isAge(items, place) || isBeyond(items, place, at))
      return false
    if (isTimes(items, at)) return items[place + 1]?.lower !== 'times'
    return level ? quantity.unit === level : /^(count|pounds|duration)$/.test(quantity.unit)
  })
  const pairs = amounts.flatMap((one, nth) => amounts.slice(nth + 1).map((other): AmountPair => [one, other]))
  return pairs.filter(([one, other]) => areOfOneUnit(items[one]?.quantity, items[other]?.quantity))
}

/** "45% of them under 30". */
const isAge = (items: readonly Item[], at: number) =>
  /^(under|over|at-)/.test(items[at]?.quantity?.approx ?? '') &&
  /^(them|people|those|children|aged|adults|women|men)$/.test(items[at - 1]?.lower ?? '')

const isBeyond = (items: readonly Item[], one: number, other: number) =>
  items.slice(Math.min(one, other), Math.max(one, other)).some(({ text }) => text === ';')

/** Whether another amount stands among the three. */
function isParted(items: readonly Item[], at: number, [one, other]: AmountPair): boolean {
  const inner = items.slice(Math.min(at, one) + 1, Math.max(at, other))
  return (
    inner.filter(({ quantity }) => quantity && !/^(percent|points)$/.test(quantity.unit)).length >
    (at < one || at > other ? 1 : 0)
  )
}

/** "within 15 minutes", "for two years": how long, not how much. */
function isStretchOfTime(items: readonly Item[], at: number): boolean {
  const quantity = items[at]?.quantity
  if (quantity?.unit !== 'duration') return false
  return (
    /^(within|in|under|after|every|last|next|past|of)$/.test(items[at - 1]?.lower ?? '') ||
    /^(year|quarter|month)$/.test(quantity.timeUnit ?? '')
  )
}

/** Two amounts of one unit; of hours one may leave the unit out. "two" beside 1,204 counts other things. */
function areOfOneUnit(one: Quantity | undefined, other: Quantity | undefined): boolean {
  if (!one || !other) return false
  const isInWords = one.inWords !== other.inWords && Math.max(one.shown, other.shown) >= 100
  return (
    !isInWords &&
    one.shown !== other.shown &&
    (one.unit === other.unit || [one, other].every(({ unit }) => /^(count|duration|rate)$/.test(unit)))
  )
}

/** Whether words tie the two to each other, or the figure to one of them; "8% of the regional total" is of neither. */
function isBound(items: readonly Item[], at: number, [one, other]: AmountPair): boolean {
  if (areOfTwoSorts(items[one]?.quantity, items[other]?.quantity)) return false
  const base = baseOf(items, at)
  if (base !== undefined) return (base === one || base === other) && !hasOwnShare(items, at, base === one ? other : one)
  if (isParted(items, at, [one, other]) || [one, other].some((place) => hasOwnShare(items, at, place))) return false
  if (!isConnected([...items], at, at < other ? one : other)) return false
  return areSetTogether(items, one, other) || [one, other].some((place) => isTied(items, at, place))
}

/** "two" beside 1,204 counts other things. */
const areOfTwoSorts = (one: Quantity | undefined, other: Quantity | undefined) =>
  one?.inWords !== other?.inWords && Math.max(one?.shown ?? 0, other?.shown ?? 0) >= 100

const wordsBetween = (items: readonly Item[], from: number, until: number) =>
  items.slice(from + 1, until).map(({ lower }) => lower)

/** The amount that a percentage names as its whole: "32% of the 150"; -1 where it names another, or no amount. */
function baseOf(items: readonly Item[], at: number): number | undefined {
  const next = items.slice(at + 1, at + 9)
  if (next[0]?.lower !== 'of' || items[at]?.quantity?.unit !== 'percent') return undefined
  const amount = next.findIndex(({ quantity }) => quantity)
  const words = next.slice(1, amount < 0 ? undefined : amount).map(({ lower }) => lower)
  const stop = words.findIndex((word) => /^[,;.:()]$/.test(word))
  if (stop > 0 && words[stop - 1] === 'total') return -1
  const isRunning = words.every((word) => !/^([,;.:()]|and|was|were|are|is|had|have|which|who)$/.test(word))
  if (amount >= 0 && isRunning && words.length <= 4) return at + 1 + amount
  return /^(these|those|them|it|this|that|whom|which)$/.test(words[0] ?? '') || !isRunning ? undefined : -1
}

/** "38% of 131", "5 (1.8%)": an amount to which another percentage belongs. */
const hasOwnShare = (items: readonly Item[], at: number, amount: number) =>
  items.some(({ quantity }, place) => quantity?.unit === 'percent' && place !== at && isTied(items, place, amount))

const tie = /^(of|in|or|is|on|the|our|its|these|those|i\.e\.|that|out|[,(:–—-])$/

/** A percentage right beside an amount: "10% (231)", "231, or 10%", "32% of the 150". */
function isTied(items: readonly Item[], at: number, amount: number): boolean {
  const gap = wordsBetween(items, Math.min(at, amount), Math.max(at, amount))
  return gap.length <= 3 && gap.every((word) => tie.test(word))
}

const against = /^(to|against|than|versus|from|becoming|becomes|became|in|of|out|where|on|had)$/
const later = /^(then|now|today|before|ago|earlier)$/

/** "135 in 1,350", "84 of the 342", "from 43,000 to 41,280", "£250.00 becoming £264.00". */
function areSetTogether(items: readonly Item[], one: number, other: number): boolean {
  const gap = wordsBetween(items, one, other)
  if (gap.length > 4 || gap.some((word) => /^([;:()]|and)$/.test(word))) return false
  return gap.some((word) => later.test(word)) || (gap.some((word) => against.test(word)) && !gap.includes(','))
}
