import { inPrint, meets, quotient, roundedSpan, times } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { singular } from './claim-words.js'
import { asidePairs } from './share-heads.js'
import { sharesIn } from './share-stated.js'

/** A count with a percentage whose whole stands near but is not named: it fits one, or someone must be asked. */
export type OtherBase = { part: Item; percent: Item; whole: Item; fits: boolean; isSure: boolean; working: string }

/** "284 applied. … Five applicants (3%) were appointed": 3% of which number? */
export function otherBases(sentence: Sentence): OtherBase[] {
  const known = new Set(sharesIn(sentence).map((share) => share.percent))
  return asidePairs(sentence.items)
    .filter((pair) => !known.has(pair.percent))
    .flatMap((pair) => baseOf(sentence, pair) ?? [])
}

function baseOf(sentence: Sentence, pair: { part: number; percent: number }): OtherBase | undefined {
  const [part, percent] = [sentence.items[pair.part], sentence.items[pair.percent]]
  if (!part?.quantity || !percent?.quantity || !/^(count|pounds)$/.test(part.quantity.unit)) return undefined
  const wholes = part.quantity.unit === 'pounds' ? fundsBefore(sentence, part) : wholesFor(sentence, pair.part)
  const fitting = wholes.find((whole) => fits(part, percent, whole))
  const whole = fitting ?? (wholes.length === 1 ? wholes[0] : undefined)
  if (!whole?.quantity || (!fitting && isOfElse({ part, percent, whole }))) return undefined
  const share = (part.quantity.shown / whole.quantity.shown) * 100
  const working = `${inPrint(part.quantity.shown)} ÷ ${inPrint(whole.quantity.shown)} = ${inPrint(share)}%`
  const isSure = pair.part <= 1 && wholes.length === 1 && !sentence.items.includes(whole)
  return { part, percent, whole, fits: fitting !== undefined, isSure, working }
}

type Trio = { readonly part: Item; readonly percent: Item; readonly whole: Item }

/** A guess or a change: no share of the whole that is near. */
const isOfElse = ({ part, percent, whole }: Trio) =>
  part.quantity?.approx !== undefined || isChangeOf(part, percent, whole)

function fits(part: Item, percent: Item, whole: Item): boolean {
  if (!part.quantity || !percent.quantity || !whole.quantity) return false
  return meets(times(quotient(part.quantity, whole.quantity), 100), roundedSpan(percent.quantity))
}

/** "That is 40 (23.7%) fewer than a year before": what it moved by, of what it was. */
function isChangeOf({ quantity: moved }: Item, { quantity: percent }: Item, { quantity: level }: Item): boolean {
  if (!moved || !percent || !level) return false
  const before = [-1, 1].map((way) => ({ low: level.low + way * moved.high, high: level.high + way * moved.high }))
  return [...before, level].some((span) => meets(times(quotient(moved, span), 100), roundedSpan(percent)))
}

/** Larger counts of the same things: in this sentence before the part, or in the two sentences before. */
function wholesFor(sentence: Sentence, part: number): Item[] {
  const size = sentence.items[part]?.quantity?.shown ?? 0
  const thing = headWords(sentence.items, part)

  const own = sentence.items
    .slice(0, part)
    .flatMap((item, at) => (isLarger(item, size) && isSameThing(thing, sentence.items, at) ? [item] : []))
  if (own.length > 0) return own
  const before = [sentence.previous, sentence.previous?.previous].filter((one) => one !== undefined)
  return before.flatMap((near) =>
    near.items.flatMap((item, at) => (isLarger(item, size) && isSameThing(thing, near.items, at) ? [item] : [])),
  )
}

/** "The fund is £1.6m. So far £400,000, or a quarter, is spent": the only sum of the sentence before. */
function fundsBefore({ previous, items }: Sentence, part: Item): Item[] {
  const own = items.filter((item) => item.quantity?.unit === 'pounds')
  const money = previous?.items.filter((item) => item.quantity?.unit === 'pounds') ?? []
  const [only] = money
  const isRoom = (only?.quantity?.shown ?? 0) > (part.quantity?.shown ?? 0)
  return only && money.length === 1 && own.length === 1 && isRoom ? [only] : []
}

const isLarger = (item: Item, size: number) => {
  const quantity = item.quantity
  return quantity?.unit === 'count' && !quantity.isRange && !quantity.perTime && quantity.shown > size
}

/** The words right behind a count, shortened so that "applications" and "applicants" meet. */
function headWords(items: Item[], at: number): string[] {
  const words: string[] = []
  for (let next = at + 1; next < Math.min(items.length, at + 5); next += 1) {
    const item = items[next]
    if (item?.kind !== 'word' || /^(were|was|are|is|have|had|of|in|who|that|to|from|for|by)$/.test(item.lower)) break
    words.push(singular(item.lower).slice(0, 7))
  }
  return words
}

const isSameThing = (thing: string[], items: Item[], at: number) => {
  const words = headWords(items, at)
  if (thing.length === 0) return words.length > 0 && items.slice(at).some((item) => /^[;.]$/.test(item.text))
  return words.some((word) => word.length > 3 && thing.includes(word))
}
