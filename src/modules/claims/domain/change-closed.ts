import {
  comparedUnit,
  inPrint,
  inUnit,
  isOneSlip,
  looseSpan,
  meets,
  type Quantity,
  roundedSpan,
  type Span,
} from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import { isElsewhere } from './change-levels.js'
import { isOfEarlier } from './change-stated.js'
import { type Delta, deltasIn } from './change-words.js'
import { looseDeltas } from './change-words-loose.js'
import type { Item, Sentence } from './claim.js'
import { directionOf, isChangeNoun, isOfAnother, isPastBase, leftwards } from './claim-words.js'
import { factWords } from './fact-words.js'

/**
 * A change whose two levels are the only ones that it can be of: the two of its sentence, or its own and the one of the
 * sentence before, wherever they stand. "With 412 visits against 388 the year before, the van was used 6% more".
 */
export function closedChanges(sentence: Sentence, judgedAlready: ReadonlySet<number>): SaidDirection[] {
  const { items } = sentence
  if (items.some((item) => elsewhere.test(item.lower))) return []
  const deltas = [...deltasIn(sentence), ...looseDeltas(sentence, deltasIn(sentence))]
  if (deltas.length === 0 || deltas.length > 2 || deltas.some((delta) => delta.factor !== undefined)) return []
  const taken = new Set(deltas.map((delta) => delta.at))
  const shares = deltas.filter((delta) => items[delta.at]?.quantity?.unit === 'percent')
  const said = deltas.flatMap((delta) => {
    const stated = items[delta.at]?.quantity
    if (!stated || judgedAlready.has(delta.at) || !isPlainChange(items, delta) || hasOwnThing(sentence, delta))
      return []
    const levels = levelsFor(sentence, { stated, taken, delta })
    const one = levels && judged(items, delta, stated, levels)
    if (one?.verdict === 'warning' && isSaidElsewhere(items, delta, levels)) return []
    return levels ? (one ?? []) : twice(sentence, delta, deltas)
  })
  // "slipped by 1.8 points and after dark by 4.7": each of two changes has levels of its own.
  const isOfTwo = shares.length > 1 || (shares.length === 0 && deltas.length > 1)
  return isOfTwo ? said.filter(({ verdict }) => verdict === 'holds') : said
}

/** Words of another figure than the two levels and their change. */
const elsewhere =
  /^(respectively|targets?|aim|aims|aimed|goal|national|nationally|expect|expects|expected|expectations|hoped|hoping|inflation|forecasts|predicted|estimates|analysts|ahead)$/

/** Not "6% a year", not "two quarters ahead". */
function isPlainChange(items: Item[], { at }: Delta): boolean {
  const quantity = items[at]?.quantity
  if (
    !quantity ||
    quantity.isRange ||
    (quantity.inWords && !/^(percent|points|duration)$/.test(quantity.unit)) ||
    /^(year|month|quarter)$/.test(quantity.timeUnit ?? '')
  )
    return false
  return !/^(per|annually|annual|each|every)$/.test(items[at + 1]?.lower ?? '')
}

type Asked = { stated: Quantity; taken: Set<number>; delta: Delta }
type Levels = { quantities: [Quantity, Quantity]; start: number; end: number }

function levelsFor(sentence: Sentence, asked: Asked): Levels | undefined {
  const own = levelItems(sentence, asked.taken, asked.stated)
  if (own === undefined) return undefined
  if (own.length === 2) return compares(sentence, asked.delta, own) ? asLevels(own) : undefined
  const before = sentence.previous
  const earlier = before && levelItems(before, changesOf(before), asked.stated)
  if (!before || !earlier || own.length > 2) return undefined
  if (own.length === 1) return isLaterOf(before, earlier, sentence, own) ? asLevels([...earlier, ...own]) : undefined
  if (!pointsBack(sentence)) return undefined
  if (earlier.length === 2) return asLevels(earlier)
  const first = before.previous && levelItems(before.previous, changesOf(before.previous), asked.stated)
  return earlier.length === 1 && first?.length === 1 ? asLevels([...first, ...earlier]) : undefined
}

const changesOf = (sentence: Sentence) => new Set(deltasIn(sentence).map((delta) => delta.at))

