import type { Quantity } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import type { DivisionMark } from './division-mark.js'
import { isApart, isCount, isOfWords, isSame, isTotal, people, type Scope, sizeOf } from './division-scope.js'
import { stretchesIn } from './mean-apart.js'

/** How many of something a total may be shared among: printed, or the length of a stretch of time. */
export type DivisionBase = { readonly item?: Item; readonly low: number; readonly high: number }

/**
 * A figure for one of something (or for each 1,000 of it), the totals and the numbers of things that its words allow, and
 * all amounts around of which it might be instead.
 */
export type Division = {
  readonly mean: Item
  readonly per: number
  /** Where per how many it is stands, beside the figure. */
  readonly size?: Item
  readonly totals: readonly Item[]
  /** Every amount of the sentences before that a rate may be of as well. */
  readonly totalsBeside?: readonly Item[]
  readonly bases: readonly DivisionBase[]
  /** Every number farther off that its words allow as well. */
  readonly others: readonly DivisionBase[]
  readonly around: readonly Item[]
  /** The total and the number of things stand in its sentence, and no others could be meant. */
  readonly isFirm: boolean
  /** The text says over how long the total runs. */
  readonly isTimeSaid: boolean
  /** Its figures follow each other in one clause, in whatever order. */
  readonly isClosed?: boolean
}

/** What the total may be shared among: as the nearest words say, and as those farther off do. */
export function basesFor(scope: Scope, mark: DivisionMark): (readonly DivisionBase[])[] {
  if (mark.spelt) return [[baseOf(mark.spelt)]]
  if (mark.time) return [stretches(scope, mark.time, mark.mean)]
  if (mark.per > 1) return populations(scope, mark)
  const ofName = mark.nouns.length > 0 ? everyOf(scope, mark, (items, at) => isNamed(items, at, mark.nouns)) : []
  if (ofName.length > 0 || (mark.nouns.length > 0 && !mark.isAverage)) return ofName
  const words = subjectOf(scope.own, mark)
  const named = everyOf(scope, mark, (items, at) => items !== scope.own && isOfWords(items, at, words))
  const counts = scope.own.filter(
    (item, at) =>
      item !== mark.mean && isBase(item, scope) && !isPartOf(scope.own, at) && isBelowTotal(item, scope.own, mark),
  )
  const own = counts.filter(
    (item) =>
      (!isTotal(scope.own, scope.own.indexOf(item), mark) || named.length === 0) &&
      !isApart(scope.own, mark.mean, item),
  )
  const found = own.length > 0 ? [own.slice(0, 2).map(baseOf), ...named] : named
  return found.length > 0 || mark.isAverage ? found : pointedAt(scope)
}

/** "Paying them costs £735,000, at £52,500 each": the only number of things in the sentence before. */
function pointedAt(scope: Scope): (readonly DivisionBase[])[] {
  const counts = (scope.beside[0] ?? []).filter((item) => isBase(item, scope))
  const isPointing = scope.own.some(({ lower }) => /^(they|them|these|those|their)$/.test(lower))
  return isPointing && counts.length === 1 ? [counts.map(baseOf)] : []
}

/** The numbers that pass, sentence by sentence, the nearest first. */
const everyOf = (
  scope: Scope,
  mark: DivisionMark,
  test: (items: readonly Item[], at: number) => boolean,
): (readonly DivisionBase[])[] =>
  [scope.own, ...scope.beside, ...scope.far, ...scope.named].flatMap((items) => {
    const found = items.filter((item, at) => item !== mark.mean && isBase(item, scope) && test(items, at))
    return found.length > 0 ? [found.slice(0, mark.per > 1 ? 12 : 3).map(baseOf)] : []
  })

/** A number of things that is no mean itself. */
export const isBase = (item: Item, { means }: Scope) =>
  isCount(item) && !means.has(item) && Number.isInteger(item.quantity?.shown)

/** "Twelve of them": of more than the total may be shared among; "there were 156 of them": all. */
const isPartOf = (items: readonly Item[], at: number) =>
  items[at + 1]?.lower === 'of' &&
  /^(them|those|these|whom|which)$/.test(items[at + 2]?.lower ?? '') &&
  !/^(are|were|is|was)$/.test(items[at - 1]?.lower ?? '')

const isNamed = (items: readonly Item[], at: number, nouns: readonly string[]) =>
  nouns.some((noun) => isFollowedBy(items, at, noun) || isBehind(items, at, noun))

/** "44 secondary schools", "12 of our visits". */
function isFollowedBy(items: readonly Item[], at: number, noun: string): boolean {
  const after = items.slice(at + 1, at + 6)
  const stop = after.findIndex((item) => item.kind !== 'word')
  return (stop < 0 ? after : after.slice(0, stop)).some((item) => isSame(item, noun))
}

/** Who has so much each: the words before the figure, back to the amount before its total. */
function subjectOf(items: readonly Item[], { mean }: DivisionMark): readonly Item[] {
  const at = items.indexOf(mean)
  const total = items.slice(0, at).findLastIndex(({ quantity }) => quantity !== undefined)
  const from = items.slice(0, Math.max(0, total)).findLastIndex(({ quantity }) => quantity !== undefined)
  return items.slice(from + 1, at)
}

