import type { Item, Sentence } from './claim.js'
import { periodFor } from './claim-periods.js'
import { isConnected, leftwards, rightwards } from './claim-words.js'
import type { Period } from './period-words.js'
import type { Delta } from './relation-delta.js'

/** Two levels of one thing, the earlier and the later, as places in a sentence. */
export type Pair = {
  from: number
  to: number
  how: 'from-to' | 'compared' | 'periods' | 'aside'
  /** "up from", "down from", "rose from": what the words between say of the direction. */
  direction: -1 | 0 | 1
}

/** Every pair of levels in a sentence; stated changes are no levels. */
export function pairsIn(sentence: Sentence, deltas: Delta[]): Pair[] {
  const taken = new Set(deltas.map((delta) => delta.at))
  const { items } = sentence
  const isLevel = (at: number) => at >= 0 && items[at]?.kind === 'quantity' && !taken.has(at)
  const pairs: Pair[] = []
  for (const [at, item] of items.entries()) {
    if (item.lower === 'from') pairs.push(...fromPairs(items, at, isLevel))
    const comparator = comparatorAt(items, at)
    if (comparator > 0) pairs.push(...comparedPairs(items, at, comparator, isLevel))
  }
  if (pairs.length === 0) pairs.push(...periodPairs(sentence, isLevel))
  return pairs.filter((pair) => isSameKind(items[pair.from], items[pair.to]))
}

function isSameKind(first: Item | undefined, second: Item | undefined): boolean {
  const [a, b] = [first?.quantity, second?.quantity]
  if (!a || !b || a.isRange || b.isRange || a.perTime !== b.perTime) return false
  if (a.unit === 'duration' && b.unit === 'count') return true
  if (a.unit === 'count' && b.unit === 'duration') return true
  return (
    a.unit === b.unit ||
    (a.unit === 'count' && b.unit === 'percent') ||
    (a.unit === 'rate' && b.unit === 'count') ||
    (a.unit === 'count' && b.unit === 'rate')
  )
}

/** "from A … to B" and "to B … from A". */
function fromPairs(items: Item[], at: number, isLevel: (at: number) => boolean): Pair[] {
  const first = nextQuantity(items, at, 5)
  if (!isLevel(first)) return []
  const toAt = rightwards(
    items,
    first,
    14,
    (item) => item.lower === 'to' || item.lower === 'from' || item.kind === 'quantity' || /^[;.]$/.test(item.text),
  )
  if (items[toAt]?.lower === 'to') {
    const second = nextQuantity(items, toAt, 5)
    if (isLevel(second) && isConnected(items, first, toAt))
      return [{ from: first, to: second, how: 'from-to', direction: 0 }]
  }
  const direction = directionBefore(items, at)
  const before = leftwards(items, at, 12, (item) => item.kind === 'quantity' || /^[;.]$/.test(item.text))
  const isTo =
    isLevel(before) &&
    /^(to|at)$/.test(items[leftwards(items, before, 4, (item) => /^(to|at|by|of|for)$/.test(item.lower))]?.lower ?? '')
  if (isTo && isConnected(items, before, at) && direction === 0)
    return [{ from: first, to: before, how: 'from-to', direction: 0 }]
  return []
}

const directionBefore = (items: Item[], at: number): -1 | 0 | 1 => {
  const word = items[at - 1]?.lower ?? ''
  if (word === 'up') return 1
  return word === 'down' ? -1 : 0
}

/** How many items a comparing phrase takes: "compared with", "against", "up from", "down from", "versus". */
function comparatorAt(items: Item[], at: number): number {
  const word = items[at]?.lower ?? ''
  const next = items[at + 1]?.lower ?? ''
  if (/^(compared|comparing|compares|contrasted)$/.test(word) && /^(with|to)$/.test(next)) return 2
  if (/^(up|down)$/.test(word) && (next === 'from' || next === 'on')) return 2
  if (/^(against|versus|vs)$/.test(word)) return 1
  if (/^(increase|rise|decrease|fall|reduction|drop)$/.test(word) && /^(from|on)$/.test(next)) return 2
  return word === 'than' ? 1 : 0
}

function comparedPairs(items: Item[], at: number, size: number, isLevel: (at: number) => boolean): Pair[] {
  const first = nextQuantity(items, at + size - 1, 6)
  if (!isLevel(first)) return []
  const unit = items[first]?.quantity?.unit
  const before = leftwards(
    items,
    at,
    24,
    (item) =>
      /^[;.]$/.test(item.text) ||
      (item.kind === 'quantity' &&
        (item.quantity?.unit === unit || item.quantity?.unit === 'duration') &&
        isLevel(items.indexOf(item))),
  )
  if (!isLevel(before) || !isConnected(items, before, at)) return []
  const direction = directionBefore(items, at + 1)
  const isFromTo = /^(up|down)$/.test(items[at]?.lower ?? '')
  return [{ from: first, to: before, how: isFromTo ? 'from-to' : 'compared', direction }]
}

function nextQuantity(items: Item[], at: number, reach: number): number {
  const found = rightwards(
    items,
    at,
    reach,
    (item) => item.kind === 'quantity' || /^([;.,:)]|and|but|while|which|to)$/.test(item.lower),
  )
  return items[found]?.kind === 'quantity' ? found : -1
}

/** "A in 2016/17 and B in 2017/18", "B (A in the previous year)": two levels, each with its own period. */
function periodPairs(sentence: Sentence, isLevel: (at: number) => boolean): Pair[] {
  const { items } = sentence
  const levels = items.flatMap((item, at) => (item.kind === 'quantity' && isLevel(at) ? [at] : []))
  const pairs: Pair[] = []
  for (const [index, first] of levels.entries()) {
    const second = levels[index + 1]
    if (second === undefined || second - first > 16) continue
    if (items[first]?.quantity?.unit !== items[second]?.quantity?.unit) continue
    const order = inOrder(
      ownPeriod(sentence, first, second),
      ownPeriod(sentence, second, levels[index + 2] ?? items.length),
    )
    if (order === 0) continue
    pairs.push(
      order > 0
        ? { from: first, to: second, how: 'periods', direction: 0 }
        : { from: second, to: first, how: 'periods', direction: 0 },
    )
  }
  return pairs.length === 1 ? pairs : []
}

function ownPeriod(sentence: Sentence, at: number, until: number): Period | undefined {
  const inside = sentence.items.slice(at + 1, until).find((item) => item.period && item.period.kind !== 'since')?.period
  return inside ?? periodFor(sentence, at)
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
