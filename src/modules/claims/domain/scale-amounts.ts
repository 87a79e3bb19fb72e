import { isPlain, meets, type Quantity, roundedSpan, type Span, tellingDigits } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { leftwards, rightwards } from './claim-words.js'

/** Amounts of one sentence that its words tie together, and that agree only if one of them is so many times larger or smaller. */
export type ScaleSlip = { readonly amount: Item; readonly others: readonly Item[]; readonly times: number }

const TIMES = [10, 100, 1000, 1_000_000]

/**
 * Sums of money that would fit if the size of one were another: "£48m were £0.06m under the budget of £0.54m", "£80.1
 * thousand, some £4.2m less" after £84.3m, "£1,640 was more than the £1.5m".
 */
export function scaleSlipsOf(sentence: Sentence): ScaleSlip[] {
  return sentence.items.flatMap((item, at) => differs(sentence, item, at) ?? [])
}

const isMoney = (item: Item | undefined): item is Item & { quantity: Quantity } =>
  item?.quantity?.unit === 'pounds' && !item.quantity.isRange && !item.quantity.perTime

const lessWords = /^(less|lower|under|below|short)$/
const moreWords = /^(more|higher|over|above|extra)$/

/** The sign of a difference that stands here: "£4.2m less", "£0.06m under the budget". */
function signAt(items: Item[], at: number): -1 | 0 | 1 {
  const next = items[at + 1]?.lower ?? ''
  if (lessWords.test(next)) return -1
  return moreWords.test(next) ? 1 : 0
}

function differs(sentence: Sentence, difference: Item, at: number): ScaleSlip | undefined {
  const { items } = sentence
  const sign = signAt(items, at)
  if (!isMoney(difference) || sign === 0) return undefined
  const own = items[leftwards(items, at, 8, (item) => item.quantity !== undefined)]
  const behind = items[rightwards(items, at, 7, (item) => item.quantity !== undefined)]
  if (!isMoney(own) || !isPlain(own.quantity)) return undefined
  const bases = isMoney(behind) ? [behind] : (sentence.previous?.items.filter(isMoney) ?? [])
  const levels = bases.filter(({ quantity }) => quantity.shown > difference.quantity.shown)
  const fits = (times: number) =>
    levels.find(({ quantity }) => meets(scaled(own.quantity, times), moved(quantity, difference.quantity, sign)))
  if (levels.length === 0 || fits(1)) return undefined
  const times = TIMES.flatMap((one) => [one, 1 / one]).find((one) => (isMoney(behind) || one >= 1000) && fits(one))
  const base = times === undefined ? undefined : fits(times)
  return times && base && tellingDigits(own.quantity).length >= 2
    ? { amount: own, others: [difference, base].filter((one) => sentence.items.includes(one)), times }
    : undefined
}

const scaled = (quantity: Quantity, times: number): Span => {
  const { low, high } = roundedSpan(quantity)
  return { low: low * times, high: high * times }
}

const moved = (base: Quantity, by: Quantity, sign: 1 | -1): Span => {
  const [from, step] = [roundedSpan(base), roundedSpan(by)]
  return sign > 0
    ? { low: from.low + step.low, high: from.high + step.high }
    : { low: from.low - step.high, high: from.high - step.low }
}
