import { comparedUnit, type Quantity } from '#modules/quantities/index.js'
import { type Item, type Sentence, wordAt } from './claim.js'
import { mayOverlap } from './sum-divided.js'

/** How firmly words tie figures to one sum: as parts of a whole, by what stands right beside them, or somewhere near. */
type Tied = 'wholly' | 'firmly' | 'loosely'

/**
 * Figures near each other of which one may be what the others come to. `isClosed`: they are all the figures of their kind in
 * the sentence.
 */
export type NearSum = {
  /** Where it is printed: a hundred per cent is not. */
  readonly whole?: Item
  readonly size: Quantity
  readonly parts: readonly Item[]
  /** Those of the parts that are taken off. */
  readonly less?: readonly Item[]
  readonly tied: Tied
  readonly isClosed: boolean
}

/** Amounts of one unit that may be a whole and its parts. `isBound`: words say so, and not only the size of the figures. */
export type WholeAndParts = {
  readonly whole: Item
  readonly parts: readonly Item[]
  readonly isBound: boolean
  readonly isWithin: boolean
}

const [FEWEST, MOST, WIDEST] = [3, 9, 14]

/**
 * Every way in which all the amounts of a sentence may be a whole with its parts: one of them is the whole of the others, or
 * the whole of all stands in the two sentences before or in the lead-in; or the one amount is the whole of those before it.
 */
export function wholesAndParts(sentence: Sentence): WholeAndParts[] {
  const own = oneUnitOf(sentence)
  const [first] = own
  if (!first || own.length > MOST) return []
  if (own.length === 1) return sentence.previous ? behind(sentence.previous, sentence, first) : []
  return [...within(sentence, own), ...apart(sentence, own)]
}

/** One of the amounts as the whole: the largest, or where words bind them the first or the last. */
function within({ items, text }: Sentence, own: readonly Item[]): WholeAndParts[] {
  if (own.length < FEWEST) return []
  const largest = own.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one))
  return [...new Set([largest, ...own.slice(0, 1), ...own.slice(-1)])].flatMap((whole) => {
    const parts = own.filter((one) => sizeOf(one) !== sizeOf(whole))
    const isSaid = told.test(text) || (areBare(items, parts) && !isBare(items, whole))
    const isBound = isSaid && areLinked(items, parts, whole)
    return areParts(items, parts) && (isBound || whole === largest) ? [{ whole, parts, isBound, isWithin: true }] : []
  })
}

/** A list of parts, and each amount that was said before it; where only words bind them, those of the nearest sentence. */
function apart(sentence: Sentence, own: readonly Item[]): WholeAndParts[] {
  const { items, previous, leadIn } = sentence
  const before = [previous, previous?.previous, leadIn].map((one) => (one ? amountsLike(one, own[0]) : []))
  const words = items.map(({ lower }) => lower).join(' ')
  const nearest = before.find((amounts) => amounts.length > 0) ?? []
  const isBare = areBare(items, own) && !items.some(({ period }) => period)
  const isSaid = pointing.test(words) || closing.test(words)
  const isBound = isSaid || (isBare && (own.length >= FEWEST || nearest.length < 2))
  if (!areLinked(items, own) || summed.test(words)) return []
  return before.flat().flatMap((whole) => {
    const parts = own.filter((one) => sizeOf(one) !== sizeOf(whole))
    const isRoom = parts.length >= (isSaid || isBare ? 2 : FEWEST) && areParts(items, parts)
    return isRoom ? [{ whole, parts, isBound: isBound && nearest.includes(whole), isWithin: false }] : []
  })
}

/** "1,506 (1,331 full-time), 148 others and 127 more": what a bracket holds is of the figure before it alone. */
const depthOf = (items: readonly Item[], part: Item) =>
  items.slice(0, placeOf(items, part)).reduce((open, { text }) => open + Number(text === '(') - Number(text === ')'), 0)

/** None of them is nought, a level or a whole of its own, and none but the first a part of the one before it ("874 of those"). */
function areParts(items: readonly Item[], parts: readonly Item[]): boolean {
  const areWithin = parts.map((part) => {
    const at = placeOf(items, part)
    return /^of (?:those|these|them|whom|which)$/.test(`${wordAt(items, at + 1)} ${wordAt(items, at + 2)}`)
  })
  const isOther = (part: Item) => {
    const at = placeOf(items, part)
    return (
      sizeOf(part) === 0 ||
      /^(more|less|higher|lower|above|below)$/.test(wordAt(items, at + 1)) ||
      /(?:^| )(?:to|at|than|of (?:the|all|these))$/.test(`${wordAt(items, at - 2)} ${wordAt(items, at - 1)}`)
    )
  }
  const depths = new Set(parts.map((part) => depthOf(items, part)))
  return !parts.some(isOther) && depths.size < 2 && (areWithin[0] === true || !areWithin.includes(true))
}