/** The quantities that a change can be between; nothing where they are of several units. */
function levelItems(sentence: Sentence, taken: ReadonlySet<number>, stated: Quantity): Item[] | undefined {
  const levels = sentence.items.filter((item, at) => item.quantity && !taken.has(at) && !isBeside(sentence.items, at))
  const units = new Set(levels.map((item) => comparedUnit(item.quantity)))
  const wanted = stated.unit === 'points' ? 'percent' : stated.unit
  const isOfOneUnit =
    units.size <= 1 &&
    (stated.unit === 'percent' || units.size === 0 || units.has(wanted === 'duration' ? 'count' : wanted))
  const isShareOfShare = stated.unit === 'percent' && units.has('percent')
  return isOfOneUnit && !isShareOfShare && levels.every((item) => !item.quantity?.isRange) ? levels : undefined
}

/** "within ten seconds", "in ten days", "one of": no level of anything. */
const isBeside = (items: Item[], at: number) => {
  const quantity = items[at]?.quantity
  const isTime = quantity?.unit === 'duration' && /^(within|in|under|over|after)$/.test(items[at - 1]?.lower ?? '')
  return isTime || (quantity?.inWords === true && quantity.unit === 'count' && quantity.shown < 13)
}

function asLevels(items: Item[]): Levels | undefined {
  const [first, second] = items.map((item) => item.quantity)
  if (!first || !second || items.length !== 2) return undefined
  const [low, high] = [Math.min(first.shown, second.shown), Math.max(first.shown, second.shown)]
  if (low <= 0 || high / low > 5) return undefined
  return {
    quantities: first.shown <= second.shown ? [first, second] : [second, first],
    start: Math.min(...items.map((item) => item.start)),
    end: Math.max(...items.map((item) => item.end)),
  }
}

const cue =
  /^(compared|compares|comparison|against|than|versus|vs|v|from|previous|previously|baseline|base|last|was|were|been|had|having|stood|exceeding|exceeded|on|current)$/

/** Whether two levels are set against each other: one of them is said to be the earlier, or each has its own time. */
function compares(sentence: Sentence, delta: Delta, levels: Item[]): boolean {
  const { items } = sentence
  const [first, second] = levels.map((level) => items.indexOf(level))
  if (first === undefined || second === undefined || isElsewhere(items, first) || isElsewhere(items, second))
    return false
  if (isPastBase(items, delta.at, [first, second]) || items.slice(first, second).some(isCause)) return false
  if (isOfEarlier(sentence, delta, [first, second]) || isOfAnother(items, [delta.at, first, second])) return false
  if (items[second - 1]?.lower === 'to' && second - first <= 4) return true
  const marked = [first, second].filter((at) => isEarlier(items, at))
  const result = [first, second].find((at) => items[at - 1]?.lower === 'to' && at > delta.at)
  if (result !== undefined) return marked.some((at) => at !== result)
  return marked.length > 0 || [first, second].filter((at) => isDated(items, at)).length > 0
}

/** "£90k below 2025/26 (£2.43m) because the grant was cut from £0.61m": the cause is another thing. */
const isCause = ({ lower }: Item) => lower === 'because'

/** "against 388", "than the previous year's 388", "(388", "2022/23: 388". */
function isEarlier(items: Item[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    const item = items[back]
    if (!item || item.kind === 'quantity' || /^[;.]$/.test(item.text)) return false
    if (cue.test(item.lower) || item.period?.relation === 'previous' || (item.period && back >= at - 2)) return true
  }
  return false
}

const isDated = (items: Item[], at: number) => {
  const next = items.slice(at + 1, at + 6)
  if (next.slice(0, 2).some((item) => /^(then|now|today|before)$/.test(item.lower))) return true
  const stop = next.findIndex((item) => item.kind === 'quantity' || /^[,;]$/.test(item.text))
  return (stop < 0 ? next : next.slice(0, stop)).some((item) => item.period)
}

/** A change of something that it names itself: "a rise of 40% in online reports", "and arrests fell by 10%". */
function hasOwnThing({ items }: Sentence, delta: Delta): boolean {
  const after = items[delta.until + 1]
  const thing = items[delta.until + 2]
  const isIn = /^(in|of|for)$/.test(after?.lower ?? '') && thing?.kind === 'word'
  if (isBeforeAnother(items, delta)) return true
  if (isIn && !/^(the|real|comparison|cash|total|numbers?|this|our|all|year)$/.test(thing?.lower ?? '')) return true
  const join = leftwards(
    items,
    delta.from,
    12,
    (item) => item.kind === 'quantity' || /^(and|while|whilst|whereas|but|;|including|with|because)$/.test(item.lower),
  )
  const word = items[join]
  if (!word || word.kind === 'quantity') return false
  if (word.lower === 'including') return true
  const subject = items.slice(join + 1, delta.from)
  return subject.some((item) => item.kind === 'word' && !small.test(item.lower) && directionOf(item.lower) === 0)
}

