import { comparedUnit, type Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'

/** How firmly words tie figures to one sum: as parts of a whole, by what stands right beside them, or somewhere near. */
type Tied = 'wholly' | 'firmly' | 'loosely'

/**
 * Figures near each other of which one may be what the others come to. `isClosed`: they are all the figures of their kind in
 * the sentence.
 */
export type NearSum = {
  /** Where it is printed: a hundred per cent is not. */
  readonly whole?: Item
  readonly size: Quantity
  readonly parts: readonly Item[]
  /** Those of the parts that are taken off. */
  readonly less?: readonly Item[]
  readonly tied: Tied
  readonly isClosed: boolean
}

/**
 * Amounts of one unit that a sentence lists, as its only ones, whose whole stands behind them ("…, of 43,800") or in what was
 * said before; places in the sentence. `pointsBack`: its subject is what was counted before.
 */
export type PartsListed = {
  readonly parts: readonly number[]
  readonly whole?: number
  readonly pointsBack: boolean
}

const [FEWEST, MOST, WIDEST] = [3, 9, 9]

/** The one list of amounts that a sentence is, where it is one. */
export function partsListed({ items }: Sentence): PartsListed | undefined {
  const amounts = items.flatMap(({ quantity }, at) =>
    isPlainAmount(quantity) || (quantity && isLength(quantity)) ? [at] : [],
  )
  const whole = wholeBehind(items, amounts)
  const parts = amounts.filter((at) => at !== whole)
  const units = new Set(amounts.map((at) => comparedUnit(items[at]?.quantity)))
  if (parts.length < FEWEST || parts.length > MOST || units.size !== 1) return undefined
  const isLoose = (item: Item, at: number) => otherwise.test(item.lower) || isMoveAt(items, at)
  if (items.some((item, at) => isLoose(item, at) || item.quantity?.isRange || item.quantity?.per)) return undefined
  const gaps = parts.slice(1).map((at, nth) => items.slice((parts[nth] ?? 0) + 1, at))
  if (!gaps.every(isLink) || new Set(parts.map((at) => items[at]?.quantity?.shown)).size < 2) return undefined
  const lead = items.slice(0, parts[0]).map(({ lower }) => lower)
  const pointsBack = /^(they|these|those|them|it|of)$/.test(lead[0] ?? '')
  return { parts, pointsBack, ...(whole === undefined ? {} : { whole }) }
}

/** "Up 12", "from 40", "against the last year", "about 30": words that set figures against each other where one stands behind. */
export const isMoveAt = (items: readonly Item[], at: number) =>
  /^(up|down|against|from|about|around|between|by)$/.test(items[at]?.lower ?? '') &&
  items
    .slice(at + 1, at + 3)
    .some(({ quantity, period, lower }) => quantity || period || /^(last|target|budget)$/.test(lower))

/** An exact number of things or sum of money, per nothing. */
export const isPlainAmount = (quantity: Quantity | undefined) =>
  quantity !== undefined &&
  /^(count|pounds)$/.test(quantity.unit) &&
  !quantity.isRange &&
  !quantity.per &&
  !quantity.perTime &&
  (!quantity.approx || isSome(quantity))

/** "Some 2,940 people", which is no rounding. */
const isSome = ({ text, shown }: Quantity) => /^some /i.test(text) && shown % 100 !== 0 && shown > 100

/** A number of days, weeks or hours, exact and per nothing. */
export const isLength = ({ unit, isRange, approx, perTime, timeUnit }: Quantity) =>
  unit === 'duration' && !isRange && !approx && !perTime && !/^(year|quarter|month)$/.test(timeUnit ?? '')

/** "…, and other 8,760, of 43,800": a whole behind its parts. */
function wholeBehind(items: readonly Item[], amounts: readonly number[]): number | undefined {
  const last = amounts.at(-1) ?? -1
  const before = amounts.at(-2) ?? -1
  const lead = items.slice(before + 1, last).map(({ lower }) => lower)
  const isOf = /(?:^|, )(?:out )?of(?: (?:the|all|our|those|these))?$/.test(lead.slice(-4).join(' '))
  const sizes = amounts.map((at) => items[at]?.quantity?.shown ?? 0)
  const isLarger = sizes.slice(0, -1).every((size, _, all) => size < (sizes.at(-1) ?? 0) || all.length < FEWEST)
  return isOf && isLarger ? last : undefined
}

/** Words that set figures against each other, or say that they are but some. */
const otherwise =
  /^(than|compared|rose|fell|each|every|per|average|averaged|mean|including|includes|included|example|respectively|target|minus|less|more|fewer|was|while|whereas|then|now|times|year|years|month|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** A comma, a semicolon or "and" with the name of a part. */
const isLink = (gap: readonly Item[]) =>
  gap.length > 1 &&
  gap.length <= WIDEST &&
  gap.some(({ lower }) => /^(,|;|and|plus|&)$/.test(lower)) &&
  gap.some(({ kind }) => kind === 'word') &&
  gap.every(({ text, period }) => !period && !/^[.:]$/.test(text))
