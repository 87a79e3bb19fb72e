import { timeOf } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { rightwards, singular } from './claim-words.js'

/** "two thirds (66%)", "one in seven calls (14%)": a share in words and the percentage printed beside it. */
export function wordShares(sentence: Sentence): { words: Item; percent: Item }[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    if (item.quantity?.unit !== 'percent' || !item.quantity.inWords) return []
    const found = rightwards(items, at, 9, (one) => one.kind === 'quantity' || /^([;.]|and|but|while)$/.test(one.lower))
    const percent = items[found]
    const isPlain = percent?.quantity?.unit === 'percent' && !percent.quantity.inWords && !percent.quantity.isRange
    const isAside = items[found - 1]?.text === '(' || (items[found - 1]?.lower === 'or' && found - at <= 4)
    const isOwn = !/^(of|more|fewer|up|down|compared|in)$/.test(items[found + 1]?.lower ?? '')
    return percent && isPlain && isAside && isOwn && !speaksOfChange(items, at) ? [{ words: item, percent }] : []
  })
}

const speaksOfChange = (items: Item[], at: number) => /^(by|up|down|rose|fell)$/.test(items[at - 1]?.lower ?? '')

/** A total shared out: "four projects shared £20,000, that is £5,000 each", "48 schools …, 238 pupils per school". */
export function sharedOut(sentence: Sentence): { count: number; total: number; mean: number }[] {
  const { items } = sentence
  return items.flatMap((item, mean) => {
    const per = perHead(items, mean)
    if (!item.quantity || item.quantity.unit === 'percent' || !(per || isEach(items, mean))) return []
    const before = items.flatMap((one, at) => (at < mean && one.quantity ? [at] : []))
    const isCounted = (at: number) => per !== undefined && singular(items[at + 1]?.lower ?? '') === per
    const totals = before.filter((at) => isTotalOf(items[at], item) && !isCounted(at))
    const counts = before.filter(
      (at) => items[at]?.quantity?.unit === 'count' && (per === undefined ? !totals.includes(at) : isCounted(at)),
    )
    const [total, count] = [totals[0], counts[0]]
    const isClear = totals.length === 1 && counts.length === 1 && before.length === 2
    return isClear && total !== undefined && count !== undefined ? [{ count, total, mean }] : []
  })
}

const averageWord = /^(average|averages|averaged|averaging|mean)$/

/** "43 grants worth £412,000, an average of £9,581": one mean, one total and one count, and nothing else in the sentence. */
export function closedAverage({ items }: Sentence): { count: number; total: number; mean: number } | undefined {
  const places = items.flatMap((item, at) => (item.quantity ? [at] : []))
  const calls = items.flatMap((item, at) => (averageWord.test(item.lower) ? [at] : []))
  const [call] = calls
  if (places.length !== 3 || call === undefined || calls.length > 1) return undefined
  if (items.some((item) => item.quantity?.perTime || otherMean.test(item.lower))) return undefined
  const mean = places.find((at) => at > call && at - call <= 6) ?? places.findLast((at) => at < call && call - at <= 4)
  if (mean === undefined || items[mean]?.quantity?.unit === 'percent') return undefined
  const others = places.filter((at) => at !== mean)
  const sized = others.toSorted((a, b) => (items[b]?.quantity?.shown ?? 0) - (items[a]?.quantity?.shown ?? 0))
  const total = sized.find((at) => items[at]?.quantity?.unit === items[mean]?.quantity?.unit)
  const count = others.find((at) => at !== total && items[at]?.quantity?.unit === 'count')
  const own = items[mean]
  return total !== undefined && count !== undefined && own && isTotalOf(items[total], own)
    ? { count, total, mean }
    : undefined
}

const otherMean =
  /^(national|nationally|compared|against|than|target|above|below|from|rose|fell|up|down|month|week|day|year|daily|monthly|weekly|previous|last)$/

/** "an average of 238 pupils per school", "£2,600 per group": what each of the means belongs to. */
function perHead(items: Item[], mean: number): string | undefined {
  const per = rightwards(items, mean, 4, (item) => /^(per|each|a)$/.test(item.lower) || item.kind !== 'word')
  const noun = items[per + 1]
  if (!/^(per|each)$/.test(items[per]?.lower ?? '') || noun?.kind !== 'word' || timeOf(noun.lower)) return undefined
  const isMean = items
    .slice(Math.max(0, mean - 6), mean)
    .some((item) => /^(average|averaging|mean|equivalent)$/.test(item.lower))
  return isMean ? singular(noun.lower) : undefined
}

const isEach = (items: Item[], at: number) =>
  [1, 2, 3].some((step) => isHead(items, at + step)) &&
  items
    .slice(Math.max(0, at - 6), at + 7)
    .some((item, nth) =>
      (nth < 6 ? /^(average|averaging|that|or|equivalent|is|mean)$/ : /^(average)$/).test(item.lower),
    )

/** "each" by itself; "each week" is a mean over time. */
const isHead = (items: Item[], at: number) =>
  /^(each|apiece)$/.test(items[at]?.lower ?? '') && timeOf(items[at + 1]?.lower ?? '') === undefined

const isTotalOf = (total: Item | undefined, mean: Item) =>
  total?.quantity !== undefined &&
  total.quantity.unit === mean.quantity?.unit &&
  total.quantity.timeUnit === mean.quantity.timeUnit &&
  total.quantity.shown > mean.quantity.shown