/** "rose by 12% while charges rose from 40 to 60": the levels behind the joining word have a move of their own. */
function isBeforeAnother(items: Item[], delta: Delta): boolean {
  const join = items.findIndex(
    (item, at) => at > delta.until && /^(while|whilst|whereas|but|although)$/.test(item.lower),
  )
  const rest = join < 0 ? [] : items.slice(join + 1)
  return rest.some(isMoving) && !items.slice(0, delta.at).some((item) => item.quantity)
}

const small =
  /^(a|an|the|is|was|are|were|has|have|had|been|by|of|also|then|this|that|it|which|represents|represent|equates|equate|to|seen|saw|now|just|only|some|overall|total|another|further|more|being|i|e|making|giving|up|down|on|in|from|so|did)$/

/** The sentence before speaks of the same thing at an earlier time. */
function isLaterOf(before: Sentence, earlier: Item[], sentence: Sentence, own: Item[]): boolean {
  const [first, second] = [earlier[0], own[0]]
  if (earlier.length !== 1 || own.length !== 1 || !first || !second || !isTimed(before, sentence)) return false
  if (comparedUnit(first.quantity) !== comparedUnit(second.quantity)) return false
  const [told, said] = [before, sentence].map((one) => factWords(one.items.filter((item) => !isMoving(item))).hard)
  return (
    pointsBack(sentence) || isOfIt(sentence) || said?.length === 0 || (said ?? []).some((word) => told?.includes(word))
  )
}

/** "The year before it was £3.2m". */
const isOfIt = ({ items }: Sentence) =>
  items.slice(0, 6).some((item, at) => item.lower === 'it' && /^(was|is|stood)$/.test(items[at + 1]?.lower ?? ''))

const isMoving = (item: Item) => directionOf(item.lower) !== 0 || isChangeNoun(item.lower)

/** Each has a time of its own, or the second points back: "A year ago it was 412". */
function isTimed(before: Sentence, sentence: Sentence): boolean {
  const [first, second] = [before, sentence].map((one) => one.items.flatMap((item) => item.period ?? []))
  if (!first || !second) return false
  if (second.length === 0)
    return sentence.items.slice(0, 4).some((item) => item.lower === 'later') || pointsBack(sentence)
  const [a, b] = [first[0], second[0]]
  if (a?.from !== undefined && b?.from !== undefined && a.from >= b.from) return false
  return first.length <= 1 && second.length === 1 && a?.key !== b?.key
}

const pointsBack = ({ items }: Sentence) =>
  /^(this|that|it|these|which|an|a|change|difference)$/.test(items[0]?.lower ?? '') ||
  (items[0]?.lower === 'the' && isChangeNoun(items[1]?.lower ?? ''))

/** "200 more officers: 124 on response, 76 in neighbourhoods": the two are its parts. */
const areParts = (stated: Quantity, low: Quantity, high: Quantity) => low.shown + high.shown === stated.shown

function judged(items: Item[], delta: Delta, stated: Quantity, levels: Levels): SaidDirection | undefined {
  const [low, high] = levels.quantities
  if (areParts(stated, low, high)) return undefined
  const ways = delta.direction === 0 ? ([1, -1] as const) : ([delta.direction] as const)
  const given = ways.map((way) => changeOf(stated, way, low, high))
  const place = {
    start: Math.min(levels.start, items[delta.at]?.start ?? 0),
    end: Math.max(levels.end, items[delta.at]?.end ?? 0),
  }
  const [first] = ways.map((way) => changeOf(stated, way, shown(low), shown(high)).low)
  const worked = stated.unit === 'percent' ? `${inPrint(first ?? 0)}%` : inUnit(first ?? 0, stated)
  const working = `${inUnit(low.shown, low)} and ${inUnit(high.shown, high)}: ${worked}`
  const printed = stated.inWords ? stated : roundedSpan(stated)
  if (given.some((span) => meets(span, printed)))
    return { ...place, verdict: 'holds', message: 'The change follows from its two figures.', working }
  const loose = ways.map((way) => changeOf(stated, way, looseSpan(low), looseSpan(high)))
  if (loose.some((span) => meets(span, looseSpan(stated))) || isHedged(stated, first ?? 0)) return undefined
  if (isFarOff(stated, first ?? 0)) return undefined
  const message = `The text says ${stated.text}; its two figures, ${low.text.trim()} and ${high.text.trim()}, give ${worked}.`
  return { ...place, verdict: 'warning', message, working, suggestion: 'Mend the change or one of the two figures.' }
}

