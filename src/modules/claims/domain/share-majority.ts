import { type Quantity, quotient, roundedSpan, type Span } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { rightwards } from './claim-words.js'

/** "A majority of members (6 of 13)", "most of the 620 cases (298)": a share that is said to be over half, or under. */
export type SaidMajority = { word: number; figures: number[]; share: Span; isRight: boolean }

/** The words of a majority or a minority whose share stands in the bracket or aside behind them. */
export function saidMajorities({ items }: Sentence): SaidMajority[] {
  return items.flatMap((_, at) => {
    const isOver = sideAt(items, at)
    const found = isOver === undefined ? undefined : shareBehind(items, at)
    if (!found) return []
    return [{ word: at, ...found, isRight: isOver ? found.share.high > 0.5 : found.share.low < 0.5 }]
  })
}

/** Over half (true), under half (false); "a two-thirds majority", "the most common" and "most of all" say neither. */
function sideAt(items: Item[], at: number): boolean | undefined {
  const [word, next] = [items[at]?.lower ?? '', items[at + 1]?.lower ?? '']
  if (!/^(majority|minority|most)$/.test(word) || next !== 'of') return undefined
  const before = items[at - 1]?.lower ?? ''
  if (word === 'most')
    return /^(the|at|second|third)$/.test(before) || items[at + 2]?.lower === 'all' ? undefined : true
  if (!/^(a|the|clear|large|small|vast|great|overwhelming|significant|sizeable|only)$/.test(before)) return undefined
  return word === 'majority'
}

const REACH = 12

/** The first figures behind: "(54%)", "(6 of 13)", "of the 620 cases (298)". */
function shareBehind(items: Item[], at: number): { figures: number[]; share: Span } | undefined {
  const open = rightwards(items, at, REACH, ({ text, lower }) => /^[(;:.–—-]$/.test(text) || /^(but|and)$/.test(lower))
  if (!/^[(–—-]$/.test(items[open]?.text ?? '')) return undefined
  const wholes = items.slice(at, open).flatMap(({ quantity }, nth) => (quantity ? [at + nth] : []))
  const first = items[open + 1]?.quantity
  const closing = items[open + 2]
  if (!first || first.isRange || wholes.length > 1) return undefined
  if (first.unit === 'percent' && /^[),;–—-]$/.test(closing?.text ?? ''))
    return { figures: [open + 1], share: shareOf(first) }
  const other = baseBehind(items, open + 2) ?? wholes[0]
  const whole = items[other ?? -1]?.quantity
  const areCounts = whole?.unit === 'count' && first.unit === 'count'
  if (other === undefined || !whole || !areCounts || whole.shown < first.shown) return undefined
  return { figures: [open + 1, other], share: quotient(first, whole) }
}

/** "6 of 13", "6 out of the 13". */
function baseBehind(items: Item[], at: number): number | undefined {
  const found = rightwards(items, at - 1, 4, (item) => !/^(out|of|the|all)$/.test(item.lower))
  return found > at ? found : undefined
}

const shareOf = (percent: Quantity): Span => {
  const { low, high } = roundedSpan(percent)
  return { low: low / 100, high: high / 100 }
}
