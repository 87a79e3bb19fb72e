import { timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { isBareOf, isOfRange, isPriceToo, leftwards, rightwards, singular } from './claim-words.js'

/** So many, so much for each, and what that comes to; places in the sentence. Bound: nothing else can be meant; near: "each" stands beside. */
export type Each = { count: number; total: number; mean: number; tie: 'bound' | 'near' | 'loose' }

/**
 * Every amount for one of several things whose number and whose total the sentence gives, in whatever order: "19 groups
 * shared £50,000, £2,600 each", "5,280 pupils in 24 schools, 220 a school", "on average each of our 40 volunteers gave 85
 * hours: 3,400 in all", "48 weeks … 43 a week".
 */
export function eachIn(sentence: Sentence): Each[] {
  const { items } = sentence
  const amounts = items.flatMap((item, at) => (isAmount(item) && items[at - 1]?.lower !== 'every' ? [at] : []))
  const isClosed =
    amounts.length === 3 && !items.some((item) => item.quantity?.unit === 'percent' && !item.quantity.inWords)
  if (amounts.length < 3 || amounts.length > 5 || items.some((item) => otherwise.test(item.lower)) || isOfRange(items))
    return []
  const found = amounts.flatMap((mean) => eachAt(items, amounts, { mean, isClosed }) ?? [])
  return found.length === 1 ? found : []
}

type Asked = { readonly mean: number; readonly isClosed: boolean }

function eachAt(items: Item[], amounts: number[], { mean, isClosed }: Asked): Each | undefined {
  const marker = isLimit(items[mean]) || isPriceToo(items, mean) ? undefined : markerOf(items, mean, amounts)
  if (!marker) return undefined
  const counts = amounts.filter((at) => at !== mean && isCountFor(items, at, marker))
  const count = counts.length === 1 || !isClosed ? counts[0] : smallest(items, counts)
  const total = totalOf(items, amounts, { mean, count, marker })
  if (count === undefined || total === undefined || !(isClosed || marker.noun || marker.isSpelt)) return undefined
  const isOfNoun = marker.isSpelt || (marker.noun !== undefined && items[count]?.quantity?.unit === 'count')
  const tie = isClosed || marker.isSpelt ? tieOf(items, [count, total, mean], isOfNoun) : 'loose'
  return { count, total, mean, tie }
}

type Means = { readonly mean: number; readonly count: number | undefined; readonly marker: Marker }

/** The one amount that the mean may be of; the nearest before it, where the sentence says of how many each is. */
function totalOf(items: Item[], amounts: number[], { mean, count, marker }: Means): number | undefined {
  const totals = amounts.filter((at) => at !== mean && at !== count && isTotalOf(items, at, mean))
  const before = marker.isSpelt ? totals.findLast((at) => at < mean) : undefined
  if (before !== undefined) return before
  return totals.length > 1 ? undefined : totals[0]
}

const isAmount = ({ quantity }: Item) =>
  quantity !== undefined &&
  !quantity.isRange &&
  /^(count|pounds|duration)$/.test(quantity.unit) &&
  quantity.shown > 0 &&
  !(quantity.inWords && quantity.shown === 1)

const isLimit = (item: Item | undefined) => /^at-/.test(item?.quantity?.approx ?? '')

const otherwise =
  /^(target|national|nationally|compared|against|than|rose|risen|fell|fallen|increase|reduction|more|another|further|extra|additional|minimum|maximum|limit|previous|previously|last|respectively)$/

/** Spelt: the sentence says of how many each is, right behind the amount: "40 for each of the 340 cadets". */
type Marker = { readonly noun?: string; readonly counted?: number; readonly isSpelt?: boolean }

/** What makes a figure an amount for each: "12 each", "£310 per sensor", "220 a school", "an average of 62", "each of our 40 … 85". */
function markerOf(items: Item[], at: number, amounts: number[]): Marker | undefined {
  const own = items[at]?.quantity
  const after = items.slice(at + 1, at + 5)
  const stop = after.findIndex((item) => item.kind === 'quantity' || /^[,.;:()]$/.test(item.text))
  const near = stop < 0 ? after : after.slice(0, stop)
  const each = near.findIndex(
    (item, nth) => /^(each|apiece|per|every|a|an)$/.test(item.lower) && (nth > 0 || own?.unit !== 'duration'),
  )
  if (own?.perTime) return { noun: own.perTime }
  const spelt = eachOfBehind(items, at)
  if (spelt !== undefined && amounts.includes(spelt)) return { counted: spelt, isSpelt: true }
  const noun = singular(near[each + 1]?.lower ?? '')
  const named = [each >= 0 ? noun : '', perBefore(items, at)].find((one) => isNamed(items, one, amounts, at))
  if (named) return { noun: named }
  const beside = [items[at - 1]?.lower ?? '', items[at + 1]?.lower ?? '', near[each]?.lower ?? '']
  if (beside.some((one) => /^(each|apiece)$/.test(one)) || isForEvery(items, at)) return {}
  const counted = amounts.find((one) => one < at && (isEachOf(items, one) || isLotOf(items, one, at)))
  if (counted !== undefined) return { counted }
  return isCalledAverage(items, at) ? {} : undefined
}

/** "40 for each of the 340 cadets", "400 on each of the 366 days": where the number of things stands. */
function eachOfBehind(items: Item[], at: number): number | undefined {
  const each = rightwards(items, at, 5, (item) => /^(each|every)$/.test(item.lower) || item.kind !== 'word')
  if (!/^(each|every)$/.test(items[each]?.lower ?? '')) return undefined
  const count = rightwards(items, each, 5, (item) => item.kind !== 'word')
  const between = items.slice(each + 1, count).map((item) => item.lower)
  return between.includes('of') && items[count]?.quantity ? count : undefined
}

const isForEvery = (items: Item[], at: number) => items[at - 1]?.lower === 'every' && items[at - 2]?.lower === 'for'

/** A stretch of time, or the name of what another amount counts. */
const isNamed = (items: Item[], noun: string, amounts: number[], at: number) =>
  noun !== '' && (timeOf(noun) !== undefined || amounts.some((one) => one !== at && isCountFor(items, one, { noun })))

/** "Per officer, 18 crimes were …": what the amount is for stands before it. */
function perBefore(items: Item[], at: number): string {
  const per = leftwards(items, at, 4, (item) => item.lower === 'per' || item.kind === 'quantity')
  const isOpening = items[per]?.lower === 'per' && items[per - 1]?.kind !== 'word'
  return isOpening ? singular(items[per + 1]?.lower ?? '') : ''
}

/** "each of our 40 volunteers", "every one of the 24", "the average of the 16 awards". */
const isEachOf = (items: Item[], at: number) =>
  /\b(?:(?:each|every) of|every one of|(?:average|mean) of (?:the|our|these|those|all))\b/.test(
    items
      .slice(Math.max(0, at - 4), at)
      .map((item) => item.lower)
      .join(' '),
  )

/** "nine awards of £7,500", "22 sensors at £310". */
const isLotOf = (items: Item[], count: number, at: number) =>
  items[at]?.quantity?.unit === 'pounds' &&
  at - count >= 3 &&
  at - count <= 5 &&
  /^(of|at|worth)$/.test(items[at - 1]?.lower ?? '') &&
  /[a-z]s$/.test(items[at - 2]?.lower ?? '') &&
  items[count]?.quantity?.unit === 'count'

const averageWord = /^(average|averages|averaged|averaging|mean)$/

/** "a unit cost of £650", "equal shares of £6,000". */
const isForOne = (items: Item[], at: number) =>
  leftwards(items, at, 3, (item) => /^(unit|equal)$/.test(item.lower)) >= 0 &&
  leftwards(items, at, 2, (item) => /^(costs?|prices?|shares?|parts|amounts|sums)$/.test(item.lower)) >= 0

function isCalledAverage(items: Item[], at: number): boolean {
  if (isForOne(items, at)) return true
  const stops = (item: Item) => averageWord.test(item.lower) || item.kind === 'quantity' || /^[;.]$/.test(item.text)
  const before = leftwards(items, at, 7, stops)
  const after = rightwards(items, at, 4, stops)
  return [before, after].some((place) => averageWord.test(items[place]?.lower ?? ''))
}

/** The count stands before the plural of what the amount is for, or is the only plain count left. */
function isCountFor(items: Item[], at: number, { noun, counted }: Marker): boolean {
  const { quantity } = items[at] ?? {}
  if (counted !== undefined) return at === counted
  if (noun === undefined) return /^(count|duration)$/.test(quantity?.unit ?? '') && isSeveral(quantity)
  if (quantity?.timeUnit && quantity.unit === 'duration') return quantity.timeUnit === noun
  if (isOfPeople(noun)) return items.slice(Math.max(0, at - 3), at + 3).some((item) => isPeople(item.lower))
  const after = items.slice(at + 1, at + 5)
  const stop = after.findIndex((item) => item.kind !== 'word')
  const words = (stop < 0 ? after : after.slice(0, stop)).map((item) => item.lower)
  return words.some((word) => word.length > noun.length && singular(word) === noun) && (quantity?.shown ?? 0) >= 2
}

const isSeveral = (quantity: Item['quantity']) => (quantity?.shown ?? 0) >= 2 && !quantity?.perTime

const isOfPeople = (noun: string) => /^(head|person|resident|capita|inhabitant)$/.test(noun)
const isPeople = (word: string) =>
  /^(population|people|residents|inhabitants|persons|staff|officers|employees|members)$/.test(word)

const smallest = (items: Item[], places: number[]) =>
  places.toSorted((a, b) => (items[a]?.quantity?.shown ?? 0) - (items[b]?.quantity?.shown ?? 0))[0]

function isTotalOf(items: Item[], at: number, mean: number): boolean {
  const [total, own] = [items[at]?.quantity, items[mean]?.quantity]
  if (!total || !own || total.shown <= own.shown) return false
  if (isBareOf(items, mean, total)) return true
  return (
    total.unit === own.unit &&
    total.timeUnit === own.timeUnit &&
    !(total.perTime && timeOf(total.perTime) === own.perTime)
  )
}

function tieOf(items: Item[], places: readonly number[], isOfNoun: boolean): Each['tie'] {
  if (isOfNoun || isTold(items, places)) return 'bound'
  return isJoined(items, Math.min(...places), Math.max(...places)) ? 'loose' : 'near'
}

/** Of one unit only words of a total or a mean tie three counts; of several units, that nothing stands between them. */
function isTold(items: Item[], places: readonly number[]): boolean {
  const units = new Set(places.map((at) => items[at]?.quantity?.unit))
  const isSummed = items.some((item) =>
    /^(all|total|altogether|making|average|averaging|giving|so|every)$/.test(item.lower),
  )
  const isComeTo = items.some(
    (item, at) => /^(came|comes|come)$/.test(item.lower) && items[at + 1]?.lower === 'to' && places.includes(at + 2),
  )
  return isComeTo || ((units.size > 1 || isSummed) && !isJoined(items, Math.min(...places), Math.max(...places)))
}

const isJoined = (items: Item[], from: number, until: number) =>
  items.slice(from + 1, until).some((item) => /^(and|but|while|whereas)$/.test(item.lower))
