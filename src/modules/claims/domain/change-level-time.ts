import type { Period } from '#modules/quantities/index.js'
import type { Item } from './claim.js'

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
