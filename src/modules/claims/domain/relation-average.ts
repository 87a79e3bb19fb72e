import type { Period, Quantity } from '#modules/quantities/index.js'
import { timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { periodFor, periodsNear } from './claim-periods.js'
import { isBareOf, isComparative, leftwards, rightwards } from './claim-words.js'
import { partsOfYear, programmeLengths, shortStretches } from './relation-programme.js'

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
}

/** A mean that a sentence states, whether or not its total stands there: place and stretch of time. */
export type Mean = { at: number; perTime: NonNullable<Quantity['perTime']>; isCalledAverage: boolean }

/** Every mean per stretch of time in a sentence: "10,554 a month", "a monthly average of 10,554", "averaging 35 a day". */
export function meansIn(sentence: Sentence): Mean[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const quantity = item.quantity
    if (!quantity || quantity.isRange || quantity.unit === 'percent' || quantity.unit === 'points') return []
    if (
      isTakenOf(
        items,
        at,
        rightwards(items, at, 3, (one) => one.kind === 'quantity'),
      )
    )
      return []
    const average = averageBefore(items, at)
    const typical = typicalBeside(items, at)
    const perTime = quantity.perTime ?? average?.perTime ?? eachAfter(items, at) ?? typical
    if (!perTime || isComparative(items[at + (quantity.perTime ? 3 : 1)]?.lower ?? '')) return []
    return [
      { at, perTime, isCalledAverage: average !== undefined || typical !== undefined || isAveragedAfter(items, at) },
    ]
  })
}

const averageWord = /^(average|averages|averaged|averaging|mean)$/

/** "an average of", "a monthly average of", "averaging", "on average": what is said before a mean. */
function averageBefore(items: Item[], at: number): { perTime?: Mean['perTime'] } | undefined {
  const stops = (item: Item) =>
    averageWord.test(item.lower) || item.kind === 'quantity' || /^([;.(]|and)$/.test(item.text)
  const first = leftwards(items, at, 9, stops)
  const found = isTakenOf(items, first, at) ? leftwards(items, first, 5, stops) : first
  const word = items[found]?.lower ?? ''
  if (!averageWord.test(word)) return undefined
  const near = [items[found - 1]?.lower ?? '', items[found + 1]?.lower ?? '', items[0]?.lower ?? '']
  const perTime =
    near.map((one) => timeOf(one)).find((time) => time !== undefined) ?? timeOf(timeAfterPer(items, found))
  return perTime &&
    /ly$/.test(
      near
        .join(' ')
        .trim()
        .split(' ')
        .find((one) => timeOf(one)) ?? 'per ly',
    )
    ? { perTime }
    : {}
}

/** "the monthly average of the 1,372 is 114.3": the first figure is what the average is of. */
const isTakenOf = (items: Item[], of: number, mean: number) =>
  mean > of &&
  items[of]?.kind === 'quantity' &&
  /^(is|was|are|were|comes|came|works|stands|stood)$/.test(items[mean - 1]?.lower ?? '') &&
  items.slice(Math.max(0, of - 3), of).some((item) => item.lower === 'of')

function timeAfterPer(items: Item[], at: number): string {
  return items[at + 1]?.lower === 'per' ? (items[at + 2]?.lower ?? '') : ''
}

/** "on average", "average" close behind a mean. */
const isAveragedAfter = (items: Item[], at: number) =>
  averageWord.test(
    items[
      rightwards(
        items,
        at,
        8,
        (item) => averageWord.test(item.lower) || item.kind === 'quantity' || /^[;.]$/.test(item.text),
      )
    ]?.lower ?? '',
  )

/** "12 in each month", "35 every day" beyond the reach of the number's own unit. */
function eachAfter(items: Item[], at: number): Mean['perTime'] | undefined {
  const found = rightwards(items, at, 6, (item) => /^(each|every)$/.test(item.lower) || item.kind !== 'word')
  return /^(each|every)$/.test(items[found]?.lower ?? '') ? timeOf(items[found + 1]?.lower ?? '') : undefined
}

/** "£90,000 in a typical month", "412 in an average week", "a typical week brought 144". */
function typicalBeside(items: Item[], at: number): Mean['perTime'] | undefined {
  const isTypical = (item: Item) => /^(typical|average|normal)$/.test(item.lower)
  const after = rightwards(items, at, 5, (item) => isTypical(item) || item.kind !== 'word')
  const before = leftwards(items, at, 6, (item) => isTypical(item) || item.kind !== 'word')
  return [after, before]
    .filter((found) => items[found]?.kind === 'word')
    .map((found) => timeOf(items[found + 1]?.lower ?? ''))
    .find((time) => time !== undefined)
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
    if (isOfOneOnly(sentence, at, mean)) return []
    const periods = [...totalPeriod(items, at, mean.at).map(near), ...periodsNear(sentence), ...lengths]
    return [{ ...base, total, periods, isTight: isTight(items, mean, at) && !isOneOfTwo(items, at, meanPlaces) }]
  })
}

const near = (period: Period) => ({ period, isNear: true })

