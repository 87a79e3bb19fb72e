import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { leftwards, rightwards, singular } from './claim-words.js'

/** How many of something there are: printed, or the length of a named period. */
export type Counted = { readonly item: Item; readonly shown: number }

/** A mean whose total, or whose number of things, was said in the sentences before it. */
export type MeanApart = {
  readonly mean: Item
  readonly totals: readonly Item[]
  readonly counts: readonly Counted[]
  /** Every other pair of figures of those sentences that it might come of. */
  readonly around: readonly Item[]
  /** Whether the words name what it is the mean for, and that is what was counted. */
  readonly isNamed: boolean
}

const MOST_BACK = 3
const MOST_FIGURES = 16

/** "We had 61 bids and said yes to 26 of them. The lucky groups share £78,000, £3,000 each": the means of a sentence. */
export function meansApart(sentence: Sentence): MeanApart[] {
  const { items } = sentence
  if (items.some((item) => otherwise.test(item.lower))) return []
  return items.flatMap((mean, at): MeanApart[] => {
    const marker = isMeanLike(mean) && !isOfBefore(items, at) ? markerOf(items, at) : undefined
    if (!marker) return []
    const scope = scopeOf(sentence)
    const around = scope.flat().filter((item) => item !== mean && isFigure(item))
    if (around.length > MOST_FIGURES || !isSaidOf(marker, scope)) return []
    const { counts, isNamed } = countsFor(marker, scope, mean)
    const known = new Set(counts.map(({ item }) => item))
    const totals = totalsFor(mean, scope, known)
    const isApart = ![...known, ...totals].every((item) => items.includes(item))
    return isApart && counts.length > 0 && totals.length > 0 ? [{ mean, totals, counts, around, isNamed }] : []
  })
}

const otherwise =
  /^(target|national|nationally|compared|against|than|minimum|maximum|limit|previous|previously|respectively|least|most|largest|smallest|biggest|lowest|highest|median|longest|shortest|asked|sought|requested|wanted|applied)$/

/** "1.85 per case, where a year ago it was 1.79": a mean of an earlier time, set beside the one of now. */
const isOfBefore = (items: readonly Item[], at: number) => {
  const last = items.slice(0, at).findLastIndex(({ quantity }) => quantity)
  const between = items.slice(last + 1, at)
  return (
    last >= 0 && between.some(({ lower, period }) => period?.relation === 'previous' || /^(ago|earlier)$/.test(lower))
  )
}

const isFigure = ({ quantity }: Item) =>
  quantity !== undefined && !quantity.isRange && /^(count|pounds|duration)$/.test(quantity.unit)
const isMeanLike = (item: Item) => isFigure(item) && !/^at-/.test(item.quantity?.approx ?? '') && !item.quantity?.per

/** The sentence and those before it in its paragraph, the nearest first. */
function scopeOf(sentence: Sentence): (readonly Item[])[] {
  const found: (readonly Item[])[] = []
  for (let one: Sentence | undefined = sentence; one && found.length <= MOST_BACK; one = one.previous)
    found.push(one.items)
  return found
}

/** What a figure is the mean for: a named thing, the number right there ("each of the 39"), or whatever was counted. */
type Marker = {
  readonly noun?: string
  readonly of?: string
  readonly spelt?: Item
  readonly time?: Quantity['perTime']
}

const averageWord = /^(average|averages|averaged|averaging|mean)$/
const isMark = (item: Item) => item.quantity !== undefined || /^[.;:()]$/.test(item.text)

function markerOf(items: readonly Item[], at: number): Marker | undefined {
  const own = items[at]?.quantity
  const list = [...items]
  if (own?.perTime) return { time: own.perTime }
  const each = rightwards(list, at, 5, (item) => isMark(item) || /^(each|every|per|apiece)$/.test(item.lower))
  const before = leftwards(
    list,
    at,
    9,
    (item) => isMark(item) || /^(each|every|per)$/.test(item.lower) || averageWord.test(item.lower),
  )
  const spelt = eachOf(items, each) ?? eachBefore(items, at)
  if (spelt) return { spelt }
  if (/^(each|every|per|apiece)$/.test(items[each]?.lower ?? '')) return { ...named(items, each + 1) }
  const article = rightwards(list, at, 2, (item) => isMark(item) || /^(a|an)$/.test(item.lower))
  if (/^(a|an)$/.test(items[article]?.lower ?? '') && items[article + 1]?.kind === 'word')
    return named(items, article + 1)
  if (/^(each|every|per)$/.test(items[before]?.lower ?? '')) return named(items, before + 1)
  if (averageWord.test(items[before]?.lower ?? '')) return ofAverage(items, before)
  return priceOf(items, at)
}

