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
    .slice(Math.max(0, at - 6), at)
    .some((item) => /^(average|averaging|that|or|equivalent|is|mean)$/.test(item.lower))

/** "each" by itself; "each week" is a mean over time. */
const isHead = (items: Item[], at: number) =>
  /^(each|apiece)$/.test(items[at]?.lower ?? '') && timeOf(items[at + 1]?.lower ?? '') === undefined

const isTotalOf = (total: Item | undefined, mean: Item) =>
  total?.quantity !== undefined &&
  total.quantity.unit === mean.quantity?.unit &&
  total.quantity.timeUnit === mean.quantity.timeUnit &&
  total.quantity.shown > mean.quantity.shown