/** What a rate is of: so many of its thing, or people, and more than it is per; else any such number right by. */
function populations(scope: Scope, mark: DivisionMark): (readonly DivisionBase[])[] {
  const isLarge = (item: Item | undefined) => sizeOf(item) > (/^10+$/.test(String(mark.per)) ? mark.per : 1000)
  const isOfPeople = mark.nouns.length === 0 || mark.nouns.some((noun) => people.test(noun) || people.test(`${noun}s`))
  const named = everyOf(
    scope,
    mark,
    (items, at) =>
      (isLarge(items[at]) && isOfPeople && isPopulation(items, at)) ||
      ((isLarge(items[at]) || !isOfPeople) && isNamed(items, at, mark.nouns)),
  )
  if (named.length > 0) return nearestFirst(scope, mark, named)
  const near = { ...scope, beside: scope.beside.slice(0, 1), far: [], named: [] }
  return everyOf(near, mark, (items, at) => sizeOf(items[at]) >= mark.per * (items === scope.own ? 2 : 10))
}

/** Of those in the sentence of the rate the last one before it, and no others are meant; of those in another the largest. */
function nearestFirst(
  { own }: Scope,
  { mean }: DivisionMark,
  [first = [], ...others]: (readonly DivisionBase[])[],
): (readonly DivisionBase[])[] {
  const places = first.map(({ item }) => (item ? own.indexOf(item) : -1))
  if (!places.every((at) => at >= 0)) {
    const largest = first.toSorted((one, other) => other.high - one.high).slice(0, 1)
    return [largest, first.filter((one) => !largest.includes(one)), ...others]
  }
  const before = places.findLastIndex((at) => at < own.indexOf(mean))
  const nearest = first[Math.max(0, before)]
  return nearest ? [[nearest], first.filter((one) => one !== nearest)] : []
}

/** A number of things beside a larger amount that may be shared among them, or in a sentence without one. */
function isBelowTotal(item: Item, items: readonly Item[], mark: DivisionMark): boolean {
  const totals = items.filter((one, at) => one !== item && one !== mark.mean && isTotal(items, at, mark))
  const isLarger = (one: Item) => one.quantity?.unit !== 'count' || sizeOf(one) > sizeOf(item)
  return totals.length === 0 || totals.some(isLarger)
}

/** "a population of 620,000", "the tax base of 310,000". */
const isBehind = (items: readonly Item[], at: number, noun: string) =>
  items.slice(Math.max(0, at - 4), at).some((item) => isSame(item, noun))

/** "a population of 620,000", "the county's 620,000 people": no other number stands between. */
function isPopulation(items: readonly Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - 5), at)
  const after = items.slice(at + 1, at + 4)
  const end = after.findIndex(({ quantity }) => quantity)
  const near = [
    ...before.slice(before.findLastIndex(({ quantity }) => quantity) + 1),
    ...after.slice(0, end < 0 ? 3 : end),
  ]
  return near.some(({ lower }) => people.test(lower))
}

/** A number of things as what a total is shared among. */
export const baseOf = (item: Item): DivisionBase => {
  const { quantity } = item
  const isPlain = quantity?.approx === undefined || quantity.unit === 'duration'
  const shown = quantity?.shown ?? 0
  return { item, low: isPlain ? shown : (quantity?.low ?? shown), high: isPlain ? shown : (quantity?.high ?? shown) }
}

type Time = NonNullable<Quantity['perTime']>

/** How many of a stretch of time the total may cover: as the nearest words say, else a year. */
function stretches(scope: Scope, time: Time, mean: Item): DivisionBase[] {
  for (const items of [scope.own, ...scope.beside.slice(0, 2)]) {
    const found = [
      ...stretchesIn(items, time, mean).map(({ item, shown }): DivisionBase => ({ item, ...slack(shown, time) })),
      ...items.filter((item, at) => isCount(item) && isCountOfTime(items, at, time)).map(baseOf),
    ]
    if (found.length > 0) return found
  }
  return USUAL[time].map(([low, high]) => ({ low, high }))
}

/** "850 agency weeks". */
const isCountOfTime = (items: readonly Item[], at: number, time: Time) =>
  items[at + 2]?.lower === `${time}s` &&
  items[at + 1]?.kind === 'word' &&
  !/^(in|of|over|for|all|both)$/.test(items[at + 1]?.lower ?? '')

/** Days and weeks of a stretch named in months are not counted to the last. */
const slack = (shown: number, time: Time) =>
  /^(day|week|hour)$/.test(time) ? { low: shown * 0.988, high: shown * 1.012 } : { low: shown, high: shown }

/** A year, and the parts of it for which figures are given. */
const USUAL: Record<Time, readonly (readonly [number, number])[]> = {
  hour: [[8760, 8784]],
  day: [
    [365, 366],
    [181, 184],
    [90, 92],
    [28, 31],
  ],
  week: [
    [52, 52.3],
    [25.9, 26.2],
    [12.9, 13.2],
  ],
  month: [
    [12, 12],
    [9, 9],
    [6, 6],
    [3, 3],
  ],
  quarter: [
    [4, 4],
    [3, 3],
  ],
  year: [],
}
