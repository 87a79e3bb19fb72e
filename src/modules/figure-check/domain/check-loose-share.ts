import type { Item, Sentence } from '#modules/claims/index.js'
import { deltasIn, type Prose, proseOf, sharesIn } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, isPlain, looseSpan, meets, quotient, roundedSpan, times } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Shares whose part and whole stand elsewhere in the sentence: "Of 1,200 asked, 744 agreed, which is 62%", "32% of the total (480 of 1,500)". */
export const checkLooseShare: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const stated = looseShare(sentence)
    return stated ? (judged(prose, sentence, stated) ?? []) : []
  })
}

type Stated = { part: number; whole: number; percent: number; isBound: boolean }

const unlike =
  /^(target|compared|national|nationally|average|than|against|previous|previously|last|median|goal|rose|fell|increase|reduction)$/

/** One percentage and two counts, no more, in a sentence that no check of shares has read. */
function looseShare(sentence: Sentence): Stated | undefined {
  const { items } = sentence
  const places = items.flatMap((item, at) => (item.quantity ? [at] : []))
  if (places.length !== 3 || sharesIn(sentence).length > 0 || deltasIn(sentence).length > 0) return undefined
  if (items.some((item) => unlike.test(item.lower))) return undefined
  const [percent] = places.filter((at) => items[at]?.quantity?.unit === 'percent' && !items[at]?.quantity?.inWords)
  const counts = places.filter((at) => items[at]?.quantity?.unit === 'count')
  const [first, second] = counts
  if (percent === undefined || first === undefined || second === undefined) return undefined
  if (places.some((at) => items[at]?.quantity?.isRange)) return undefined
  const pair = partAndWhole(items, first, second)
  return pair && isLinked(items, percent, pair)
    ? { ...pair, percent, isBound: items[pair.part - 1]?.text === '(' }
    : undefined
}

type Pair = { part: number; whole: number }

/** "480 of 1,500", "480 forms came back from the 2,000", or "Of 1,200 asked, 744". */
function partAndWhole(items: Item[], first: number, second: number): Pair | undefined {
  const between = items.slice(first + 1, second)
  if (between.some((item) => /^(and|but|while|;|:)$/.test(item.lower))) return undefined
  const before = items[first - 1]?.lower ?? ''
  const opens = first <= 3 && items.slice(0, first).some((item) => item.lower === 'of')
  if (opens && before !== 'number') return { part: second, whole: first }
  const near = items.slice(Math.max(first + 1, second - 4), second).map((item) => item.lower)
  const isOf = between.length <= 7 && near.some((word) => /^(of|from)$/.test(word))
  return isOf ? { part: first, whole: second } : undefined
}

const rateWord = /^(rate|proportion|share|response|turnout|return|completion|take-up|uptake)$/
const replyWord = /^(response|return|returns|turnout|completion)$/
const replied = /^(returned|forms?|repl(y|ies|ied)|respon(ses|ded|dents)|questionnaires?|surveys?|completed)$/

/** The percentage is that of the two counts: they stand in brackets behind it, it stands in commas behind them, or it is called their rate. */
function isLinked(items: Item[], percent: number, pair: Pair): boolean {
  const [from, until] = [Math.min(pair.part, pair.whole), Math.max(pair.part, pair.whole)]
  return from > percent ? isFollowed(items, percent, from, until) : isSummedUp(items, percent, until)
}

/** "32% of the total (480 of 1,500)", "the response rate was 24%, with 480 of 2,000 forms returned". */
function isFollowed(items: Item[], percent: number, from: number, until: number): boolean {
  if (from - percent > 8) return false
  if (items[from - 1]?.text === '(') return items[until + 1]?.text === ')'
  const isReply = items.slice(Math.max(0, percent - 4), percent).some((item) => replyWord.test(item.lower))
  const isReplied = items.slice(until + 1, until + 4).some((item) => replied.test(item.lower))
  return isReply && isReplied && items[percent + 1]?.text === ','
}

/** "…, which is 62%", "…, a closure rate of 75%", "…, 25%, had a visit". */
function isSummedUp(items: Item[], percent: number, until: number): boolean {
  const between = items.slice(until + 1, percent)
  const comma = between.findLastIndex((item) => /^[,(]$/.test(item.text))
  if (comma < 0 || between.some((item) => /^(and|but|while|whereas|;|:)$/.test(item.lower))) return false
  const clause = between.slice(comma + 1)
  const after = items[percent + 1]
  const ends = after === undefined || after.kind === 'mark'
  if (clause.length === 0) return ends
  const opens =
    /^(a|an|giving|making|which|that|or|representing|equal|equivalent)$/.test(clause[0]?.lower ?? '') &&
    clause.length <= 6
  const isRate = [...clause, ...items.slice(percent + 1, percent + 3)].some((item) => rateWord.test(item.lower))
  const isSaid =
    /^(which|that|or|representing|equal|equivalent)$/.test(clause[0]?.lower ?? '') && clause.length <= 3 && ends
  return opens && (isRate || isSaid)
}

function judged(prose: Prose, sentence: Sentence, stated: Stated): Finding | undefined {
  const items = [stated.percent, stated.part, stated.whole].flatMap((at) => sentence.items[at] ?? [])
  const [percent, part, whole] = items.map((item) => item.quantity)
  if (!percent || !part || !whole || whole.shown <= 0) return undefined
  const given = (part.shown / whole.shown) * 100
  const isRight = meets(times(quotient(part, whole), 100), roundedSpan(percent))
  if (!isRight && meets(times(quotient(looseSpan(part), looseSpan(whole)), 100), looseSpan(percent))) return undefined
  if (!isRight && ![part, whole].every(isPlain) && Math.abs(given - percent.shown) < 3) return undefined
  const isFar = given > percent.shown * 4 || given < percent.shown / 4
  const wrong = stated.isBound && !isFar ? 'error' : 'warning'
  return findingOf({
    kind: 'share',
    verdict: isRight ? 'holds' : wrong,
    quotes: items.map((item) => prose.quote(item)),
    message: isRight
      ? 'The percentage follows from its two counts.'
      : `${inPrint(part.shown)} of ${inPrint(whole.shown)} is ${inPrint(given, 1)}%, not ${percent.text.trim()}.`,
    working: `${inUnit(part.shown, part)} ÷ ${inUnit(whole.shown, whole)} × 100 = ${inPrint(given)}`,
    ...(isRight ? {} : { suggestion: `Print ${inPrint(given, 1)}%, or mend the counts.` }),
  })
}
