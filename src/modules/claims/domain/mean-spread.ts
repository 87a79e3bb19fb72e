import type { Quantity, Span } from '#modules/quantities/index.js'
import { timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { singular } from './claim-words.js'

/**
 * A figure that words say is for one of something (a month, a shop, a sitting), the larger figures that it may be of, and
 * how many of those there are: "month by month the 208 averaged 17.3", "our 14 shops sold 5,880, so a shop sold 420".
 */
export type Spread = {
  readonly mean: Item
  readonly totals: readonly Item[]
  readonly counts: readonly SpreadOver[]
  /** The total stands in the sentence of the mean, and is the only one there. */
  readonly isClose: boolean
  /** Every other figure of the sentences that the total may be spread over instead. */
  readonly around: readonly Item[]
}

/** Over how many a total may be spread; said by the text, or a year of which nobody spoke. */
export type SpreadOver = Span & { readonly words: string; readonly isSaid: boolean; readonly item?: Item }

/** A stretch of time that a figure may be per. */
export type Time = NonNullable<Quantity['perTime']>

const adjectives =
  /^(ordinary|typical|average|usual|normal|given|single|calendar|working|sitting|open|busy|quiet|member|local)$/
const openers = /^(by|per|each|every|a|an|any)$/
const ofTime = { monthly: 'month', weekly: 'week', daily: 'day', quarterly: 'quarter', yearly: 'year' } as const
const averaged = /^(average|averages|averaged|averaging|mean)$/
/** What sets a figure against others, or takes it out of the common run. */
const otherwise =
  /^(target|targets|national|nationally|regional|regionally|than|compared|against|versus|limit|minimum|maximum|least|most|capacity|record|busiest|quietest|peak|latest|median|next|aim|aims|previous|previously|between|up|down|plus|extra|further|additional|included|including|if|until|alone)$/

/** Every figure of a sentence that is said to be for one of something. */
export function spreadIn(sentence: Sentence): Spread[] {
  const { items } = sentence
  return items.flatMap((mean, at): Spread[] => {
    if (!isAmount(mean) || mean.quantity?.approx === 'at-least' || mean.quantity?.approx === 'at-most') return []
    const clause = clauseAt(items, at)
    if (clause.some(({ lower }) => otherwise.test(lower))) return []
    const marker = markerAt(items, clause, at)
    if (!marker) return []
    const counts = countsFor(marker, sentence, mean)
    const known = new Set(counts.flatMap(({ item }) => item ?? []))
    const own = totalsIn(items, mean, known)
    const totals = own.length > 0 ? own : totalsIn(sentence.previous?.items ?? [], mean, known)
    if (totals.length === 0 || counts.length === 0 || !isAlone(items, mean, new Set([...known, ...totals]))) return []
    if (own.some((total) => isApartFrom(items, at, total))) return []
    const around = nearby(sentence).filter((item) => item !== mean && isAmount(item) && !totals.includes(item))
    return [{ mean, totals, counts, around, isClose: own.length === 1 }]
  })
}

/** No other amount of its kind stands in the sentence, of which the total might be made up. */
const isAlone = (items: readonly Item[], mean: Item, known: ReadonlySet<Item>) =>
  !items.some(
    (item) =>
      item !== mean &&
      !known.has(item) &&
      isAmount(item) &&
      !item.quantity?.perTime &&
      item.quantity?.unit === mean.quantity?.unit,
  )

/** "40 cases a month, and of 1,120 opened …": a total behind its mean, but in another thought. */
function isApartFrom(items: readonly Item[], at: number, total: Item): boolean {
  const between = items.slice(at + 1, Math.max(at, items.indexOf(total)))
  return between.some(({ lower }) => /^(and|but|while|whereas|with|;|\.)$/.test(lower))
}

const isAmount = ({ quantity }: Item) =>
  quantity !== undefined && !quantity.isRange && !quantity.per && /^(count|pounds|duration)$/.test(quantity.unit)

/** The words about a figure, up to a full stop or a semicolon. */
function clauseAt(items: readonly Item[], at: number): readonly Item[] {
  const ends = (item: Item) => /^[.;]$/.test(item.text)
  const from = items.slice(0, at).findLastIndex(ends) + 1
  const stop = items.slice(at).findIndex(ends)
  return items.slice(from, stop < 0 ? items.length : at + stop)
}

/** For one of what: a stretch of time, a thing by its name, or whatever the sentence spreads it over. */
type Marker = { readonly time?: Time; readonly noun?: string; readonly isOpen?: boolean }

function markerAt(items: readonly Item[], clause: readonly Item[], at: number): Marker | undefined {
  const time = items[at]?.quantity?.perTime ?? adverbIn(items, at)
  if (time) return { time }
  const mean = items[at] ? clause.indexOf(items[at]) : -1
  const noun = clause.flatMap((_, nth) => (isTied(clause, nth, mean) ? (nounAt(clause, nth) ?? []) : [])).at(0)
  if (noun) return timeNamed(noun) ? { time: timeNamed(noun) as Time } : { noun }
  const isMean = items.slice(Math.max(0, at - 6), at + 4).some(({ lower }) => averaged.test(lower))
  return isMean || isAsideBehind(items, at) ? { isOpen: true } : undefined
}

/** No other figure's own "a month", and no more than the total between such words and the figure. */
function isTied(clause: readonly Item[], nth: number, mean: number): boolean {
  const isOwned = [nth - 1, nth - 2, nth - 3].some((at) => at !== mean && clause[at]?.quantity?.perTime)
  if (isOwned || (clause[nth - 1]?.quantity && nth - 1 !== mean)) return false
  const between = clause.slice(Math.min(nth, mean) + 1, Math.max(nth, mean)).filter(({ quantity }) => quantity)
  return between.length <= (nth < mean ? 1 : 0)
}

const timeNamed = (word: string) => (word.endsWith('s') ? undefined : timeOf(word))

/** "a monthly 21,900", "1,830 monthly", "Weekly: £141". */
function adverbIn(items: readonly Item[], at: number): Time | undefined {
  const near = items.slice(Math.max(0, at - 7), at + 3).map(({ lower }) => lower)
  const word = near.find((one): one is keyof typeof ofTime => one in ofTime)
  return word && ofTime[word]
}

/** "by month", "per sitting day", "in an ordinary month", "week in, week out": what stands behind such words. */
function nounAt(clause: readonly Item[], nth: number): string | undefined {
  const [item, next, third] = [clause[nth], clause[nth + 1], clause[nth + 2]]
  if (!item || !next || next.kind !== 'word') return undefined
  const isRepeat =
    timeNamed(item.lower) &&
    /^(by|in|after)$/.test(next.lower) &&
    clause.slice(nth + 1, nth + 4).some((one) => one.lower === item.lower)
  if (isRepeat) return item.lower
  const isUsual = item.lower === 'the' && /^(ordinary|typical|average|usual|normal)$/.test(next.lower)
  if (!openers.test(item.lower) && !isUsual) return undefined
  const noun = adjectives.test(next.lower) && third?.kind === 'word' ? third.lower : next.lower
  return isName(noun) ? singular(noun) : undefined
}

const isName = (word: string) =>
  word.length > 2 &&
  !averaged.test(word) &&
  !/^(the|of|one|single|total|further|fall|rise|drop|year's|third|quarter's|half|few|little|lot|number|time|cost|rate|fifth|tenth)$/.test(
    word,
  )

/** "48 (528 over the twelve months)". */
const isAsideBehind = (items: readonly Item[], at: number) =>
  items[at + 1]?.text === '(' &&
  items.slice(at + 2, at + 5).some((item, nth, all) => item.quantity && all[nth + 1]?.period?.kind === 'length')

/** The sentence, its lead-in and the sentence before. */
const scopeOf = (sentence: Sentence, mean: Item): (readonly Item[])[] =>
  [sentence.items, sentence.leadIn?.items ?? [], sentence.previous?.items ?? []].map((items) =>
    items.filter((item) => item !== mean),
  )

/** All that a sentence and the five before it hold. */
function nearby(sentence: Sentence | undefined): Item[] {
  const found: Item[] = []
  let one = sentence
  for (let far = 0; one && far <= 5; far += 1) {
    found.push(...one.items)
    one = one.previous
  }
  return found
}

const MONTHS: Record<Time, number> = {
  hour: 1 / 730.5,
  day: 12 / 365.25,
  week: 12 / 52.1775,
  month: 1,
  quarter: 3,
  year: 12,
}

function countsFor({ time, noun, isOpen }: Marker, sentence: Sentence, mean: Item): SpreadOver[] {
  const scope = scopeOf(sentence, mean)
  const before = nearby(sentence.previous?.previous)
  if (noun) return firstFound([...scope, before], (items) => namedCounts(items, noun))
  const stretches = firstFound(scope, (items) => lengthsIn(items))
  if (isOpen)
    return stretches.flatMap(({ months }) =>
      months % 12 === 0 && months > 12 ? over(months, 'year') : over(months, 'month'),
    )
  if (!time) return []
  const said = [
    ...stretches.flatMap(({ months }) => over(months, time)),
    ...firstFound(scope, (items) => items.flatMap((item, at) => bareCount(items, item, at, time))),
  ]
  return said.length > 0 || mean.quantity === undefined
    ? said
    : over(12, time).map((one) => ({ ...one, isSaid: false }))
}

function firstFound<T>(scope: readonly (readonly Item[])[], find: (items: readonly Item[]) => T[]): T[] {
  return scope.map(find).find((found) => found.length > 0) ?? []
}

/** "24 groups", "nineteen of our wardens": counts of the things that the figure is for one of. */
const namedCounts = (items: readonly Item[], noun: string): SpreadOver[] =>
  items.flatMap((item, at): SpreadOver[] => {
    const { quantity } = item
    if (!quantity || quantity.isRange || quantity.shown < 2 || !/^(count|duration)$/.test(quantity.unit)) return []
    const after = items.slice(at + 1, at + 5)
    const stop = after.findIndex((one) => one.kind !== 'word')
    const names = (stop < 0 ? after : after.slice(0, stop)).slice(0, 3)
    if (!names.some(({ lower }) => lower.endsWith('s') && singular(lower) === noun)) return []
    return [{ low: quantity.low, high: quantity.high, words: item.text, isSaid: true, item }]
  })

/** "the 52 weeks", "in the twelve": as many of the stretch itself. */
function bareCount(items: readonly Item[], item: Item, at: number, time: Time): SpreadOver[] {
  const { quantity } = item
  if (!quantity || quantity.isRange || quantity.shown < 2) return []
  const isOfTime = quantity.timeUnit === time && quantity.unit === 'duration'
  const isBare = items[at - 1]?.lower === 'the' && quantity.inWords && /^([.,;)])?$/.test(items[at + 1]?.text ?? '')
  if (!isOfTime && !isBare) return []
  return [{ low: quantity.shown, high: quantity.shown, words: item.text, isSaid: true, item }]
}

