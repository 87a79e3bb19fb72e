import { printedDigits, type Quantity, timeOf } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { singular } from './claim-words.js'
import type { Division } from './division-base.js'
import { ofOne } from './division-mark.js'
import { isFigure, sizeOf } from './division-scope.js'
import { stretchesIn } from './mean-apart.js'
import { lengthsIn, over, type Time, timeSaid } from './mean-spread.js'

/** What says that one figure is for one of something. */
const cue =
  /^(each|every|per|apiece|average|averaged|averages|averaging|mean|times|×|divided|÷|monthly|weekly|daily|quarterly|typically)$/
/** What may say so, or only what a thing is like. */
const loose = /^(?:(?:x|a|an|at|of|rate|between|pay|pays|paying|raises?|raised|brings?|yields?)$|over\b)/
/** What sets a figure against others, or takes it out of the common run. */
const otherwise =
  /^(target|targets|goal|national|nationally|regional|than|compared|against|versus|limit|minimum|maximum|least|most|capacity|record|busiest|quietest|peak|latest|median|up|down|extra|additional|further|another|if|previous|previously|saving|saves|save|rose|fell|rise|fall|increase|increased|reduction|after|net|gross|both)$/

/**
 * Figures that follow each other in one clause with a word of dividing by them, in whatever order they stand: three of
 * which one may be the product of the others, or two beside a length of time over which the larger may be shared.
 */
export function closedDivisions(items: readonly Item[], around: readonly Item[]): Division[] {
  const places = items.flatMap((_, at) => (isOpen(items, at) ? [at] : []))
  const windows = (size: number) =>
    places.flatMap((_, nth) => {
      const window = places.slice(nth, nth + size)
      return window.length === size && isClause(items, window) ? [window.flatMap((at) => items[at] ?? [])] : []
    })
  const found = [
    ...windows(3).flatMap((three) => ofThree(items, three)),
    ...windows(2).flatMap((two) => ofTime(items, two)),
  ]
  return found.map((one) => ({ ...one, others: [], around, isFirm: false, isClosed: true }))
}

type Closed = Omit<Division, 'others' | 'around' | 'isFirm' | 'isClosed'>

/** An amount or rate that is not only the rounder print of the one in brackets behind it: "just under 4,000 (3,960)". */
function isOpen(items: readonly Item[], at: number): boolean {
  const item = items[at]
  if (
    !item ||
    isNumbering(items, at) ||
    !(isFigure(item) || item.quantity?.per) ||
    /^at-/.test(item.quantity?.approx ?? '') ||
    isBound(items, at)
  )
    return false
  return !(item.quantity?.approx && items[at + 1]?.text === '(' && items[at + 2]?.quantity?.unit === item.quantity.unit)
}

/** "nobody is asked for more than twelve": a bound. */
const isBound = (items: readonly Item[], at: number) =>
  /^(over|under)$/.test(items[at]?.quantity?.approx ?? '') &&
  items.slice(Math.max(0, at - 6), at).some(({ lower }) => /^(nobody|no|none|never|not|cannot|may|must)$/.test(lower))

/** "5 burglary: 1,566 offences": the number of a line; or a year. */
const isNumbering = (items: readonly Item[], at: number) =>
  (at === 0 && /^\d{1,2}(?:\.\d{1,2})?$/.test(items[0]?.text ?? '') && !/s$/.test(items[1]?.lower ?? '')) ||
  /^(?:19|20)\d\d$/.test(items[at]?.text ?? '')

const LONGEST = 30

/** One clause, with a word of dividing and none that sets its figures against others; the looser it is, the more digits. */
function isClause(items: readonly Item[], places: readonly number[]): boolean {
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  const near = items.slice(Math.max(0, first - 4), last + 5)
  const isStrong = near.some(
    ({ lower, quantity }, at) => cue.test(lower) || quantity?.perTime || quantity?.per || isForOne(near, at),
  )
  const isLoose = near.some(({ lower }) => loose.test(lower)) || isFromIn(items, places)
  const figures = places.flatMap((at) => items[at] ?? [])
  const digits = figures.reduce((sum, item) => sum + telling(item), places.length === 2 ? 2 : 0)
  return (
    digits >= (isStrong ? 6 : 8) &&
    (isStrong || (isLoose && figures.every((item) => telling(item) > 1))) &&
    !near.some(({ lower }, at) => isOtherwise(lower, near[at - 1]) || isOfTwoEnds(near, at)) &&
    last - first <= LONGEST &&
    !items.slice(first, last).some(({ text, quantity }) => /^[.;]$/.test(text) || isRelative(quantity))
  )
}

