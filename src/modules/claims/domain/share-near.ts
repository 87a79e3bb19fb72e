import { isShareOf } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { isAmount, isMoving, isShare, type StatedShare } from './share-heads.js'

type Pair = { readonly part: number; readonly whole: number }

/**
 * Percentages set apart by commas, brackets or dashes, tried on every part and whole that stand near: "318 of 740 lamps were
 * dark in March (only 43%)", "£612k, or 8.5%, of the same £7,200k", "£2.1m, or 1.4%, under a budget of £150m", "rent (£2m of £8m) takes 25%". One that fits
 * is the share; where none fits, it is that of the pair next to it.
 */
export function sharesNear(sentence: Sentence, known: readonly StatedShare[]): StatedShare[] {
  const { items } = sentence
  const told = new Set(known.filter(({ part }) => part !== undefined).map(({ percent }) => percent))
  const open = items.flatMap((item, at) => (isShare(item) && !told.has(at) && !isMoving(items, at) ? [at] : []))
  if (open.length === 0) return []
  const moving = new Set(deltasIn(sentence).map(({ at }) => at))
  const pairs = ofPairs(items)
  return open.flatMap((percent) => {
    if (moving.has(percent)) return []
    const near = [...besidePairs(items, percent), ...pairs.filter((pair) => isNear(items, pair, percent))]
    const pair = near.find((one) => fits(items, one, percent)) ?? boundPair(items, near, percent)
    return pair ? [{ sentence, wholeIn: sentence, percent, ...pair, isTight: false }] : []
  })
}

/** "132 of the 160 days": the unit of the whole is that of its part. */
const isAlike = (items: readonly Item[], one: number, other: number) =>
  unitAt(items, one) !== undefined &&
  unitAt(items, one) === unitAt(items, other) &&
  items[one]?.quantity?.shown !== items[other]?.quantity?.shown

function unitAt(items: readonly Item[], at: number): string | undefined {
  const { quantity } = items[at] ?? {}
  if (quantity?.unit === 'duration' && !quantity.isRange) return 'count'
  return isAmount(items[at]) ? quantity?.unit : undefined
}

const filler =
  /^(the|the same|a|an|all|our|their|its|these|those|his|her|same|total|other|some|out|budget|sum|possible)$/

/** "318 of 740", "9 months of 12", "26 of our 208 horses". */
function ofPairs(items: readonly Item[]): Pair[] {
  return items.flatMap((item, of) => {
    if (item.lower !== 'of') return []
    const whole = wholeBehind(items, of)
    const part = items.findLastIndex((one, at) => at < of && one.quantity !== undefined)
    const isClose = part >= 0 && of - part <= 3 && items.slice(part + 1, of).every(({ kind }) => kind === 'word')
    return isClose && isAlike(items, part, whole) ? [{ part, whole }] : []
  })
}

/** Where the amount stands that a word leads to with nothing but "the same", "all our", "a budget of" between. */
function wholeBehind(items: readonly Item[], at: number): number {
  for (let next = at + 1; next <= at + 5; next += 1) {
    if (items[next]?.quantity) return next
    if (!filler.test(items[next]?.lower ?? '') && items[next]?.lower !== 'of') return -1
  }
  return -1
}

const REACH = 20

/** The pair stands before the percentage or right behind it, with no other percentage between. */
function isNear(items: readonly Item[], { part, whole }: Pair, percent: number): boolean {
  const [from, until] = whole < percent ? [whole, openingOf(items, percent) ?? percent] : [percent, part]
  if (until - from > REACH || from > until) return false
  const between = items.slice(from + 1, until)
  return !between.some((item) => isShare(item) || /^([;.]|while|whereas|but)$/.test(item.lower))
}

const toWhole = /^(of|under|over|above|below|on|short|from|against)$/

/** "£612k, or 8.5%, of the same £7,200k": the amount right before the percentage, and the one that it leads to. */
function besidePairs(items: readonly Item[], percent: number): Pair[] {
  const again = ofThem(items, percent)
  const opening = openingOf(items, percent)
  if (again || opening === undefined) return again ? [again] : []
  const part = items.findLastIndex((item, at) => at < opening && item.quantity !== undefined)
  const lead = /^[,)–—]$/.test(items[percent + 1]?.text ?? '') ? percent + 2 : percent + 1
  const leads = lead > percent + 1 ? toWhole : /^of$/
  const whole = leads.test(items[lead]?.lower ?? '') ? wholeBehind(items, lead) : -1
  return isAlike(items, part, whole) && opening - part <= REACH && isPart(items, { part, whole })
    ? [{ part, whole }]
    : []
}