/** "In 2023/24 we took 1,428 calls. That is 119 a month": the only figure of the sentence before. */
function carriedTotal(sentence: Sentence, mean: Mean): Pick<StatedMean, 'total' | 'periods'>[] {
  const before = sentence.previous
  const own = sentence.items[mean.at]?.quantity
  const opening = sentence.items.slice(0, 5).map((item) => item.lower)
  const isReferring =
    /^(that|this|which|it|equivalent|on|average)$/.test(opening[0] ?? '') &&
    (opening[0] !== 'on' || /that|this/.test(opening.join(' ')))
  const totals = before?.items.filter((item) => item.quantity && item.quantity.unit === own?.unit) ?? []
  const [total] = totals
  if (!before || !own || !total?.quantity || totals.length !== 1 || !isReferring || total.quantity.shown <= own.shown)
    return []
  if (isOfOneOnly(before, before.items.indexOf(total), mean)) return []
  return [{ total, periods: periodsNear(before) }]
}

const MONTHS: Readonly<Record<string, number>> = { day: 1 / 30, week: 7 / 30, month: 1, quarter: 3, year: 12 }

/** "92 in March 2025, with an average of 84 a month": one month's own figure is no total of months. */
function isOfOneOnly(home: Sentence, at: number, mean: Mean): boolean {
  const months = periodFor(home, at)?.months
  const most = MONTHS[mean.perTime] ?? 0
  const isWithinLonger = home.items.some(({ period }) => period?.kind === 'length' && (period.months ?? 0) > most)
  return months !== undefined && months <= most && !isWithinLonger
}

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
    (item.text === ';' && !/^(that|this|it|which|or)$/.test(items[at + 1]?.lower ?? ''))
  for (let at = mean.at - 1; at >= Math.max(0, mean.at - 22); at -= 1) {
    const item = items[at]
    if (!item || isPast(item, at)) break
    if (isTotal(item, at)) return at
    if (item.quantity && item.quantity.unit === own?.unit && !means.has(at)) break
  }
  const behind = rightwards(items, mean.at, 14, (item) => item.kind === 'quantity' || /^[;.]$/.test(item.text))
  const item = items[behind]
  const hasTotalWord = items
    .slice(mean.at, behind + 4)
    .some(
      (one, nth, all) =>
        /^(total|totalling|altogether|overall|giving|making)$/.test(one.lower) ||
        (one.lower === 'all' && all[nth - 1]?.lower === 'in'),
    )
  const isForYear = items
    .slice(behind + 1, behind + 6)
    .some((one) => one.lower === 'year' || isLongerThan(one.period, mean))
  const isYearly = isForYear || (item?.quantity !== undefined && isLonger(item.quantity, mean))
  return item && (hasTotalWord || isYearly) && isTotal(item, behind) ? behind : undefined
}

/** "8,905 over the 12 months": a named stretch that holds more than one of what the mean is per. */
const isLongerThan = (period: Period | undefined, mean: Mean) =>
  period?.kind === 'length' && (period.months ?? 0) >= 2 * (MONTHS[mean.perTime] ?? 0)

const order = ['hour', 'day', 'week', 'month', 'quarter', 'year']

/** "£120,000 a year, or £10,000 a month": the longer stretch is the total. */
const isLonger = (quantity: Quantity, mean: Mean) =>
  quantity.perTime !== undefined && order.indexOf(quantity.perTime) > order.indexOf(mean.perTime)

/** The period printed right behind the total comes first. */
function totalPeriod(items: Item[], total: number, mean: number): Period[] {
  const until = mean > total ? mean : items.length
  return items.slice(total + 1, until).flatMap((item) => (item.period ? [item.period] : []))
}

const links =
  /^(average|averaging|averages|averaged|mean|equates|equating|equivalent|equal|represents|approximately|that|which|or|is|work|works|worked|are|were|was|came|comes|come|makes|make|gives|give|gave|means|meaning|\()$/

/** Whether words bind the mean to the total: "(an average of", "which equates to", "or … a day". */
function isTight(items: Item[], mean: Mean, total: number): boolean {
  const [from, until] = total < mean.at ? [total, mean.at] : [mean.at, total]
  const between = items.slice(from + 1, until)
  const isAside = /^[,–—:]$/.test(items[until - 1]?.text ?? '')
  const hasLink = isAside || mean.isCalledAverage || between.some((item) => links.test(item.lower))
  const aside = between.findLastIndex((item) => /^[,(–—]$/.test(item.text))
  const hasBreak = between.some(
    (item, nth) =>
      (/^(and|but|while)$/.test(item.lower) || (/^(with|of|from)$/.test(item.lower) && nth > aside)) &&
      !isAverageOf(items, item) &&
      !(item.lower === 'from' && total > mean.at && nth === between.length - 1),
  )
  return hasLink && !hasBreak
}

const isAverageOf = (items: Item[], item: Item) => {
  const at = items.indexOf(item)
  return item.lower === 'of' && /^(?:average|mean|total)$/.test(items[at - 1]?.lower ?? '')
}
