import { printedDigits } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { singular } from './claim-words.js'
import { isSized } from './share-tied-part.js'
import { amountBehind, isNamed, type Scope } from './share-tied-whole.js'

/** The whole that a share names, and the amounts elsewhere that its words make its part. */
type Apart = { readonly whole: Item; readonly parts: readonly Item[] }

/**
 * "The force accepted 58. That is 95% of the 61", "Officers are 56.0% of the 3,600, staff 37.0%": the whole stands with
 * the share, or with another of its sentence, and the part where "that" points or where its name has a number.
 */
export function partsApart(scope: Scope, at: number): Apart | undefined {
  const { items } = scope.sentence
  const [share, whole] = [items[at]?.quantity, items[wholeOf(items, at)]]
  if (!whole?.quantity || !share || share.inWords || share.approx) return undefined
  const { unit, shown } = whole.quantity
  const isPart = (item: Item) => isSized(item) && item.quantity?.unit === unit && item.quantity.shown < shown
  const lead = clauseBefore(items, at)
  if (lead[0] === items[0] && pointing.test(items[0]?.lower ?? '')) {
    const last = scope.before[0]?.items.filter(isPart) ?? []
    return last.length === 1 ? { whole, parts: last } : undefined
  }
  const names = lead.flatMap(({ kind, lower }) => (kind === 'word' && !saying.test(lower) ? [singular(lower)] : []))
  if (lead.some(isSized) || printedDigits(share).length < 2 || names.length === 0) return undefined
  const parts = [...scope.before, ...scope.ahead].flatMap((one) =>
    one.items.filter((item, place) => isPart(item) && names.every((name) => isNamed(one.items, place, name))),
  )
  return parts.length > 0 ? { whole, parts: parts.slice(0, MOST) } : undefined
}

const MOST = 3
const pointing = /^(that|this|it|they|these|those|so)$/
const saying =
  /^(the|our|its|their|his|her|a|an|are|is|was|were|be|will|would|could|had|has|have|thus|now|only|just|about|nearly|almost|some|meets?|takes?|took|makes?|made|up|equals?|comes?|came|to|for|of|accounts?|represents?|form|forms|bore|bears?|gets?|got|had|then|so)$/

/** The amount that "of the 3,600" names with the share, or with the only other one of its sentence that does. */
function wholeOf(items: readonly Item[], at: number): number {
  const named = items.flatMap((item, place) =>
    item.quantity?.unit === 'percent' && items[place + 1]?.lower === 'of'
      ? [{ place, whole: amountBehind(items, place + 1, -1) ?? -1 }]
      : [],
  )
  const own = named.find(({ place }) => place === at)
  const first = named[0]
  return own?.whole ?? (first && first.place < at ? first.whole : -1)
}

/** What stands before a share, back to a mark or "and". */
function clauseBefore(items: readonly Item[], at: number): Item[] {
  const lead = items.slice(0, at)
  return lead.slice(lead.findLastIndex(({ kind, lower }) => kind === 'mark' || lower === 'and') + 1)
}
