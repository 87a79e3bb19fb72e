import { comparedUnit, type Quantity } from '#modules/quantities/index.js'
import { type Item, type Sentence, wordAt } from './claim.js'
import { isPastBase } from './claim-words.js'
import { sumReadings } from './sum-clauses.js'
import { flowsNear } from './sum-flow.js'
import { sumsOfShares } from './sum-hundred.js'
import { amountsOf, isLength, isPlainAmount, type NearSum } from './sum-listed.js'
import { partsOfWholes } from './sum-parts.js'

const [MOST, FEWEST] = [8, 2]

/** Words of figures for one of something, or that are not of what is. */
const otherwise =
  /^(each|every|per|average|averaged|averaging|mean|median|target|targets|limit|respectively|times|example|including)$/

/** Every way in which figures of a sentence, or two of it and one of the two before it, may make a sum. */
export const nearSums = (sentence: Sentence): NearSum[] => sumReadings(sentence).flatMap(sumsIn)

function sumsIn(sentence: Sentence): NearSum[] {
  const isOther = sentence.items.some(({ lower }) => otherwise.test(lower))
  if (isOther && hasGap(sentence))
    return (['count', 'pounds'] as const).flatMap((unit) => threes(sentence, plainOf(sentence, unit)))
  if (isOther) return []
  const tied = (['count', 'pounds'] as const).flatMap((unit) => {
    const own = plainOf(sentence, unit)
    if (own.length < FEWEST || own.length > MOST || hasPartOfPart(sentence, own)) return []
    return [
      ...threes(sentence, own),
      ...closed(sentence, own),
      ...withOneBefore(sentence, own, unit).filter(({ tied }) => tied === 'firmly'),
    ]
  })
  return [...tied, ...partsOfWholes(sentence), ...flows(sentence), ...sumsOfShares(sentence)]
}

/** A stock, what came in and what went out of it, and what there is in the end. */
function flows(sentence: Sentence): NearSum[] {
  const { items, previous } = sentence
  const before = [previous, previous?.previous].flatMap((one) => (one ? amountsOf(one, 'count') : []))
  return flowsNear(items, amountsOf(sentence, 'count'), before).flatMap(({ end, parts, less }) =>
    end.quantity ? [{ whole: end, size: end.quantity, parts, less, tied: 'wholly', isClosed: true }] : [],
  )
}

/** "1,456 answered and 874 of those agreed": a part of a part. */
const hasPartOfPart = ({ items }: Sentence, own: readonly Item[]) =>
  own.some((item) =>
    /^of (?:those|these|them|whom|which)$/.test(
      items
        .slice(items.indexOf(item) + 1, items.indexOf(item) + 3)
        .map(({ lower }) => lower)
        .join(' '),
    ),
  )

const hasGap = ({ items }: Sentence) => items.some(({ lower }) => apartBy.test(lower))

/** The exact figures of a kind, each once; where a gap is spoken of, rates and sums for a time as well. */
function plainOf(sentence: Sentence, unit: string): Item[] {
  const isRate = ({ unit: own, perTime }: Quantity) => hasGap(sentence) && (own === 'rate' || perTime !== undefined)
  const all = sentence.items.filter(({ quantity }) => {
    const compared = quantity?.unit === 'rate' ? 'count' : comparedUnit(quantity)
    return quantity && compared === unit && (isPlainAmount(quantity) || isLength(quantity) || isRate(quantity))
  })
  return all.filter(({ quantity }, nth) => !all.slice(0, nth).some((one) => one.quantity?.shown === quantity?.shown))
}

/** Any three of a few figures: the largest may be what the other two come to. */
function threes(sentence: Sentence, own: readonly Item[]): NearSum[] {
  if (own.length < 3 || own.length > 5) return []
  return own.flatMap((one, nth) =>
    own
      .slice(nth + 1)
      .flatMap((two, more) =>
        own.slice(nth + more + 2).flatMap((three) => sumsOf(sentence, [one, two, three], own.length === 3)),
      ),
  )
}