/** The stretches of time that are named, each length once: as a whole, or as a list of months. */
export function lengthsIn(items: readonly Item[]): { months: number }[] {
  const listed = new Set(items.flatMap(({ text }) => (monthName.test(text) ? [text] : []))).size
  const named = items.flatMap((item, at) => stretchAt(items, item, at))
  const all = listed > 1 && named.length === 0 ? [listed] : named
  return [...new Set(all)].map((months) => ({ months }))
}

const monthName = /^(January|February|March|April|May|June|July|August|September|October|November|December)$/

/** How many months a stretch of time has that is named as a whole. */
function stretchAt(items: readonly Item[], { period, lower, kind }: Item, at: number): number[] {
  if (period && /^(length|months)$/.test(period.kind) && period.months) return [period.months]
  if (kind !== 'word' || /^(a|an|per|each|every|last|by)$/.test(items[at - 1]?.lower ?? '')) return []
  if (lower === 'year') return items[at - 1]?.text === '-' ? [6] : [12]
  return lower === 'quarter' && items[at - 1]?.lower === 'the' ? [3] : []
}

/** For which stretch of time a sentence says that its figures are: "each month", "monthly", "an average week". */
export function timeSaid(items: readonly Item[]): Time | undefined {
  const found = items.findIndex(({ lower }, at) => (timeNamed(lower) && isOpening(items, at)) || lower in ofTime)
  const word = items[found]?.lower ?? ''
  return timeNamed(word) ?? ofTime[word as keyof typeof ofTime]
}

const isOpening = (items: readonly Item[], at: number) =>
  openers.test(items[at - 1]?.lower ?? '') || adjectives.test(items[at - 1]?.lower ?? '')

/** How many of a unit a stretch holds; of days and weeks not to the last. */
export function over(months: number, time: Time): SpreadOver[] {
  const count = months / MONTHS[time]
  if (count < 1.9) return []
  const slack = /^(month|quarter|year)$/.test(time) ? 0 : count * 0.004
  const words = months === 12 ? 'a year' : `${months} months`
  return [{ low: count - slack, high: count + slack, words, isSaid: true }]
}

/** The larger amounts of the mean's kind. */
const totalsIn = (items: readonly Item[], mean: Item, known: ReadonlySet<Item>): Item[] =>
  items.filter(
    (item) =>
      item !== mean &&
      !known.has(item) &&
      isAmount(item) &&
      !item.quantity?.perTime &&
      item.quantity?.unit === mean.quantity?.unit &&
      item.quantity?.timeUnit === mean.quantity?.timeUnit &&
      (item.quantity?.shown ?? 0) > (mean.quantity?.shown ?? 0) * 1.5,
  )
