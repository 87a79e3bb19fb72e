import { comesTo } from '#modules/quantities/index.js'
import { type Item, type Sentence, wordAt } from './claim.js'
import { mayOverlap } from './sum-divided.js'
import { amountsOf, isMoveAt, type NearSum, placeOf } from './sum-listed.js'

/**
 * Amounts that words make the parts of one whole, however small: "of the 88", "41 rooms, 30 of them … and 11 …", "They were
 * 40 …, 12 … and 9 …" behind a sentence that counts them all.
 */
export function partsOfWholes(sentence: Sentence): NearSum[] {
  return (['count', 'pounds'] as const).flatMap((unit) => {
    const amounts = amountsOf(sentence, unit)
    if (!isOfParts(sentence.items, amounts)) return []
    const readings = [ofWhole, leadingWhole, toldResult].map((read) => read(sentence, amounts))
    const inside = readings.find((one) => one !== undefined)
    return [...(inside ? [inside] : []), ...wholesBefore(sentence, amounts, unit)]
  })
}

const isOfParts = (items: readonly Item[], amounts: readonly Item[]) =>
  amounts.length > 1 &&
  amounts.length <= MOST &&
  !items.some(({ lower, period }, at) => apart.test(lower) || isMoveAt(items, at) || period?.relation === 'previous')

const MOST = 9

/** Words that set figures against each other, or say that they are but some or for one of many. */
const apart =
  /^(than|compared|rose|fell|each|every|per|average|averaged|mean|including|includes|included|respectively|target|times|least|nearly|almost|both|also|such|if|some|several|many|most|mainly|mostly|rate|score|scores|previous|previously|when|because|whose|then|nothing)$/

/** "Of the 46, 31 … and 15 …", "fifty-two of the 88 … and 36 …", "1,840 … and 1,260 …, of the 3,100 …". */
function ofWhole({ items }: Sentence, amounts: readonly Item[]): NearSum | undefined {
  const wholes = amounts.filter(
    (item, nth) => ofLead.test(leadOf(items, item)) || isBehindOf(items, item, amounts[nth - 1]),
  )
  const [whole] = wholes
  if (!whole || new Set(wholes.map(sizeOf)).size !== 1) return undefined
  const parts = amounts.filter((item) => sizeOf(item) !== sizeOf(whole))
  const isAmong = parts.some(
    (_, nth) => nth > 1 && (parts[nth - 1]?.start ?? 0) < whole.start && (parts[nth]?.start ?? 0) > whole.start,
  )
  return isAmong ? undefined : divided(items, whole, parts)
}

