import { comesTo, isSlipOfSum, type Quantity } from '#modules/quantities/index.js'
import type { Item } from './claim.js'
import { isOfOther, type Said } from './sum-divided.js'

/** Words that say an amount is what two others leave, lack or keep apart; of any of the three. */
const remainder =
  /^(leave|leaves|leaving|left|remain|remains|remaining|remained|remainder|rest|other|others|less|minus|shortfall|surplus|deficit|short|underspend|underspent|overspend|overspent|unspent|unused|saved|still|balance|gap|empty|vacant|unfilled|missing|unlet|outstanding|under|below|fewer|lost|lacking|over)$/
/** Words after which an amount need not follow from the two beside it. */
const spoils =
  /^(each|average|per|percent|target|targets|compared|including|includes|include|respectively|previous|previously|another|additional|extra|also|both|of-which)$/

/**
 * Three amounts of one unit of which one is said to be left, lacking or the rest: the largest is what the other two come
 * to, in whatever order they stand; or more of them, of which the last are "the other 320". What is printed twice counts
 * once.
 */
export function ledgerOf(items: readonly Item[], amounts: readonly number[]): Said[] {
  const once = amounts.filter((at, nth) => !amounts.slice(0, nth).some((other) => isSame(items, at, other)))
  const last = once.at(-1) ?? 0
  const isRest = once.length > 3 && once.length < 7 && /^(other|remaining|further)$/.test(items[last - 1]?.lower ?? '')
  const all = isRest ? (balanced(items, once, true) ?? []) : []
  const threes = once.slice(2).flatMap((_, nth) => balanced(items, once.slice(nth, nth + 3), once.length === 3) ?? [])
  return [all, threes].flat()
}

function isSame(items: readonly Item[], one: number, other: number): boolean {
  const [a, b] = [items[one]?.quantity, items[other]?.quantity]
  return a !== undefined && b !== undefined && a.unit === b.unit && a.shown === b.shown
}

function balanced(items: readonly Item[], amounts: readonly number[], isAlone: boolean): Said | undefined {
  const quantities = amounts.flatMap((at) => items[at]?.quantity ?? [])
  if (new Set(quantities.map(({ unit }) => unit)).size !== 1) return undefined
  if (!isOfRest(items, amounts) || !areAlike(quantities) || hasPartOfPart(items, amounts)) return undefined
  const exact = saidOf(amounts, quantities, comesTo)
  return exact ?? (isAlone ? loose(saidOf(amounts, quantities, isSlipOfSum)) : undefined)
}

type Fits = (whole: Quantity, parts: readonly Quantity[]) => boolean

/** The reading that fits: the largest as the whole first, then the one that stands first. */
function saidOf(three: readonly number[], quantities: readonly Quantity[], fits: Fits): Said | undefined {
  const sizes = quantities.map(({ shown }) => shown)
  const largest = sizes.indexOf(Math.max(...sizes))
  const chosen = [largest, 0].find((nth) => {
    const whole = quantities[nth]
    return whole && fits(whole, quantities.toSpliced(nth, 1))
  })
  return chosen === undefined
    ? undefined
    : { rule: 'sum', whole: three[chosen] ?? -1, parts: [...three.toSpliced(chosen, 1)] }
}

/** "2,240 were asked, 1,456 answered and 874 of those agreed": a part of the part is no rest. */
const hasPartOfPart = (items: readonly Item[], amounts: readonly number[]) =>
  amounts.some((at) => items[at + 1]?.lower === 'of' && /^(those|these|them|whom)$/.test(items[at + 2]?.lower ?? ''))

/** "two" beside 842 and 1,118 counts other things. */
const areAlike = (quantities: readonly Quantity[]) =>
  quantities.every(({ inWords }) => !inWords) || quantities.every(({ shown }) => shown < 200)

const loose = (said: Said | undefined): Said | undefined => said && { ...said, isLoose: true }

/** Whether the words around the three speak of a rest, and of nothing else. */
function isOfRest(items: readonly Item[], three: readonly number[]): boolean {
  const [first = 0, last = 0] = [three[0], three.at(-1)]
  const near = items.slice(Math.max(0, first - 5), last + 7)
  return (
    !isOfOther(items) &&
    (isPartOf(items, three) || near.some((item) => remainder.test(item.lower))) &&
    !items.some((item) => spoils.test(item.lower))
  )
}

/** "1,940 of the 2,610 forms …, and 670", "Of the 66 lockers 48 … and 18": a part of a whole, and then another. */
function isPartOf(items: readonly Item[], [first = 0, second = 0]: readonly number[]): boolean {
  const between = items.slice(first + 1, second).map((item) => item.lower)
  const isOf = between.length <= 3 && between.every((word) => /^(out|of|the|these|those|our|its|all)$/.test(word))
  const lead = items.slice(Math.max(0, first - 2), first).map((item) => item.lower)
  return (isOf && between.includes('of')) || lead.includes('of')
}
