import { deltasIn } from './change-words.js'
import { looseDeltas } from './change-words-loose.js'
import type { Item, Sentence } from './claim.js'
import { isChangeNoun, leftwards } from './claim-words.js'
import { sharesIn } from './share-stated.js'

/** One share and the only two amounts of its sentence that it can be of; places. Bound where nothing else can be meant. */
export type ClosedShare = {
  readonly part: number
  readonly whole: number
  readonly percent: number
  readonly isBound: boolean
}

const unlike =
  /^(targets?|compared|national|nationally|average|than|against|previous|previously|last|median|goal|rose|fell|increase|reduction|increased|decreased|respectively)$/

/**
 * A sentence with one share and two amounts, in whatever order: "Of 1,200 asked, 744 agreed, which is 62%", "the rate was
 * 33% (70 of 212)", "with 118 of the 354 complaints the north makes up a third", "at £3.6m, overtime is 2.4% of £150m".
 */
export function closedShare(sentence: Sentence): ClosedShare | undefined {
  const { items } = sentence
  const figures = items.flatMap((item, at) => (item.quantity && !isAside(items, at) ? [at] : []))
  const hasFigures = figures.some((at) => items[at]?.quantity?.unit === 'percent' && !items[at]?.quantity?.inWords)
  const places = hasFigures ? figures.filter((at) => !isInWords(items[at])) : figures
  if (places.length !== 3 || sharesIn(sentence).some((share) => share.part !== undefined)) return undefined
  if (items.some((item) => unlike.test(item.lower) || isChangeNoun(item.lower))) return undefined
  const deltas = deltasIn(sentence)
  if (deltas.length > 0 || looseDeltas(sentence, deltas).length > 0) return undefined
  const percents = places.filter((at) => items[at]?.quantity?.unit === 'percent')
  const amounts = places.filter((at) => isAmount(items[at]))
  const [percent] = percents
  const [first, second] = amounts
  if (percent === undefined || first === undefined || second === undefined) return undefined
  if (
    items[first]?.quantity?.unit !== items[second]?.quantity?.unit ||
    places.some((at) => items[at]?.quantity?.isRange)
  )
    return undefined
  if (items[second - 1]?.lower === 'to' && second - first <= 4) return undefined
  const pair = pairFor(items, percent, [first, second])
  return isLinked(items, percent, pair) ? { ...pair, percent, isBound: isTight(items, pair) } : undefined
}

/** Which of two amounts is the whole: the one that "of" leads to, else the larger. */
function pairFor(items: Item[], percent: number, [first, second]: [number, number]): Pair {
  if (leadsTo(items, percent, first)) return { part: second, whole: first }
  if (leadsTo(items, percent, second)) return { part: first, whole: second }
  return sizeOf(items, first) <= sizeOf(items, second) ? { part: first, whole: second } : { part: second, whole: first }
}

const sizeOf = (items: Item[], at: number) => items[at]?.quantity?.shown ?? 0

const isAmount = (item: Item | undefined) =>
  /^(count|pounds)$/.test(item?.quantity?.unit ?? '') && !item?.quantity?.perTime

/** "Four in five (84%)": the words say the percentage over again. */
const isInWords = (item: Item | undefined) => item?.quantity?.unit === 'percent' && item.quantity.inWords

/** "within 24 hours", "in ten days", "people under 18": a bound beside the shares. */
const isAside = (items: Item[], at: number) => {
  const [quantity, before] = [items[at]?.quantity, items[at - 1]?.lower ?? '']
  const isTime = quantity?.unit === 'duration' || /^(working|calendar)$/.test(items[at + 1]?.lower ?? '')
  if (isTime) return /^(within|in|under|over|after)$/.test(before)
  const isAge =
    quantity?.approx !== undefined &&
    quantity.shown < 100 &&
    /^(people|children|them|those|aged|men|women|residents|adults)$/.test(before)
  return isAge || before === 'aged'
}

type Pair = { part: number; whole: number }

/** "118 of the 354", "1,536 out of 3,200". */
const isTight = (items: Item[], { part, whole }: Pair) =>
  whole > part && whole - part <= 7 && items.slice(part + 1, whole).some((item) => /^(of|from|\/)$/.test(item.lower))