/** A sentence of one amount behind the parts: "That makes 264.", "The helpline took 5,171 calls." */
function behind(previous: Sentence, { text, items }: Sentence, whole: Item): WholeAndParts[] {
  const parts = oneUnitOf(previous)
  const areTimeless = ![...previous.items, ...items].some(({ period }) => period)
  const areFew = areBare(previous.items, parts) && areTimeless && parts.every((part) => sizeOf(part) < sizeOf(whole))
  const isBound = summing.test(text) || areFew
  const isAlike = parts.length <= MOST && comparedUnit(parts[0]?.quantity) === comparedUnit(whole.quantity)
  const isRoom = parts.length >= (isBound ? 2 : FEWEST) && areParts(previous.items, parts)
  return isAlike && isRoom ? [{ whole, parts, isBound, isWithin: false }] : []
}

/** The amounts of a sentence, if they are exact and all of one unit, and no word sets them against each other. */
function oneUnitOf(sentence: Sentence): Item[] {
  const { items } = sentence
  const all = amountsLike(
    sentence,
    items.find(({ quantity }) => quantity && quantity.unit !== 'percent'),
  )
  const things = all.filter(({ quantity }) => quantity?.unit !== 'duration')
  const own = things.length > 1 ? things : all
  const isOther = ({ quantity, start }: Item) =>
    quantity && quantity.unit !== 'percent' && (quantity.sign || !all.some((one) => one.start === start))
  const isLoose = items.some((_, at) => isOtherwise(items, at) || isMoveAt(items, at))
  return isLoose || items.some(isOther) ? [] : own
}

const amountsLike = (sentence: Sentence, item: Item | undefined) =>
  amountsOf(sentence, item?.quantity?.unit === 'pounds' ? 'pounds' : 'count')
const sizeOf = ({ quantity }: Item) => quantity?.shown ?? 0

/** Words by which figures are set against each other, are for one of many, or only some of many. */
const otherwise =
  /^(than|compared|rose|fell|rise|fall|each|every|per|average|averaged|mean|including|includes|include|included|example|respectively|target|planned|nothing|minus|fewer|whereas|leaving|leaves|net|worst|busiest|quietest|highest|lowest|longest|shortest|youngest|oldest)$/
