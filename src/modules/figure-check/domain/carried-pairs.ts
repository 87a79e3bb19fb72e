import type { Item } from '#modules/claims/index.js'
import {
  looseSpan,
  meets,
  printedDigits,
  type Quantity,
  quotient,
  roundedSpan,
  slipsOf,
  tellingDigits,
  times,
} from '#modules/quantities/index.js'
import { isWorkedOut, mayBeWorkedOut, type Terms, wouldFollow } from './worked-arithmetic.js'

/** Two amounts that a change may lie between; where one is said to be the earlier, it comes first. */
export type Pair = readonly [Item, Item]

/** Amounts that a change may lie between: of one unit, not one in words beside a large one, and not the same. */
export const arePair = ({ quantity: one }: Item, { quantity: other }: Item) =>
  one !== undefined &&
  other !== undefined &&
  one.shown !== other.shown &&
  (one.unit === other.unit || (isTimed(one, other) && !one.inWords && !other.inWords)) &&
  (one.inWords === other.inWords || isExactInWords(one, other) || Math.max(one.shown, other.shown) < 100)

/** "six hundred and eighty-nine": no round number. */
const isExactInWords = (...pair: readonly Quantity[]) =>
  pair.every(({ inWords, shown }) => !inWords || (shown > 20 && shown % 10 !== 0))

/** Of days or hours one may leave the unit out. */
const isTimed = (...pair: readonly Quantity[]) => pair.every(({ unit }) => /^(count|duration)$/.test(unit))

/** All that may be pairs among some amounts. */
export const pairsAmong = (items: readonly Item[]): Pair[] =>
  items.flatMap((one, nth) => items.slice(nth + 1).map((other): Pair => [one, other])).filter(([a, b]) => arePair(a, b))

/** All that may be pairs of one of some amounts and one of others. */
export const pairsAcross = (some: readonly Item[], others: readonly Item[]): Pair[] =>
  some.flatMap((one) => others.map((other): Pair => [one, other])).filter(([a, b]) => arePair(a, b))

/** Points lie between two levels; a percentage is of one of them. */
export const ruleOf = (own: Quantity) => (own.unit === 'percent' ? ('change' as const) : ('apart' as const))

/** Whether it follows as a change, however the two were rounded, or is a share of the two where it may be one. */
export const mayFollow = (own: Quantity, pair: Pair, isFromTo = false, isShare = !isFromTo): boolean =>
  [ruleOf(own), ...(own.unit === 'percent' && isShare ? (['share'] as const) : [])].some((rule) =>
    [isWorkedOut, mayBeWorkedOut].some((works) => works({ rule, own, isFromTo }, termsOf(pair))),
  )

/** Whether it follows from the two, to the printed place. */
export const follows = (own: Quantity, terms: Terms) => isWorkedOut({ rule: ruleOf(own), own, isFromTo: false }, terms)

/** The quantities of a pair. */
export function termsOf(pair: Pair): Terms {
  const [first, second] = pair.map(({ quantity }) => quantity)
  if (!first || !second) throw new Error('A pair of amounts has two quantities')
  return [first, second]
}

/** "318 fewer (22.4%)": the amount is that percentage of a level, before or after it is added or taken away. */
export const saysSize = (own: Quantity, sizes: readonly Item[], levels: readonly Item[]) =>
  pairsAcross(sizes, levels).some((pair) => isSizeOf(own, termsOf(pair)))

/** Whether a percentage is the size as a share of its level, of the level before it, or of the one after it. */
export function isSizeOf(own: Quantity, [size, level]: Terms): boolean {
  const [part, whole] = [size, level].map(looseSpan)
  if (!part || !whole) return false
  const wholes = [
    whole,
    { low: whole.low + part.low, high: whole.high + part.high },
    { low: whole.low - part.high, high: whole.high - part.low },
  ]
  return wholes.some((base) => base.low > 0 && meets(times(quotient(part, base), 100), roundedSpan(own)))
}

const MOST_TIMES = 3

/** Less than three times apart: a change of most things is smaller. */
export function areOfOneSize(pair: Pair): boolean {
  const [one, other] = termsOf(pair)
  return Math.max(one.shown, other.shown) < MOST_TIMES * Math.min(one.shown, other.shown)
}

/** Whether another digit in one of the three would make it follow. */
export const isSlipped = (own: Quantity, pair: Pair) =>
  termsOf(pair).every((one) => isPrecise(one) && printedDigits(one).length > 1) &&
  wouldFollow({ rule: ruleOf(own), own, isFromTo: false }, termsOf(pair))

/** "The year before it was £8,706,000, so it is 8% up" behind £1,842,000: one digit in one of two levels brings them to one size. */
export function isOneDigitOff(own: Quantity, pair: Pair): boolean {
  const [base, other] = termsOf(pair)
  const works = (terms: Terms) =>
    own.unit === 'points' ? areApartBy(own, terms) : isWorkedOut({ rule: 'change', own, isFromTo: true }, terms)
  return slipsOf(base).some((one) => works([one, other])) || slipsOf(other).some((one) => works([base, one]))
}

const areApartBy = ({ shown, precision }: Quantity, [one, other]: Terms) =>
  Math.abs(Math.abs(one.shown - other.shown) - shown) < precision / 4

/** "told police about 8,294 thefts": no round number. */
const isPrecise = (one: Quantity) => !one.approx || tellingDigits(one).length > 3
