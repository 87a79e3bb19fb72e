import { comparedUnit, type Period } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { isConnected } from './claim-words.js'

/** 1 when the first of two levels is of the earlier period, -1 when the second is, 0 when the text does not say. */
export const orderInTime = (items: Item[], first: number, second: number): -1 | 0 | 1 =>
  inOrder(ownPeriod(items, first), ownPeriod(items, second))

/** The period of one of several levels: behind it in its own clause, else before it in its clause. */
export function ownPeriod(items: Item[], at: number): Period | undefined {
  for (let next = at + 1; next < Math.min(items.length, at + 9); next += 1) {
    const item = items[next]
    if (!item || item.kind === 'quantity' || /^([;,.]|and|but|while|to)$/.test(item.text)) break
    if (item.period && item.period.kind !== 'since') return item.period
  }
  for (let next = at - 1; next >= Math.max(0, at - 16); next -= 1) {
    const item = items[next]
    if (!item || item.kind === 'quantity' || item.text === ';') return undefined
    if (item.period && item.period.kind !== 'since') return item.period
  }
  return undefined
}

/** 1 when the first period is the earlier, -1 when the second is, 0 when the text does not say. */
function inOrder(first: Period | undefined, second: Period | undefined): -1 | 0 | 1 {
  if (!first || !second || first.key === second.key) return 0
  if (first.from !== undefined && second.from !== undefined && first.months === second.months) {
    return first.from < second.from ? 1 : -1
  }
  if (second.relation === 'previous' && first.relation !== 'previous') return -1
  return first.relation === 'previous' && second.relation !== 'previous' ? 1 : 0
}

const opposing =
  /^(against|versus|than|compared|after|becoming|became|becomes|then|now|before|previously|ago|earlier|last|where|was|were|is)$/
const leading = /^(to|at|from|on)$/
const CLOSE = 12

/** Of the levels of its thought the nearest two, where one of them stands beside it and words set them against each other. */
export function closedPair(items: readonly Item[], at: number, levels: readonly number[]): readonly number[] {
  const pairs = levels.flatMap((level, nth) => {
    const next = levels[nth + 1]
    if (
      next === undefined ||
      next - level > CLOSE ||
      comparedUnit(items[level]?.quantity) !== comparedUnit(items[next]?.quantity)
    )
      return []
    const between = items.slice(level + 1, next)
    const isParted = between.some(
      ({ lower, quantity }, nth) =>
        /^(while|whilst|whereas|but|although|though|with)$/.test(lower) ||
        (lower === '(' && level + 1 + nth < at && at < next) ||
        (quantity && level + 1 + nth !== at && /^(percent|points)$/.test(quantity.unit)),
    )
    const isOpposed =
      !isParted &&
      (between.some(({ lower, period }) => period || opposing.test(lower)) ||
        between.slice(-2).some(({ lower }) => leading.test(lower)) ||
        isAside(items, level, next))
    const nearest = at > next ? next : level
    const isBeside = at > level - CLOSE && at < next + CLOSE && isConnected([...items], at, nearest)
    return isOpposed && isBeside ? [[level, next]] : []
  })
  const apart = ([first = 0, second = 0]: readonly number[]) => (at < first ? first - at : Math.max(0, at - second))
  return pairs.toSorted((one, other) => apart(one) - apart(other))[0] ?? []
}

/** "609 (655), down 7%": a level alone in a bracket right behind another. */
export const isAside = (items: readonly Item[], before: number | undefined, level: number): boolean =>
  before === level - 2 && items[level - 1]?.text === '('

/** "£290.00 in 2025/26 (£285.00 in 2024/25, up 1.8%)": of a change in a bracket the level in it and the one before it. */
export function inBracket(
  items: readonly Item[],
  at: number,
  levels: readonly number[],
): readonly number[] | undefined {
  const open = items.findLastIndex(({ text }, place) => place < at && /^[()]$/.test(text))
  if (items[open]?.text !== '(') return undefined
  const inside = levels.filter((place) => place > open && place < at)
  const before = levels.findLast((place) => place < open)
  return inside.length === 1 && before !== undefined ? [before, ...inside] : undefined
}

const planned =
  /^(budget|budgeted|allocation|allocated|allowance|allowed|provision|provided|aside|planned|plan|estimate|approved)$/
const past = /^(had|previously|formerly|originally)$/
const present = /^(now|today|currently)$/

/** The one of two levels that the words say was planned, or that is not said to be of now. */
export function earlierOf(items: readonly Item[], pair: readonly number[]): number | undefined {
  const isOpen = ({ quantity, text }: Item) => quantity === undefined && text !== ';'
  const lead = (place: number, reach: number) => {
    const words = items.slice(Math.max(0, place - reach), place)
    return words.slice(words.findLastIndex((item) => !isOpen(item)) + 1)
  }
  const around = (place: number, reach: number) => {
    const behind = items.slice(place + 1, place + 1 + reach)
    const end = behind.findIndex((item) => item.quantity !== undefined || item.kind === 'mark')
    return [...lead(place, reach), ...(end < 0 ? behind : behind.slice(0, end))]
  }
  const aims = pair.filter(
    (place) => items[place - 1]?.lower !== 'to' && around(place, 4).some(({ lower }) => planned.test(lower)),
  )
  const earlier = pair.filter((place) => lead(place, 4).some(({ lower }) => past.test(lower)))
  const others = pair.filter((place) => !around(place, 2).some(({ lower }) => present.test(lower)))
  return [aims, earlier, others].find(({ length }) => length === 1)?.[0]
}