function isLinked(items: Item[], percent: number, pair: Pair): boolean {
  const [from, until] = [Math.min(pair.part, pair.whole), Math.max(pair.part, pair.whole)]
  if (isJoined(items, Math.min(from, percent), Math.max(until, percent))) return false
  if (from > percent) return isFollowed(items, percent, pair)
  if (isSaidAgain(items, percent, pair)) return true

  if (until > percent) return isBetween(items, percent, pair)
  return isSummedUp(items, percent, { until, isTight: isTight(items, pair) })
}

const isJoined = (items: Item[], from: number, until: number) =>
  items.slice(from + 1, until).some((item) => /^(while|whilst|whereas|but|although|;)$/.test(item.lower)) &&
  !(items[until]?.quantity?.unit === 'percent' && isOfAllThese(items, until))

/** "…; the 500 upheld are 40% of them". */
const isOfAllThese = (items: Item[], percent: number) =>
  items[percent + 1]?.lower === 'of' &&
  /^(them|these|those|all)$/.test(items[percent + 2]?.lower ?? '') &&
  ends(items[percent + 3])

/** "of 1,250, with 40%, or 500, upheld", "£120m, 80% of which (£96m)", "80% of it, £96m": the part right behind its share. */
function isSaidAgain(items: Item[], percent: number, { part, whole }: Pair): boolean {
  if (whole > percent || part < percent) return false
  const between = items.slice(percent + 1, part).map((item) => item.lower)
  return (
    /^(?:of (?:it|them|these|those|which|whom|that|this) )?(?:, or|\(|,|–|-|, or)$/.test(between.join(' ')) &&
    ends(items[part + 1])
  )
}

const isOfTotal = (items: Item[], percent: number) =>
  items[percent + 1]?.lower === 'of' &&
  items[percent + 2]?.lower === 'the' &&
  /^(total|whole|lot|number|asked|budget|programme|fund|allocation|money|sum)$/.test(items[percent + 3]?.lower ?? '') &&
  ends(items[percent + 4])

const all = /^(them|these|those|which|whom|people|all|it)$/
const asked = /^(asked|questioned|surveyed|polled|received|made)$/

/** "2.4% of the £150m budget", "27% of all 1,175 crimes", "a quarter of its budget of £8.4m". */
const leadsTo = (items: Item[], percent: number, whole: number) =>
  whole > percent &&
  whole - percent <= 8 &&
  /^(of|from)$/.test(items[percent + 1]?.lower ?? '') &&
  !items.slice(percent + 2, whole).some((item) => item.kind === 'mark' || /^(and|or|who|were|was)$/.test(item.lower))

const ends = (item: Item | undefined) => item === undefined || (item.kind === 'mark' && !/^[-'’]$/.test(item.text))

/** The share first: "33% (70/212)", "48% of the total, 1,536 out of 3,200, were", "four in ten of the 550 volunteers, 220, are". */
function isFollowed(items: Item[], percent: number, pair: Pair): boolean {
  const [from, until] = [Math.min(pair.part, pair.whole), Math.max(pair.part, pair.whole)]
  if (from - percent > 10) return false
  const opens = /^[(,:–—-]$/.test(items[from - 1]?.text ?? '') || /^(or|i|ie)$/.test(items[from - 1]?.lower ?? '')
  if (opens && isTight(items, pair)) return ends(items[until + 1]) || items[from - 1]?.text !== ','
  if (items[from - 1]?.text === '(') return items.slice(until + 1, until + 5).some((item) => item.text === ')')
  if (leadsTo(items, percent, pair.whole) && pair.part > pair.whole)
    return /^[(,–—:-]$/.test(items[beforeSaying(items, pair.part)]?.text ?? '') && endsPart(items, pair.part)

  const isReply = items.slice(Math.max(0, percent - 4), percent).some((item) => replyWord.test(item.lower))
  const isReplied = items.slice(until + 1, until + 4).some((item) => replied.test(item.lower))
  return isReply && isReplied && items[percent + 1]?.text === ','
}

/** "…, a total of 500", "…, that is 500": the mark before the words that only say so. */
const beforeSaying = (items: Item[], at: number) =>
  /^(of|is)$/.test(items[at - 1]?.lower ?? '') && /^(total|that)$/.test(items[at - 2]?.lower ?? '')
    ? leftwards(items, at - 2, 2, (item) => item.kind === 'mark')
    : at - 1

const endsPart = (items: Item[], at: number) =>
  ends(items[at + 1]) ||
  (items[at + 1]?.lower === 'in' && /^(all|total)$/.test(items[at + 2]?.lower ?? '')) ||
  /^(?:so far|to date|already|altogether)/.test(`${items[at + 1]?.lower} ${items[at + 2]?.lower}`)

const replyWord = /^(response|return|returns|turnout|completion|rate)$/
const replied = /^(returned|forms?|repl(y|ies|ied)|respon(ses|ded|dents)|questionnaires?|surveys?|completed)$/

const equals =
  /^(is|are|was|were|represents?|represented|makes?|made|accounts?|accounted|forms?|formed|equals?|up|for|amounts?|amounted|to|came|comes|or|only|just|about|over|some|nearly|almost|numbered|took|takes|uses?|used)$/

/** The share in the middle: "70 (33%) from a sample of 212", "the 846 offences amounted to 72% of all 1,175". */
function isBetween(items: Item[], percent: number, { part, whole }: Pair): boolean {
  if (part > whole || part > percent) return false
  const isAsideOf = items[percent - 1]?.text === '(' && items[percent + 1]?.text === ')' && percent - part <= 5
  if (isAsideOf)
    return items.slice(percent, whole).some((item) => /^(of|from)$/.test(item.lower)) && !hasAnd(items, percent, whole)
  const isSaid = equals.test(items[percent - 1]?.lower ?? '') || /^[,(–—]$/.test(items[percent - 1]?.text ?? '')
  return isSaid && leadsTo(items, percent, whole) && !hasAnd(items, part, percent)
}

const hasAnd = (items: Item[], from: number, until: number) =>
  items.slice(from + 1, until).some((item) => item.lower === 'and')

const rateWord = /^(rate|proportion|share|response|turnout|return|completion|take-up|uptake)$/
const opener =
  /^(a|an|the|giving|making|which|that|this|or|representing|equal|equivalent|i|ie|so|just|about|nearly|almost)$/

type Behind = { readonly until: number; readonly isTight: boolean }

/** The share behind both: "(33%)", ", i.e. 33%", ": a third", ", which is 33% of them", ", the north makes up a third". */
function isSummedUp(items: Item[], percent: number, { until, isTight: isOf }: Behind): boolean {
  const between = items.slice(until + 1, percent)
  const after = items[percent + 1]
  if (items[percent - 1]?.text === '(' && after?.text === ')')
    return between.every((item) => item.kind !== 'mark' || item.text === '(' || item.text === '-')
  return between.length <= 13 && isClauseOfShare(items, percent, { until, isTight: isOf })
}

/** Whether the statement ends behind its percentage: at once, or after "of them", "of all those asked", "of the total". */
function endsBehind(items: Item[], percent: number): boolean {
  const after = items[percent + 1]
  const isOfAll = after?.lower === 'of' && all.test(items[percent + 2]?.lower ?? '')
  const last = percent + (asked.test(items[percent + 3]?.lower ?? '') ? 4 : 3)
  return ends(isOfAll ? items[last] : after) || isOfTotal(items, percent)
}

function isClauseOfShare(items: Item[], percent: number, { until, isTight: isOf }: Behind): boolean {
  const between = items.slice(until + 1, percent)
  const comma = between.findLastIndex((item) => /^[,(–—:;=]$/.test(item.text) || item.lower === 'or')
  const clause = between.slice(comma + 1).filter((item) => item.text !== '.')
  if (comma < 0 || clause.length > 6) return false
  const isEnd = endsBehind(items, percent)
  if (clause.length === 0) return isEnd
  if (between.some((item) => /^(and|but)$/.test(item.lower))) return false
  const isMade = isOf && isEnd && equals.test(clause.at(-1)?.lower ?? '')
  if (isMade || !opener.test(clause[0]?.lower ?? '')) return isMade
  const isRate = [...clause, ...items.slice(percent + 1, percent + 3)].some((item) => rateWord.test(item.lower))
  return isRate || (clause.length <= 4 && isEnd)
}