/** "each of the 39", "for every one of our 64". */
function eachOf(items: readonly Item[], at: number): Item | undefined {
  if (!/^(each|every)$/.test(items[at]?.lower ?? '')) return undefined
  const count = rightwards([...items], at, 5, isMark)
  return items[count]?.quantity && items.slice(at, count).some((item) => item.lower === 'of') ? items[count] : undefined
}

/** "For each of the 320 cadets that is £70". */
function eachBefore(items: readonly Item[], at: number): Item | undefined {
  const each = items.slice(0, at).findLastIndex((item) => /^(each|every)$/.test(item.lower))
  const found = eachOf(items, each)
  return found && items.slice(items.indexOf(found) + 1, at).every((item) => !isMark(item)) ? found : undefined
}

const named = (items: readonly Item[], at: number): Marker => {
  const word = items[at]
  return word?.kind === 'word' && !isSmall(word.lower) ? { noun: singular(word.lower) } : {}
}

/** "The mean request was", "the average per officer", "on average". */
function ofAverage(items: readonly Item[], at: number): Marker {
  const after = items[at + 1]
  if (after?.lower === 'per' || after?.lower === 'for')
    return named(items, at + (items[at + 2]?.lower === 'each' ? 3 : 2))
  const isOf =
    items[at - 1]?.lower === 'on' || after?.kind !== 'word' || isSmall(after.lower) || generic.test(after.lower)
  const opening = items
    .slice(0, at)
    .findLast((item, nth, all) => /^(a|an)$/.test(all[nth - 1]?.lower ?? '') && item.kind === 'word')
  if (isOf) return opening && !isSmall(opening.lower) ? { noun: singular(opening.lower) } : {}
  return { of: singular(after.lower) }
}

/** "All in all a visit cost £118.70", "A locker therefore costs £120". */
function priceOf(items: readonly Item[], at: number): Marker | undefined {
  const verb = leftwards([...items], at, 3, (item) =>
    /^(costs?|takes|took|lasted|lasts|earns|earned|brings|brought|needs|gets|got)$/.test(item.lower),
  )
  const article = leftwards(
    [...items],
    verb,
    4,
    (item) => isMark(item) || item.text === ',' || /^(a|an)$/.test(item.lower),
  )
  return verb > 0 && /^(a|an)$/.test(items[article]?.lower ?? '') ? named(items, article + 1) : undefined
}

const generic =
  /^(number|figure|cost|costs|price|amount|sum|size|length|attendance|time|total|wait|age|value|rate|sentence)$/
const isSmall = (word: string) =>
  /^(the|a|an|of|on|in|at|to|by|for|is|was|were|are|had|has|it|its|our|their|this|that|which|so|and|one|time)$/.test(
    word,
  )

/** "The mean request": a mean of something that nobody spoke of is of something else. */
const isSaidOf = ({ of }: Marker, scope: readonly (readonly Item[])[]) =>
  of === undefined ||
  scope.some((items) => items.some((item, at) => isLike(item, of) && !averageWord.test(items[at - 1]?.lower ?? '')))

const isLike = ({ kind, lower }: Item, noun: string) =>
  kind === 'word' &&
  singular(lower).slice(0, 5) === noun.slice(0, 5) &&
  Math.abs(singular(lower).length - noun.length) <= 3

type Counts = { readonly counts: readonly Counted[]; readonly isNamed: boolean }

