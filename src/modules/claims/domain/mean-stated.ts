import type { Period, Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { periodsNear } from './claim-periods.js'
import { isBareOf, isComparative, leftwards, rightwards, singular } from './claim-words.js'
import { partsOfYear, programmeLengths, shortStretches } from './mean-lengths.js'
import { type Mean, meansIn } from './mean-words.js'

/** A total and the mean that the text gives for it: "126,649 calls in 2017/18, an average of 10,554 a month". */
export type StatedMean = {
  sentence: Sentence
  /** The total, in this sentence or the one before. */
  total: Item
  mean: number
  perTime: NonNullable<Quantity['perTime']>
  /** The periods that the total may cover, the likeliest first. */
  periods: { period: Period; isNear: boolean }[]
  /** Whether the grammar says that the one is the mean of the other. */
  isTight: boolean
  /** Whether only their nearness tells that the one is of the other. */
  isNearOnly?: boolean
}

/** Totals of a sentence, or of the one before it, paired with the mean given for them. */
export function statedMeans(sentence: Sentence): StatedMean[] {
  const means = meansIn(sentence)
  const meanPlaces = new Set(means.map((mean) => mean.at))
  return means.flatMap((mean): StatedMean[] => {
    const { items } = sentence
    const at = totalFor(items, mean, meanPlaces)
    const total = items[at ?? -1]
    const lengths = [...programmeLengths(sentence), ...shortStretches(sentence), ...partsOfYear(sentence)].map(near)
    const base = { sentence, mean: mean.at, perTime: mean.perTime }
    if (at === undefined || !total)
      return carriedTotal(sentence, mean).map((one) => ({ ...base, ...one, isTight: true }))

    const periods = [...periodsNear(sentence), ...lengths]
    const isFirm = isTight(items, mean, at)
    const isNearOnly = !isFirm && (at > mean.at || items[mean.at - 1]?.lower === 'at')
    const isBound = (isFirm || isNearOnly) && !isOneOfTwo(items, at, meanPlaces)
    return [{ ...base, total, periods, isTight: isBound, isNearOnly }]
  })
}

const near = (period: Period) => ({ period, isNear: true })

/** "In 2023/24 we took 1,428 calls. That is 119 a month": the only figure of the sentence before. */
function carriedTotal(sentence: Sentence, mean: Mean): Pick<StatedMean, 'total' | 'periods' | 'isNearOnly'>[] {
  const before = sentence.previous
  const own = sentence.items[mean.at]?.quantity
  const opening = sentence.items.slice(0, 5).map((item) => item.lower)
  const isReferring =
    /^(that|this|which|it|equivalent|on|average)$/.test(opening[0] ?? '') &&
    (opening[0] !== 'on' || /that|this/.test(opening.join(' ')))
  const totals = before?.items.filter((item) => item.quantity && item.quantity.unit === own?.unit) ?? []
  const [total] = totals
  const isOfSame = before !== undefined && isOfOneThing(sentence, before, mean)
  if (!before || !own || !total?.quantity || totals.length !== 1 || !(isReferring || isOfSame)) return []
  if (total.quantity.shown <= own.shown) return []
  return [{ total, periods: periodsNear(before), isNearOnly: !isReferring }]
}

/** "On average, 128 arrived each month", "The monthly average is 2,050": names nothing that the sentence before did not. */
function isOfOneThing({ items }: Sentence, before: Sentence, mean: Mean): boolean {
  const opening = items.slice(0, mean.at).map((item) => item.lower)
  const isAverage = mean.isCalledAverage || opening.some((word) => /^(each|every|typically)$/.test(word))
  const known = new Set(before.items.map((item) => singular(item.lower)))
  const words = [...items.slice(0, mean.at), ...items.slice(mean.at + 1)]
  return (
    isAverage &&
    words.every((item) => item.kind !== 'word' || unnamed.test(item.lower) || known.has(singular(item.lower)))
  )
}

/** Words that name nothing: of time, of an average, and what is done with anything. */
const unnamed =
  /^(the|a|an|of|on|in|at|per|for|each|every|to|by|our|we|was|were|is|are|this|that|it|has|have|been|average|averages|averaged|mean|figure|typically|typical|normal|daily|weekly|monthly|quarterly|annual|yearly|hour|day|week|month|quarter|year|over|during|across|came|come|arrived|received|made|took|taken|recorded|reported|handled|answered|seen|held|so|works|worked|out|about|around|just|some|people|them|these|those|or)$/

const MONTHS: Readonly<Record<string, number>> = { day: 1 / 30, week: 7 / 30, month: 1, quarter: 3, year: 12 }

/** "5,210 in July and 4,730 in August, an average of 160 a day": of both, not of the last. */
function isOneOfTwo(items: Item[], at: number, means: ReadonlySet<number>): boolean {
  const before = leftwards(items, at, 8, (item) => item.quantity?.unit === items[at]?.quantity?.unit)
  if (means.has(before)) return false
  return before >= 0 && items.slice(before, at).some((item) => /^(and|,|;)$/.test(item.lower))
}

/** The nearest quantity of the same unit before a mean, or behind it in "an average of 10 a month (120 in total)". */
function totalFor(items: Item[], mean: Mean, means: Set<number>): number | undefined {
  const own = items[mean.at]?.quantity
  const isTotal = (item: Item, at: number) =>
    item.quantity !== undefined &&
    (!means.has(at) || isLonger(item.quantity, mean)) &&
    own !== undefined &&
    (isBareOf(items, mean.at, item.quantity) ||
      (item.quantity.unit === own.unit && item.quantity.timeUnit === own.timeUnit)) &&
    !item.quantity.isRange &&
    item.quantity.shown > own.shown
  const isPast = (item: Item, at: number) =>
    /^(compared|against|versus|while|whereas|than)$/.test(item.lower) ||
    (item.text === ';' && !/^(that|this|it|which|or)$/.test(items[at + 1]?.lower ?? '') && !opensMean(items, at + 1))
  for (let at = mean.at - 1; at >= Math.max(0, mean.at - 22); at -= 1) {
    const item = items[at]
    if (!item || isPast(item, at)) break
    if (isTotal(item, at)) return at
    if (item.quantity && item.quantity.unit === own?.unit && !means.has(at)) break
  }
  const behind = rightwards(items, mean.at, 14, (item) => item.kind === 'quantity' || /^\.$/.test(item.text))
  const item = items[behind]
  if (!item || !isTotal(item, behind) || items.slice(mean.at, behind).some((one) => one.lower === 'compared'))
    return undefined
  const isYearly = item.quantity !== undefined && isLonger(item.quantity, mean)
  return isYearly || isSaidTotal(items, mean, behind) ? behind : undefined
}

/** "; the monthly average was 390". */
const opensMean = (items: Item[], at: number) =>
  items[at]?.lower === 'the' && items.slice(at, at + 4).some((item) => /^(average|mean)$/.test(item.lower))

/** "making 1,428 in all", "over the year 24,600 did", "the six months brought 2,340": called a total, or said of a longer time. */
function isSaidTotal(items: Item[], mean: Mean, total: number): boolean {
  const around = items.slice(mean.at, total + 6)
  const isCalled = around.some(
    (one, nth) =>
      nth < total - mean.at + 4 &&
      (/^(total|totalling|totalled|altogether|overall|giving|making)$/.test(one.lower) ||
        (one.lower === 'all' && around[nth - 1]?.lower === 'in')),
  )
  const isLong = (one: Item) => one.lower === 'year' || isLongerThan(one.period, mean)
  const isPart = items[total + 1]?.lower === 'of' || isComparative(items[total + 1]?.lower ?? '')
  return (
    isCalled || items.slice(total + 1, total + 6).some(isLong) || (!isPart && isOpenedBy(items, mean, total, isLong))
  )
}

/** "; the six months to September brought 2,340", "over the year 24,600 did": a new clause that opens with its time. */
function isOpenedBy(items: Item[], mean: Mean, total: number, isLong: (item: Item) => boolean): boolean {
  const opening = leftwards(items, total, total - mean.at - 1, (item) => /^[,;:–—(]$/.test(item.text))
  return opening > mean.at && items.slice(opening, total).some(isLong)
}

/** "8,905 over the 12 months": a named stretch that holds more than one of what the mean is per. */
const isLongerThan = (period: Period | undefined, mean: Mean) =>
  period?.kind !== 'relative' && period !== undefined && (period.months ?? 0) >= 2 * (MONTHS[mean.perTime] ?? 0)

const order = ['hour', 'day', 'week', 'month', 'quarter', 'year']

/** "£120,000 a year, or £10,000 a month": the longer stretch is the total. */
const isLonger = (quantity: Quantity, mean: Mean) =>
  quantity.perTime !== undefined && order.indexOf(quantity.perTime) > order.indexOf(mean.perTime)

const links =
  /^(e|ie|namely|typically|so|thus|hence|average|averaging|averages|averaged|mean|equates|equating|equivalent|equal|represents|approximately|that|which|or|is|work|works|worked|are|were|was|came|comes|come|makes|make|gives|give|gave|means|meaning|\()$/

/** Whether words bind the mean to the total: "(an average of", "which equates to", "or … a day". */
function isTight(items: Item[], mean: Mean, total: number): boolean {
  const [from, until] = total < mean.at ? [total, mean.at] : [mean.at, total]
  const between = items.slice(from + 1, until)
  const isAside = /^[,–—:]$/.test(items[until - 1]?.text ?? '')
  const hasLink = isAside || mean.isCalledAverage || between.some((item) => links.test(item.lower))
  const aside = between.findLastIndex((item) => /^[,(–—]$/.test(item.text))
  const hasBreak = between.some(
    (item, nth) =>
      /^(and|but|while|with|of|from)$/.test(item.lower) &&
      nth > aside &&
      !isAverageOf(items, item) &&
      !(item.lower === 'from' && total > mean.at && nth === between.length - 1),
  )
  return hasLink && !hasBreak
}

const isAverageOf = (items: Item[], item: Item) => {
  const at = items.indexOf(item)
  return item.lower === 'of' && /^(?:average|mean|total)$/.test(items[at - 1]?.lower ?? '')
}