/** All of them: the largest may be what the others come to. */
const closed = (sentence: Sentence, own: readonly Item[]): NearSum[] =>
  own.length > 3 && sentence.items.filter(({ period }) => period).length < 2 ? sumsOf(sentence, own, true) : []

/** The largest as what the others come to; where one of three is a distance, either of the other two. */
function sumsOf({ items }: Sentence, figures: readonly Item[], isClosed: boolean): NearSum[] {
  const size = ({ quantity }: Item) => quantity?.shown ?? 0
  const largest = figures.reduce((one, two) => (size(two) > size(one) ? two : one))
  const distances = figures.filter((figure) => figure !== largest && isDistance(items, items.indexOf(figure)))
  const isApart = figures.length === 3 && distances.length === 1
  const results = figures.filter((figure) =>
    /^(so|brings?|brought)$/.test(items[items.indexOf(figure) - 1]?.lower ?? ''),
  )
  const wholes = isApart ? figures.filter((figure) => figure !== distances[0]) : new Set([largest, ...results])
  const tied = distances.length > 0 ? 'firmly' : 'loosely'
  if (tied === 'loosely' && !items.some(({ lower }) => near.test(lower))) return []
  return [...wholes].flatMap((whole) => {
    const parts = figures.filter((figure) => figure !== whole)
    const places = figures.map((figure) => items.indexOf(figure))
    const isPast = distances.some((one) => isPastBase(items, items.indexOf(one), places))
    return whole.quantity && !isPast ? [{ whole, size: whole.quantity, parts, isClosed, tied }] : []
  })
}

/** Two figures of a sentence, one of them said to be a distance, with a third from the two sentences before. */
function withOneBefore(sentence: Sentence, own: readonly Item[], unit: string): NearSum[] {
  const before = [sentence.previous, sentence.previous?.previous, sentence.leadIn].flatMap((one) =>
    one ? plainOf(one, unit) : [],
  )
  if (before.length > MOST || own.length !== 2) return []
  return before.flatMap((other) => {
    const isNew = own.every(({ quantity }) => quantity?.shown !== other.quantity?.shown)
    return isNew ? sumsOf(sentence, [other, ...own], true) : []
  })
}

const distance =
  /^(more|fewer|less|higher|lower|over|under|above|below|short|longer|shorter|quicker|faster|slower|sooner|later|earlier|extra|further|additional|another|net|left|unused|unspent|vacant|empty|remain|remained|remaining|open|outstanding|gain|added|deferred)$/
const lead =
  /^(by|extra|further|additional|another|added|adding|adds|net|but|except|excluding|includes|including|plus|less|minus|other|remaining|out|without)$/
const near =
  /^(together|altogether|all|total|totals|whole|sum|both|rest|remainder|remaining|others|split|made|adds?|added|adding|sum|plus|less|minus|leaves|leaving|left|includes|included|excludes|without|brought|brings|restated|revised|corrected|printed|instead|more|fewer|gain|net|than|above|below)$/

const apartBy = /^(correction|revision|adjustment|difference|gap|shortfall|surplus|balance)$/

const moveBy = /^(gain|loss|growth)$/

/** "27 fewer", "fifteen days fewer", "22 of the 310 days unused", "all but 38", "a net gain of 8". */
const isDistance = (items: readonly Item[], at: number) =>
  at >= 0 &&
  (distance.test(wordAt(items, at + 1)) ||
    (items[at + 1]?.kind === 'word' &&
      !/^(are|is|was|were|had|have)$/.test(wordAt(items, at + 1)) &&
      distance.test(wordAt(items, at + 2))) ||
    lead.test(wordAt(items, at - 1)) ||
    (wordAt(items, at - 1) === 'the' && /^(without|excluding|except)$/.test(wordAt(items, at - 2))) ||
    (wordAt(items, at - 1) === 'of' && moveBy.test(wordAt(items, at - 2))) ||
    (/^(of|is|was)$/.test(wordAt(items, at - 1)) && items.slice(0, at).some(({ lower }) => apartBy.test(lower))))
