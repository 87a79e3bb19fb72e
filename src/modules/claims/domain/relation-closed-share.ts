import type { Item, Sentence } from './claim.js'
import { isChangeNoun } from './claim-words.js'
import { deltasIn } from './relation-delta.js'
import { looseDeltas } from './relation-delta-loose.js'
import { sharesIn } from './relation-share.js'

/** One percentage and the only two amounts of its sentence that it can be the share of; places. Bound where brackets tie them. */
export type ClosedShare = {
  readonly part: number
  readonly whole: number
  readonly percent: number
  readonly isBound: boolean
}

const unlike =
  /^(targets?|compared|national|nationally|average|than|against|previous|previously|last|median|goal|rose|fell|increase|reduction|increased|decreased|respectively)$/

/** "Of 1,200 asked, 744 agreed, which is 62%", "212 closed, with 70 (33%) upheld", "33% (70/212)": in no other relation. */
export function closedShare(sentence: Sentence): ClosedShare | undefined {
  const { items } = sentence
  const places = items.flatMap((item, at) => (item.quantity && !isAside(items, at) && !isInWords(item) ? [at] : []))
  if (places.length !== 3 || sharesIn(sentence).some((share) => share.part !== undefined)) return undefined
  if (items.some((item) => unlike.test(item.lower) || isChangeNoun(item.lower))) return undefined
  const deltas = deltasIn(sentence)
  if (deltas.length > 0 || looseDeltas(sentence, deltas).length > 0) return undefined
  const [percent] = places.filter((at) => items[at]?.quantity?.unit === 'percent' && !items[at]?.quantity?.inWords)
  const amounts = places.filter(
    (at) => /^(count|pounds)$/.test(items[at]?.quantity?.unit ?? '') && !items[at]?.quantity?.perTime,
  )
  const [first, second] = amounts
  if (percent === undefined || first === undefined || second === undefined) return undefined
  if (
    items[first]?.quantity?.unit !== items[second]?.quantity?.unit ||
    places.some((at) => items[at]?.quantity?.isRange)
  )
    return undefined
  const [less, more] = [first, second].sort(
    (a, b) => (items[a]?.quantity?.shown ?? 0) - (items[b]?.quantity?.shown ?? 0),
  )
  const pair = { part: less ?? first, whole: more ?? second }
  return isLinked(items, percent, pair) ? { ...pair, percent, isBound: isInBrackets(items, percent, pair) } : undefined
}

/** "Four in five (84%)": the words say the percentage over again. */
const isInWords = (item: Item) => item.quantity?.unit === 'percent' && item.quantity.inWords

/** "within 24 hours", "in ten days": a bound beside the shares. */
const isAside = (items: Item[], at: number) =>
  items[at]?.quantity?.unit === 'duration' && /^(within|in|under|over|after)$/.test(items[at - 1]?.lower ?? '')

type Pair = { part: number; whole: number }

function isLinked(items: Item[], percent: number, pair: Pair): boolean {
  const [from, until] = [Math.min(pair.part, pair.whole), Math.max(pair.part, pair.whole)]
  if (isOfOther(items, percent) && !isInBrackets(items, percent, pair)) return false
  if (from > percent) return isFollowed(items, percent, from, until)
  if (until > percent) return isBetween(items, percent, from, until)
  return isSummedUp(items, percent, until)
}

/** "33% of the regional total": a whole of its own. */
const isOfOther = (items: Item[], percent: number) =>
  items[percent + 1]?.lower === 'of' &&
  !/^(them|these|those|which|whom|people|all)$/.test(items[percent + 2]?.lower ?? '')

const isInBrackets = (items: Item[], percent: number, { part, whole }: Pair) =>
  items[Math.min(part, whole) - 1]?.text === '(' &&
  items[Math.max(part, whole) + 1]?.text === ')' &&
  Math.min(part, whole) > percent

const replyWord = /^(response|return|returns|turnout|completion|rate)$/
const replied = /^(returned|forms?|repl(y|ies|ied)|respon(ses|ded|dents)|questionnaires?|surveys?|completed)$/

/** "33% (70/212)", "32% of the total (480 of 1,500)", "the response rate was 24%, with 480 of 2,000 forms returned". */
function isFollowed(items: Item[], percent: number, from: number, until: number): boolean {
  if (from - percent > 10) return false
  if (items[from - 1]?.text === '(') return items[until + 1]?.text === ')'
  const isReply = items.slice(Math.max(0, percent - 4), percent).some((item) => replyWord.test(item.lower))
  const isReplied = items.slice(until + 1, until + 4).some((item) => replied.test(item.lower))
  return isReply && isReplied && items[percent + 1]?.text === ','
}

/** "70 (33%) from a sample of 212": the part with its percentage in brackets, then the whole. */
function isBetween(items: Item[], percent: number, from: number, until: number): boolean {
  const isBeside = items[percent - 1]?.text === '(' && items[percent + 1]?.text === ')' && percent - from <= 5
  return (
    isBeside &&
    items.slice(percent, until).some((item) => /^(of|from)$/.test(item.lower)) &&
    !joins(items, percent, until)
  )
}

const joins = (items: Item[], from: number, until: number) =>
  items.slice(from + 1, until).some((item) => /^(while|whereas|but|;)$/.test(item.lower))

const rateWord = /^(rate|proportion|share|response|turnout|return|completion|take-up|uptake)$/

const opens = /^(a|an|the|giving|making|which|that|this|or|representing|equal|equivalent|i)$/

/** The percentage behind both: "(33%)" behind the last, "…, which is 33%", "…, a rate of 33%", "…, the rate was 33%". */
function isSummedUp(items: Item[], percent: number, until: number): boolean {
  const between = items.slice(until + 1, percent)
  if (joins(items, until, percent) || percent - until > 14) return false
  const after = items[percent + 1]
  if (items[percent - 1]?.text === '(' && after?.text === ')')
    return between.every((item) => item.kind !== 'mark' || item.text === '(' || item.text === '-')
  const comma = between.findLastIndex((item) => /^[,(–:;]$/.test(item.text) || item.lower === 'or')
  const clause = between.slice(comma + 1)
  const ends = after === undefined || after.kind === 'mark'
  if (comma < 0 || clause.length > 6) return false
  if (clause.length === 0) return ends
  if (!opens.test(clause[0]?.lower ?? '') || between.some((item) => item.lower === 'and' || item.lower === 'but'))
    return false
  const isRate = [...clause, ...items.slice(percent + 1, percent + 3)].some((item) => rateWord.test(item.lower))
  const isSaid =
    /^(which|that|this|or|representing|equal|equivalent|i)$/.test(clause[0]?.lower ?? '') && clause.length <= 3 && ends
  return isRate || isSaid
}