/** "After June"; but "looks after". */
const isOtherwise = (word: string, before: Item | undefined) =>
  otherwise.test(word) && !(word === 'after' && before?.lower === 'looks')

/** "from 149 to 164", "between 5 and 9". */
const isOfTwoEnds = (items: readonly Item[], at: number) =>
  /^(?:from .* to|between .* and)$/.test(
    items
      .slice(at, at + 3)
      .map(({ lower }) => lower)
      .join(' '),
  )

/** "£26 a visit", "eight minutes a check", "one officer looks after". */
const isForOne = (items: readonly Item[], at: number) =>
  (/^(a|an)$/.test(items[at]?.lower ?? '') && [items[at - 1], items[at - 2]].some((item) => item?.quantity)) ||
  (/^(a|an|one)$/.test(items[at]?.lower ?? '') && items.slice(at + 2, at + 6).some(({ lower }) => ofOne.test(lower)))

/** "1.7, from 2,788 allegations in 1,640": what it comes of, and in how many. */
const isFromIn = (items: readonly Item[], [first = 0, second = 0, third = 0]: readonly number[]) =>
  items[second - 1]?.lower === 'from' &&
  second - first <= 3 &&
  /^(in|over|for|among|across)$/.test(items[third - 1]?.lower ?? '')

/** How many digits of a figure tell, without the noughts at its end. */
export const telling = ({ quantity }: Item) =>
  quantity && !quantity.inWords ? printedDigits(quantity).replace(/0+$/, '').length : 1

const isRelative = (quantity: Item['quantity']) => /^(percent|points)$/.test(quantity?.unit ?? '') && !quantity?.inWords

/** Each way to take three figures as a total, what each of its things has, and how many of those there are. */
function ofThree(items: readonly Item[], three: readonly Item[]): Closed[] {
  const found = three.flatMap((mean) => {
    const [large, small] = three.filter((item) => item !== mean).toSorted((one, other) => sizeOf(other) - sizeOf(one))
    const per = mean.quantity?.per
    if (!large || !small) return []
    const pair = [[large, small] as const, [small, large] as const].find(([total, base]) =>
      per ? isRateOf(total, base, per) : isShared(total, base, mean),
    )
    if (!pair) return []
    const [total, base] = pair
    const isTimeSaid = isDivisor(items, base)
    if (
      telling(base) < 2 &&
      !base.quantity?.inWords &&
      !isTimeSaid &&
      !/s$/.test(items[items.indexOf(base) + 1]?.lower ?? '')
    )
      return []
    return [{ mean, per: per ?? 1, totals: [inUnitOf(mean, total)], bases: [baseOf(base)], isTimeSaid }]
  })
  // Of two whole numbers the smaller is taken for the mean, unless the text divides by it: it may have been rounded most.
  const divided = found.filter(({ isTimeSaid }) => isTimeSaid)
  const rest = divided.length > 0 ? divided : found
  return rest.toSorted((one, other) => sizeOf(one.mean) - sizeOf(other.mean)).slice(0, 1)
}

/** "over 12", "divided by 365 days", "in each of 12 months": the text says by what to divide. */
const isDivisor = (items: readonly Item[], base: Item) =>
  /^over /.test(base.lower) ||
  items
    .slice(Math.max(0, items.indexOf(base) - 3), items.indexOf(base))
    .some(({ lower }) => /^(over|by|÷|each|times|×)$/.test(lower))

const baseOf = (item: Item) => ({ item, low: sizeOf(item), high: sizeOf(item) })

