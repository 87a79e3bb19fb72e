import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { singular } from './claim-words.js'
import type { DivisionMark } from './division-mark.js'

/** The amounts of the sentence, those right beside it, and those farther off, the nearest first. */
export type Scope = {
  readonly own: readonly Item[]
  /** The figures of the sentence that are themselves for one of something. */
  readonly means: ReadonlySet<Item>
  readonly beside: readonly (readonly Item[])[]
  readonly far: readonly (readonly Item[])[]
  /** Those so far off that only their name can tie them. */
  readonly named: readonly (readonly Item[])[]
}

const BACK = 24
const AHEAD = 2
const BESIDE = 2
const FAR = 8

export function around(sentences: readonly Sentence[], at: number): Pick<Scope, 'beside' | 'far' | 'named'> {
  const back = sentences.slice(Math.max(0, at - BACK), at).toReversed()
  const ahead = sentences.slice(at + 1, at + 1 + AHEAD)
  const items = (list: readonly Sentence[]) => list.map((one) => one.items)
  return {
    beside: items([...back.slice(0, BESIDE), ...ahead.slice(0, 1)]),
    far: items([...back.slice(BESIDE, FAR), ...ahead.slice(1)]),
    named: items(back.slice(FAR)),
  }
}

/** An amount of people, things, money or time. */
export const isFigure = ({ quantity }: Item) =>
  quantity !== undefined &&
  !quantity.isRange &&
  quantity.per === undefined &&
  /^(count|pounds|duration)$/.test(quantity.unit)

/** A whole number of things. */
export const isCount = ({ quantity }: Item) =>
  quantity?.unit === 'count' && !quantity.isRange && !quantity.perTime && quantity.shown >= 2

/** The size of an amount; nothing is none. */
export const sizeOf = (item: Item | undefined) => item?.quantity?.shown ?? 0

export function isTotal(items: readonly Item[], at: number, { mean, per, time }: DivisionMark): boolean {
  const quantity = items[at]?.quantity
  const own = mean.quantity
  if (!quantity || !own || quantity.isRange || quantity.per || quantity.inWords) return false
  if (per > 1) return isWhole(quantity) && quantity.shown !== per
  if (quantity.perTime && (quantity.perTime === own.perTime || quantity.perTime === time)) return false
  return (isOfUnit(quantity, own) || isOfTime(items, at, own)) && quantity.shown > own.shown * 1.2
}

const isWhole = ({ unit, perTime, precision }: Quantity) => unit === 'count' && !perTime && precision >= 1

const isOfUnit = (total: Quantity, own: Quantity) =>
  total.unit === own.unit
    ? total.timeUnit === own.timeUnit || own.timeUnit === undefined
    : own.unit === 'count' && total.unit === 'duration'

/** "486 volunteer hours", "14,600 of those": hours that are counted. */
const isOfTime = (items: readonly Item[], at: number, own: Quantity) =>
  own.unit === 'duration' &&
  items[at]?.quantity?.unit === 'count' &&
  items
    .slice(at + 1, at + 4)
    .some(({ lower }) => singular(lower) === own.timeUnit || /^(those|these|them)$/.test(lower))

/** Whether a word names a thing, in the plural or not. */
export const isSame = ({ kind, lower }: Item, noun: string) => kind === 'word' && singular(lower) === noun

/** The plurals right behind a number: "2,318 officers", "1,164 house burglaries". */
export function nounsBehind(items: readonly Item[], at: number): string[] {
  const after = items.slice(at + 1, at + 4)
  const stop = after.findIndex((item) => item.kind !== 'word' || small.test(item.lower))
  const words = (stop < 0 ? after : after.slice(0, stop)).map(({ lower }) => lower)
  return words.filter((word) => (word.length > 4 && word.endsWith('s')) || people.test(word)).map(singular)
}

const small = /^(of|in|on|at|to|by|for|and|or|was|were|are|had|have|from|with|the|a|an|this|that|who|which)$/

/** Words for those whom a rate is of. */
export const people =
  /^(population|people|staff|residents|inhabitants|persons|households|homes|dwellings|properties|premises|citizens|adults|children)$/

/** Whether the thing that a number counts is spoken of in the sentence. */
export function isOfWords(items: readonly Item[], at: number, sentence: readonly Item[]): boolean {
  const words = nounsBehind(items, at)
  return words.some((word) => sentence.some((item) => isSame(item, word)))
}

/** Whether the thing that a number counts, or that it is said of, is spoken of in the sentence. */
export const isSaidOf = (items: readonly Item[], at: number, sentence: readonly Item[]): boolean =>
  isOfWords(items, at, sentence) || pluralsBefore(items, at).some((word) => sentence.some((item) => isSame(item, word)))

/** Whether a number counts, or is said of, one of these things. */
export const namesAny = (items: readonly Item[], at: number, things: readonly string[]): boolean =>
  [...nounsBehind(items, at), ...pluralsBefore(items, at)].some((word) => things.includes(word))

/** The plurals before a number, back to another number or mark. */
function pluralsBefore(items: readonly Item[], at: number): string[] {
  const before = items.slice(Math.max(0, at - 8), at)
  const from = before.findLastIndex((item) => item.quantity !== undefined || /^[.;:()]$/.test(item.text)) + 1
  return before.slice(from).flatMap(({ lower, kind }) => (kind === 'word' && isPlural(lower) ? [singular(lower)] : []))
}

/** Whether another thought begins between two parts of a sentence. */
export const isApart = (items: readonly Item[], from: Item, until: Item): boolean =>
  items
    .slice(items.indexOf(from), Math.max(0, items.indexOf(until)))
    .some(({ lower }) => /^(and|but|while|whereas|with|;|\.)$/.test(lower))

const isPlural = (word: string) => word.length > 4 && word.endsWith('s') && !/(ss|us|is)$/.test(word)