/** What the mean is shared among: the number that is named so in the nearest sentence, else the only plain numbers there. */
function countsFor(marker: Marker, scope: readonly (readonly Item[])[], mean: Item): Counts {
  const { spelt, time, of } = marker
  if (spelt) return { counts: [counted(spelt)], isNamed: true }
  if (time) return { counts: scope.flatMap((items) => stretchesIn(items, time, mean)), isNamed: true }
  const noun = marker.noun ?? of
  const byName = scope.map((items) => items.filter((item, at) => noun && item !== mean && isCountOf(items, at, noun)))
  const nearest = byName.find((found) => found.length > 0)
  if (nearest) return { counts: nearest.map(counted), isNamed: nearest.length === 1 }
  if (marker.noun) return { counts: [], isNamed: false }
  const plain = scope.map((items) => items.filter((item, at) => item !== mean && isPlainCount(item, items[at + 1])))
  const found = plain.find((counts) => counts.some((item) => !isOnlyTotal(item, mean, scope)))
  return { counts: (found ?? []).filter((item) => !isOnlyTotal(item, mean, scope)).map(counted), isNamed: false }
}

/** "7 open days … 3,780 visitors … the mean attendance": the larger of the only two figures is the total. */
function isOnlyTotal(item: Item, mean: Item, scope: readonly (readonly Item[])[]): boolean {
  const figures = scope.flat().filter((one) => one !== mean && isFigure(one))
  return figures.length === 2 && isOfUnit(item, mean) && figures.every((one) => sizeOf(one) <= sizeOf(item))
}

const counted = (item: Item): Counted => ({ item, shown: item.quantity?.shown ?? 0 })

/** "24 groups", "26 of the lucky groups": the number stands before the plural, or before the word itself. */
function isCountOf(items: readonly Item[], at: number, noun: string): boolean {
  const quantity = items[at]?.quantity
  if (!quantity || quantity.isRange || quantity.shown < 2 || quantity.perTime) return false
  if (quantity.unit === 'duration') return quantity.timeUnit === noun
  if (quantity.unit !== 'count') return false
  const after = items.slice(at + 1, at + 6)
  const stop = after.findIndex((item) => item.kind !== 'word' || /^(per|apiece)$/.test(item.lower))
  if (/^(per|apiece)$/.test(after[stop]?.lower ?? '')) return false
  return (stop < 0 ? after : after.slice(0, stop)).some((item) => isLike(item, noun))
}

const isPlainCount = ({ quantity }: Item, next: Item | undefined) =>
  quantity?.unit === 'count' &&
  !quantity.isRange &&
  !quantity.perTime &&
  quantity.shown >= 2 &&
  Number.isInteger(quantity.shown) &&
  next?.lower !== 'times'

const MONTHS = { hour: 1 / 730.5, day: 1 / 30.4375, week: 12 / 52.1775, month: 1, quarter: 3, year: 12 }

/** "36 weeks", "84 days", "over the four years": as many of what the mean is per as are named. */
export function stretchesIn(items: readonly Item[], time: NonNullable<Quantity['perTime']>, mean: Item): Counted[] {
  return items.flatMap((item): Counted[] => {
    if (item === mean) return []
    if (item.quantity?.timeUnit === time && item.quantity.shown >= 2) return [counted(item)]
    const shown = item.period?.kind === 'length' ? (item.period.months ?? 0) / MONTHS[time] : 0
    return shown >= 2 && Number.isInteger(shown) ? [{ item, shown }] : []
  })
}

/** The amounts of the mean's unit that are larger than it. */
const totalsFor = (mean: Item, scope: readonly (readonly Item[])[], known: ReadonlySet<Item>): readonly Item[] =>
  scope
    .flat()
    .filter(
      (item) =>
        item !== mean &&
        !known.has(item) &&
        isFigure(item) &&
        isOfUnit(item, mean) &&
        sizeOf(item) > sizeOf(mean) * 1.2,
    )

const sizeOf = ({ quantity }: Item) => quantity?.shown ?? 0

function isOfUnit({ quantity }: Item, { quantity: own }: Item): boolean {
  if (!quantity || !own || (quantity.perTime && quantity.perTime === own.perTime)) return false
  if (quantity.unit !== own.unit)
    return own.unit === 'count' && quantity.unit === 'duration' && quantity.timeUnit !== own.perTime
  return quantity.timeUnit === own.timeUnit || own.timeUnit === undefined
}