const isRateOf = (total: Item, base: Item, per: number) =>
  [total, base].every(({ quantity }) => quantity?.unit === 'count' && quantity.precision >= 1) &&
  sizeOf(base) > Math.max(per, sizeOf(total)) &&
  sizeOf(total) >= 2

function isShared(total: Item, base: Item, mean: Item): boolean {
  const [whole, count, own] = [total, base, mean].map(({ quantity }) => quantity)
  if (!whole || !count || !own || whole.perTime || count.perTime) return false
  if (own.unit === 'duration' && count.unit === 'duration' && whole.unit !== 'duration') return false
  const isSmall = own.shown < 1 || whole.timeUnit !== own.timeUnit
  if (own.unit === whole.unit && whole.shown < Math.max(own.shown, isSmall ? 0 : count.shown)) return false
  const isTimed = own.perTime === undefined || count.timeUnit === own.perTime || count.timeUnit === undefined
  return isTimed && areOfUnit(total, mean) && /^(count|duration)$/.test(count.unit) && isSeveral(count)
}

const isSeveral = ({ shown }: Quantity) => shown >= 2 && Number.isInteger(shown)

/** Both of one unit; of hours one may leave the unit out. */
const areOfUnit = ({ quantity: one }: Item, { quantity: other }: Item) =>
  one?.unit === other?.unit
    ? one?.timeUnit === other?.timeUnit || (isShort(one) && isShort(other))
    : [one, other].every((quantity) => quantity?.unit === 'count' || isShort(quantity))

/** "At eight minutes a check, 4,230 checks took 564 hours": the hours as minutes. */
function inUnitOf({ quantity: own }: Item, total: Item): Item {
  const { quantity } = total
  if (quantity?.timeUnit !== 'hour' || own?.timeUnit !== 'minute') return total
  const [shown, low, high, precision] = [quantity.shown, quantity.low, quantity.high, quantity.precision].map(
    (size) => size * 60,
  )
  return { ...total, quantity: { ...quantity, shown, low, high, precision, timeUnit: 'minute' } as Quantity }
}

const isShort = (quantity: Quantity | undefined) => /^(minute|hour)$/.test(quantity?.timeUnit ?? '')

/** "Over twelve months that is, on average, 478.5 searches (5,742 in all) each month". */
function ofTime(items: readonly Item[], two: readonly Item[]): Closed[] {
  const [total, mean] = two.toSorted((one, other) => sizeOf(other) - sizeOf(one))
  if (!total?.quantity || !mean?.quantity || total.quantity.perTime || !areOfUnit(total, mean)) return []
  const time = mean.quantity.perTime ?? timeSaid(items) ?? lengthNamed(items)
  if (!time || total.quantity.per || mean.quantity.per || mean.quantity.approx || isOneOfTwo(items, total)) return []
  const named = stretchesIn(items, time, mean).map(({ item, shown }) => ({ item, low: shown, high: shown }))
  const bases = named.length > 0 ? named : lengthsIn(items).flatMap(({ months }) => over(months, time))
  return bases.length > 0 ? [{ mean, per: 1, totals: [total], bases, isTimeSaid: named.length > 0 }] : []
}

/** "5,210 in July and 4,730 in August, an average of 160 a day": of both, not of the last. */
function isOneOfTwo(items: readonly Item[], total: Item): boolean {
  const before = items.slice(Math.max(0, items.indexOf(total) - 6), items.indexOf(total))
  const and = before.findLastIndex(({ lower }) => lower === 'and')
  return before.slice(0, Math.max(0, and)).some(({ quantity }) => quantity?.unit === total.quantity?.unit)
}

/** "The mean for the twelve months", "13,230 (158,760 over 12 months)": what the mean is for where no word says so. */
function lengthNamed(items: readonly Item[]): Time | undefined {
  const isMean = items.some(({ lower }) => /^(average|averages|averaged|averaging|mean)$/.test(lower))
  return items.flatMap(({ period, lower }) =>
    period?.kind === 'length' && (isMean || /^over\b/.test(lower))
      ? (timeOf(singular(lower.split(' ').at(-1) ?? '')) ?? [])
      : [],
  )[0]
}