const ofLead = /(?:^|[,;:(] )of$|(?:^| )of(?: (?:the|those|these|that|this|our|its|all))+$/
const isBehindOf = (items: readonly Item[], item: Item, before: Item | undefined) =>
  before !== undefined && placeOf(items, item) - placeOf(items, before) === 2 && / of$/.test(` ${leadOf(items, item)}`)

/** What follows a part that is no thing of its own: "30 of them", "46 were granted", "12 by post". */
const partWord =
  /^(of|in|at|for|to|by|on|from|with|about|after|against|before|into|inside|outside|through|within|without|who|that|not|is|are|was|were|has|have|had|did|do|went|came|said|gave|took|got|won|sold|met|chose|\w+ed)$/

/** "Applications numbered 74; 46 were granted and 28 refused", "48 meetings, 31 of them in person and 17 on line". */
function leadingWhole({ items }: Sentence, [whole, ...parts]: readonly Item[]): NearSum | undefined {
  const [first] = parts
  if (!whole || !first) return undefined
  const gap = items.slice(items.indexOf(whole) + 1, placeOf(items, first))
  const isOpen =
    gap.some(({ text }) => /^[,;:(–—-]$/.test(text)) && gap.every(({ text, period }) => text !== '.' && !period)
  const isSubject =
    /^(is|are|was|were|have|had)$/.test(gap[0]?.lower ?? '') ||
    (partWord.test(gap[0]?.lower ?? '') && gap[0]?.lower === wordAt(items, placeOf(items, first) + 1))
  const isLed = gap.some(({ text }) => /^[:(–—-]$/.test(text))
  const isPart = (item: Item) => {
    const next = items[placeOf(items, item) + 1]
    return partWord.test(next?.lower ?? '') || (isLed && (next === undefined || /^([,;.)]|and)$/.test(next.lower)))
  }
  const places = parts.map((item) => placeOf(items, item))
  const areOneWord = places.every(
    (at) =>
      /^([,;.)]|and|)$/.test(wordAt(items, at + 2)) &&
      items[at + 1]?.kind === 'word' &&
      !/s$/.test(wordAt(items, at + 1)),
  )
  const isOfThings = gap.some(({ lower }) => /s$|^(?:people|staff|men|women|children)$/.test(lower))
  const arePart = (areOneWord && isOfThings) || (isPart(first) && parts.filter(isPart).length >= parts.length / 2)
  const areOfThem = wordAt(items, (places[0] ?? 0) + 1) === 'of'
  const areApart = !areOfThem && !(isLed && parts.length > 2) && mayOverlap(items, places, true)
  return isOpen && !isSubject && arePart && !areApart ? divided(items, whole, parts) : undefined
}

/** "First quarter 47, second 52, third 39; so 138 to date", "47 + 36 = 83": what the others of the sentence come to. */
function toldResult({ items }: Sentence, amounts: readonly Item[]): NearSum | undefined {
  const last = amounts.at(-1)
  const isResult = last !== undefined && /(?:^| )(?:so(?: that)?|=)$/.test(leadOf(items, last))
  return isResult ? divided(items, last, amounts.slice(0, -1)) : undefined
}

function divided(items: readonly Item[], whole: Item, parts: readonly Item[]): NearSum | undefined {
  const gaps = parts
    .slice(1)
    .map((item, nth) =>
      items.slice(placeOf(items, parts[nth]) + 1, placeOf(items, item)).filter((one) => one !== whole),
    )
  const areWithin = parts.map((item) => isOfThem(items, item) && !isOfNext(items, item, whole))
  const isWithin = areWithin.slice(1).includes(true) && areWithin.includes(false)
  if (!whole.quantity || parts.length < 2 || !gaps.every(isLink) || isWithin || hasOpenRest(items)) return undefined
  if (whole.quantity.unit !== 'duration' && parts.some(({ quantity }) => quantity?.unit === 'duration'))
    return undefined
  if (parts.some(({ quantity }) => quantity?.shown === 1 && !quantity.inWords)) return undefined
  return { whole, size: whole.quantity, parts, tied: 'wholly', isClosed: true }
}

/** A mark or a joining word, and no share of its own or words of a level, an age or a time. */
const isLink = (gap: readonly Item[]) =>
  gap.length <= WIDEST &&
  gap.some(({ lower }) => /^(,|;|and|or|but|plus|while|with|&|\+)$/.test(lower)) &&
  !/^(is|was|at|aged|to|in|of|on|over|under|until|since|those|these|them)$/.test(gap.at(-1)?.lower ?? '') &&
  gap.every(({ quantity }, at) => !quantity || gap[at - 1]?.text === '(')

const WIDEST = 16

/** "and the rest going in tax cuts": a part without a figure. */
export const hasOpenRest = (items: readonly Item[]) =>
  items.some(
    ({ lower }, at) =>
      /^(rest|remainder|remaining|others?|balance)$/.test(lower) &&
      !items.slice(Math.max(0, at - 3), at + 5).some(({ quantity }) => quantity),
  )

/** "and 12 of those": a part of the part before it; but "leaving 17 of them" is what is left of the whole. */
const isOfThem = (items: readonly Item[], item: Item) => {
  const at = placeOf(items, item)
  const isOf = /^of (?:the|those|these|them|whom|which)\b/.test(`${wordAt(items, at + 1)} ${wordAt(items, at + 2)}`)
  return isOf && !/^leav/.test(wordAt(items, at - 1))
}

/** "1,248 of the 6,240": of the whole itself. */
const isOfNext = (items: readonly Item[], item: Item, whole: Item) => {
  const apart = placeOf(items, whole) - placeOf(items, item)
  return apart > 0 && apart < 4
}

const pointing = /^(?:they|these|those|it|by|between|\(|(?:and )?of (?:them|those|these))(?= |$)/
const closing = /\b(?:others?|rest|remaining|remainder|neither|none|unknown|undecided|unsure)\b/

/** A sentence that is a list of parts and points back, with each amount of the sentence before or of its lead-in. */
function wholesBefore(sentence: Sentence, parts: readonly Item[], unit: 'count' | 'pounds'): NearSum[] {
  const { items, leadIn } = sentence
  const before = [sentence.previous, sentence.previous?.previous, leadIn].find(
    (one) => one && amountsOf(one, unit).length > 0,
  )
  const first = items.indexOf(parts[0] ?? ({} as Item))
  if (!before || first > 6) return []
  const tail = items
    .slice(placeOf(items, parts.at(-2)))
    .map(({ lower }) => lower)
    .join(' ')
  const areAside = parts.every((item) => wordAt(items, placeOf(items, item) - 1) === '(')
  if (!areAside && !pointing.test(`${wordAt(items, 0)} ${wordAt(items, 1)}`) && !closing.test(tail)) return []
  const all = amountsOf(before, unit).filter(({ lower }) => lower !== 'one')
  const largest = Math.max(...all.map((item) => sizeOf(item) ?? 0))
  const wholes = all.length > 3 ? all.filter((item) => sizeOf(item) === largest).slice(0, 1) : all
  const isSame = wholes.some((whole) => parts.some((part) => sizeOf(part) === sizeOf(whole)))
  return isSame ? [] : wholes.flatMap((whole) => divided(items, whole, parts) ?? [])
}

/** Whether some of the parts that stand together come to the whole already. */
export const areFewerParts = ({ size, parts, less }: NearSum): boolean =>
  !less &&
  parts.some((_, from) =>
    parts.some(
      (_, to) =>
        to > from &&
        comesTo(
          size,
          parts.slice(from, to + 1).flatMap(({ quantity }) => quantity ?? []),
        ),
    ),
  )

const sizeOf = ({ quantity }: Item) => quantity?.shown
const leadOf = (items: readonly Item[], item: Item) =>
  items
    .slice(Math.max(0, placeOf(items, item) - 3), placeOf(items, item))
    .map(({ lower }) => lower)
    .join(' ')