/** The levels of a sentence; where it has none and points back ("That is 40 (10%) fewer"), those of the one before. */
function levelsBeside(sentence: Sentence, deltas: readonly Delta[], size: Quantity): Item[] {
  const own = levelItems(sentence, new Set(deltas.map(({ at }) => at)), size) ?? []
  const before = own.length === 0 && pointsBack(sentence) ? sentence.previous : undefined
  return before ? (levelItems(before, changesOf(before), size) ?? []) : own
}

/** One level, and its change said twice: "823 were 7% higher (+51)". The level may be the earlier or the later one. */
function twice(sentence: Sentence, delta: Delta, deltas: readonly Delta[]): SaidDirection[] {
  const { items } = sentence
  const other = deltas.find((one) => one !== delta)
  const [share, amount] = [items[delta.at], items[other?.at ?? -1]]
  const [percent, size] = [share?.quantity, amount?.quantity]
  if (!share || !amount || percent?.unit !== 'percent' || !size || size.unit === 'percent') return []
  if (other?.direction !== delta.direction || Math.abs(other.at - delta.at) > 8) return []
  const levels = levelsBeside(sentence, deltas, size)
  const level = levels.length === 1 ? levels[0]?.quantity : undefined
  const [base = 0, ...rest] = level ? [level.shown - delta.direction * size.shown, level.shown] : []
  if (!level || base <= 0 || size.shown > level.shown) return []
  const { low, high } = roundedSpan(size)
  const given = [base, ...rest].map((of) => ({ low: (low / of) * 100, high: (high / of) * 100 }))
  const place = { start: Math.min(share.start, amount.start), end: Math.max(share.end, amount.end) }
  const worked = `${inPrint((size.shown / base) * 100, 1)}%`
  const working = `${inUnit(size.shown, size)} ÷ ${inUnit(base, level)} = ${worked}`
  if (given.some((span) => meets(span, roundedSpan(percent))))
    return [{ ...place, verdict: 'holds', message: 'The amount and the percentage agree.', working }]
  if (percent.approx || size.approx) return []
  const message = `${amount.text.trim()} is ${worked} of the level before, not ${share.text.trim()}.`
  return [{ ...place, verdict: 'warning', message, working, suggestion: 'Mend the amount or the percentage.' }]
}

/** "31 weeks, three quicker than last year but five over the standard of 26": another figure is what the two are apart. */
const isSaidElsewhere = (items: Item[], { at }: Delta, levels: Levels | undefined) => {
  const [low, high] = levels?.quantities ?? []
  return items.some(
    ({ quantity }, place) =>
      quantity &&
      low &&
      high &&
      place !== at &&
      Math.abs(quantity.shown - high.shown + low.shown) < quantity.precision / 2,
  )
}

const shown = ({ shown: value }: Quantity): Span => ({ low: value, high: value })

/** "31.2 a year (156 in all), so that this year was 16.7% below": three times too much, the two are no levels of one thing. */
const isFarOff = ({ unit, shown: said, precision }: Quantity, given: number) =>
  unit === 'percent' && given > 3 * said && !isOneSlip(given, said, precision)

const isHedged = (stated: Quantity, given: number) =>
  stated.approx !== undefined && Math.abs(Math.abs(given) - stated.shown) <= 0.15 * stated.shown

/** How far it is between two levels, going up or down, in the unit of the stated change. */
function changeOf(stated: Quantity, way: 1 | -1, low: Span, high: Span): Span {
  const span = { low: high.low - low.high, high: high.high - low.low }
  if (stated.unit !== 'percent') return span
  const from = way > 0 ? low : high
  return { low: (span.low / Math.max(1e-9, from.high)) * 100, high: (span.high / Math.max(1e-9, from.low)) * 100 }
}