/** "So 40 are left", "three times as many"; but "so" may open a sentence, and 8,794 may be how many times. */
const isOtherwise = (items: readonly Item[], at: number) => {
  const [word, next] = [wordAt(items, at), wordAt(items, at + 1)]
  if (word === 'times') return /^(as|more|higher|larger|the|that|what|in|out)$/.test(next)
  const isName = at > 0 && items[at]?.text !== word
  return (word === 'so' && at > 0) || (otherwise.test(word) && !isName && next !== 'one')
}
/** Words of a whole with its parts. */
const told =
  /\b(?:of (?:which|whom|them|those|these|all)|of (?:the|our|this|that) (?=\S*\d)|all|totals?|altogether|together|made up|makes?|making|consists?|comprises?|split|divided|between them|the (?:rest|others?|remainder|remaining|balance)|plus|adds? up|accounts? for|the first|the second|which is|vacanc(?:y|ies)|in post)\b|[:(]/i
const pointing = /^(?:they|these|those|them|it|(?:and )?of (?:these|those|them))\b|\b(?:them|it) (?:down|up)\b/
const closing = /\b(?:others?|rest|remaining|remainder|neither|none|unknown|undecided|unsure)\b/
const summed = /\b(?:total|in all|in sum|altogether|together|combined)\b/
const summing =
  /^(?:that|this|these|those|they|together|altogether|in all|in total|all told|between them|the total)\b|\b(?:in all|in total|altogether|together)\b/i

/** Parts that name no thing of their own, but where, how or by whom: all of them, or all but one of three and more. */
function areBare(items: readonly Item[], parts: readonly Item[]): boolean {
  const bare = parts.filter((part) => isBare(items, part)).length
  const places = parts.map((part) => placeOf(items, part))
  if (parts.length < FEWEST && mayOverlap(items, places, true)) return false
  return bare >= Math.max(2, parts.length - 1)
}

const isBare = (items: readonly Item[], amount: Item) => {
  const next = items[placeOf(items, amount) + 1]
  return next === undefined || (next.kind !== 'period' && bareBefore.test(next.lower))
}
const bareBefore =
  /^([,;.):(]|and|or|but|while|of|in|at|for|to|by|on|from|with|about|after|through|inside|outside|without|who|that|not|is|are|was|were|has|have|had|did|do|could|would|went|came|said|remain|\w+ed)$/

/**
 * "Up 12", "from 40", "against the last year", "about 30": words that set figures against each other where one stands behind;
 * but not "broken down into 97", "make up 12", "turned down 22", "by letter 140".
 */
export const isMoveAt = (items: readonly Item[], at: number) =>
  /^(up|down|against|from|about|around|between|by)$/.test(items[at]?.lower ?? '') &&
  !/^(into|as|of|email|e-mail|letter|phone|telephone|post)$/.test(items[at + 1]?.lower ?? '') &&
  !/^(ma[dk](e|es|ing)|turn(s|ed|ing)|broken|taken|handed|passed|signed|followed|written)$/.test(
    items[at - 1]?.lower ?? '',
  ) &&
  items
    .slice(at + 1, at + 3)
    .some(({ quantity, period, lower }) => quantity || period || /^(last|target|budget)$/.test(lower))

/** An exact number of things or sum of money, per nothing. */
export const isPlainAmount = (quantity: Quantity | undefined) =>
  quantity !== undefined &&
  /^(count|pounds)$/.test(quantity.unit) &&
  !quantity.isRange &&
  !quantity.per &&
  !quantity.perTime &&
  (!quantity.approx || isSome(quantity))

/** "Some 2,940 people", which is no rounding. */
const isSome = ({ text, shown }: Quantity) => /^some /i.test(text) && shown % 100 !== 0 && shown > 100

/** A number of days, weeks or hours, exact and per nothing. */
export const isLength = ({ unit, isRange, approx, perTime, timeUnit }: Quantity) =>
  unit === 'duration' && !isRange && !approx && !perTime && !/^(year|quarter|month)$/.test(timeUnit ?? '')

/** The exact amounts of a kind; "one" is a part where it stands in a list ("and one was withdrawn"). */
export function amountsOf({ items }: Sentence, unit: 'count' | 'pounds'): Item[] {
  return items.flatMap((item, at) => {
    if (item.quantity?.unit === unit && isPlainAmount(item.quantity)) return [item]
    if (unit === 'count' && item.quantity && isLength(item.quantity)) return [item]
    const isOne = item.lower === 'one' && /^(,|;|and|:|\()$/.test(wordAt(items, at - 1)) && !items[at + 1]?.period
    return isOne && unit === 'count' && !/^(in|-|–|hundred|thousand|million)$/.test(wordAt(items, at + 1))
      ? [{ ...item, quantity: oneOf(item) }]
      : []
  })
}

const oneOf = ({ start, end, text }: Item): Quantity => ({
  ...{ shown: 1, low: 1, high: 1, precision: 1, unit: 'count', scale: 1, isRange: false, sign: '', inWords: true },
  ...{ start, end, text },
})

/** Where an item, or what was read of it, stands. */
export const placeOf = (items: readonly Item[], item: Item | undefined) =>
  items.findIndex(({ start }) => start === item?.start)

/** Between each part and the next a comma, a semicolon or "and" with the name of a part; the whole may stand among them. */
const areLinked = (items: readonly Item[], parts: readonly Item[], whole?: Item) =>
  parts
    .slice(1)
    .map((part, nth) => items.slice(placeOf(items, parts[nth]) + 1, placeOf(items, part)))
    .every(
      (gap) =>
        isLink(gap.filter((item) => item !== whole)) ||
        (parts.length > 2 && gap.length === 1 && gap[0]?.lower === 'and'),
    )

const isLink = (gap: readonly Item[]) =>
  gap.length > 1 &&
  gap.length <= WIDEST &&
  !/^(is|was|at|aged|over|under|until|since|then|those|these|them)$/.test(gap.at(-1)?.lower ?? '') &&
  gap.some(({ lower }) => /^(,|;|and|or|but|while|plus|&)$/.test(lower)) &&
  gap.some(({ kind }) => kind === 'word') &&
  gap.every(
    ({ text, period, quantity }) => !period && (!quantity || quantity.unit === 'percent') && !/^[.:]$/.test(text),
  )
