import { printedDigits, type Quantity } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { singular } from './claim-words.js'
import { amountBehind, isSized } from './share-tied-part.js'
import { isNamed, type Scope, wholesNamed } from './share-tied-whole.js'

/** The wholes that a share may name, and the amounts elsewhere that its words make its part. */
type Apart = { readonly wholes: readonly Item[]; readonly parts: readonly Item[] }

/**
 * "The force accepted 58. That is 95% of the 61", "1,624 between them; that is 62% of the 2,602", "Officers are 56.0% of
 * the 3,600, staff 37.0%": the whole stands with the share, with another of its sentence, or where its name has a number;
 * the part where "that" points or where its name has one.
 */
export function partsApart(scope: Scope, at: number): Apart | undefined {
  const { items } = scope.sentence
  const share = items[at]?.quantity
  if (!share || share.inWords || share.approx) return undefined
  const lead = clauseBefore(items, at)
  const own = items[wholeOf(items, at)]
  const isPointing = lead.some(({ lower }) => pointing.test(lower))
  const named = isPointing ? wholesNamed(scope, at) : []
  const wholes = own ? [own] : named
  const isPart = (item: Item) => isSized(item) && wholes.some((whole) => isWithin(item, whole))
  const parts = isPointing ? pointedAt(scope, at, isPart) : partsNamed(scope, { share, lead }, isPart)
  return parts.length > 0 ? { wholes, parts: parts.slice(0, MOST) } : undefined
}

const isWithin = ({ quantity: part }: Item, { quantity: whole }: Item) =>
  part !== undefined && whole !== undefined && part.unit === whole.unit && part.shown < whole.shown

/** What "that" may mean: the amounts before it in its sentence, the nearest first, else those of the sentence before. */
function pointedAt({ sentence: { items }, before }: Scope, at: number, isPart: (item: Item) => boolean): Item[] {
  const own = items.slice(0, at).filter(isPart)
  return (own.length > 0 ? own : (before[0]?.items.filter(isPart) ?? [])).toReversed()
}

type Named = { readonly share: Quantity; readonly lead: readonly Item[] }

/** Amounts by which stand the words that lead to the share; where none does, those of the sentences before, if the share has digits enough to tell. */
function partsNamed(scope: Scope, { share, lead }: Named, isPart: (item: Item) => boolean): Item[] {
  const names = lead.flatMap(({ kind, lower }) => (kind === 'word' && !saying.test(lower) ? [singular(lower)] : []))
  if (lead.slice(1).some(isSized) || printedDigits(share).length < 2) return []
  const named = [...scope.before, ...scope.ahead].flatMap((one) =>
    one.items.filter((item, place) => isPart(item) && names.some((name) => isSaidOf(one.items, place, name))),
  )
  const isTelling = named.length === 0 && printedDigits(share).length > 2
  return isTelling ? scope.before.slice(0, 3).flatMap(({ items }) => items.filter(isPart).toReversed()) : named
}

/** "5,215 contacts came by web chat": named close by, or in the words that follow. */
function isSaidOf(items: readonly Item[], at: number, name: string): boolean {
  const behind = items.slice(at + 1, at + 9)
  const end = behind.findIndex(({ kind }) => kind !== 'word')
  return isNamed(items, at, name) || behind.slice(0, Math.max(0, end)).some(({ lower }) => singular(lower) === name)
}

const MOST = 6
const pointing = /^(that|this|it|they|these|those|which|so)$/
const saying =
  /^(the|our|its|their|his|her|a|an|are|is|was|were|be|will|would|could|had|has|have|thus|now|only|just|about|nearly|almost|some|meets?|takes?|took|makes?|made|up|equals?|comes?|came|to|for|of|accounts?|represents?|form|forms|bore|bears?|gets?|got|had|then|so)$/

/** The amount that "of the 3,600" names with the share, that "as a share of all 61,100" does before it, or another share of its sentence. */
function wholeOf(items: readonly Item[], at: number): number {
  const as = items.findLastIndex(({ lower }, place) => place < at && /^(share|proportion|percentage)$/.test(lower))
  if (as >= 0 && items[as + 1]?.lower === 'of') return amountBehind(items, as + 1, -1) ?? -1
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