/** "so the 60 are 41.7% of them", "7,700 conversations, a fifth of them (1,540)": of the count before. */
function ofThem(items: readonly Item[], percent: number): Pair | undefined {
  const [of, them] = [items[percent + 1]?.lower, items[percent + 2]?.lower ?? '']
  if (of !== 'of' || !/^(it|them|these|those|this|that)$/.test(them)) return undefined
  const before = items.flatMap((_, at) => (at < percent && unitAt(items, at) && percent - at <= REACH ? [at] : []))
  const behind = /^[(,]$/.test(items[percent + 3]?.text ?? '') ? percent + 4 : -1
  const [whole, part] = items[behind]?.quantity ? [before.at(-1), behind] : before.slice(-2)
  const pair = { whole: whole ?? -1, part: part ?? -1 }
  return isAlike(items, pair.whole, pair.part) && isPart(items, pair) ? pair : undefined
}

const saying =
  /^(or|that|which|is|was|take|meets?|covers?|covered|fills?|filled|provides?|provided|absorbs?|absorbed|uses?|used|got|gets?|brings?|in|forms?|claims?|makes|made|only|just|exactly|about|around|roughly|nearly|almost|some|precisely|i|e|a|rate|share|proportion|of|equal|to|representing|equivalent|giving|gives|gave|so|barely|fully|again|now|still|being|accounts?|accounted|for|makes?|up|represents|takes|taking|stands?|at)$/

/** The mark that sets a percentage apart, before the words that only say so. */
function openingOf(items: readonly Item[], percent: number): number | undefined {
  let at = percent - 1
  while (at > percent - 6 && saying.test(items[at]?.lower ?? '')) at -= 1
  const isBehindAside = items[at]?.text === ')' && at < percent - 1
  return isBehindAside || /^[,(:;–—-]$/.test(items[at]?.text ?? '') ? at : undefined
}

const isEnd = (item: Item | undefined) => item === undefined || /^[).,;:–—]$/.test(item.text)

const fits = (items: readonly Item[], { part, whole }: Pair, percent: number) =>
  isShareOf(items[part]?.quantity, items[whole]?.quantity, items[percent]?.quantity)

/** Where no pair fits: the one beside the percentage, or the only one that ends before it, if the percentage says no more. */
function boundPair(items: readonly Item[], near: readonly Pair[], percent: number): Pair | undefined {
  const behind = near.find(({ part }) => part === percent + 2 && items[percent + 1]?.text === '(')
  const again = ofThem(items, percent)
  if (again && /^(is|are|was|were)$/.test(items[percent - 1]?.lower ?? '') && isEnd(items[percent + 3])) return again
  const opening = openingOf(items, percent)
  const { approx, inWords } = items[percent]?.quantity ?? {}
  if (behind || opening === undefined || inWords || (approx && approx !== 'around')) return behind
  const beside = near.find(({ part, whole }) => part < percent && whole > percent)
  if (beside) return undefined
  const [last, ...more] = near.filter(({ whole }) => whole < percent)
  if (!last || more.length > 0 || !isOwn(items, last, opening) || !isPart(items, last)) return undefined
  const isSaidOf = items[percent + 1]?.lower === 'of' && last.whole === opening - 1
  return isSaidOf || isEnd(items[percent + 1]) ? last : undefined
}

const isPart = (items: readonly Item[], { part, whole }: Pair) =>
  (items[part]?.quantity?.shown ?? 0) <= (items[whole]?.quantity?.shown ?? 0)

const otherRate =
  /^(satisfaction|confidence|trust|turnout|target|average|rate|national|nationally|inflation|compared|against|than|rose|fell|up|down)$/

/** Nothing between the pair and its percentage brings in another measure or another count. */
const isOwn = (items: readonly Item[], { whole }: Pair, opening: number) =>
  !items
    .slice(whole + 1, opening)
    .some((item) => otherRate.test(item.lower) || (item.quantity !== undefined && !item.quantity.approx))
