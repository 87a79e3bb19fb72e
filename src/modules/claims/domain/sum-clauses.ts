import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { isMoveAt, isPlainAmount } from './sum-listed.js'

/**
 * The ways to read a sentence for its sums: as it stands, by its clauses, and each without the small numbers in words that
 * count other things than its figures ("the four depots: 412, 208, 156 and 104", "14,905 in the next three").
 */
export const sumReadings = oncePerSentence((sentence): Sentence[] =>
  [sentence, ...clausesOf(sentence)].flatMap((one) => {
    const plain = uncounted(one, isCounter)
    const things = uncounted(plain, isLengthAmong)
    return [...new Set([plain, things, uncounted(things, isWordAmong)])]
  }),
)

type Amounts = readonly Item[]

function uncounted(sentence: Sentence, isOfOther: (item: Item, amounts: Amounts) => boolean): Sentence {
  const amounts = sentence.items.filter(({ quantity }) => quantity && (isPlainAmount(quantity) || quantity.timeUnit))
  const isListed = (item: Item) =>
    /^(?:and|or|,|;|:|\()$/.test(sentence.items[sentence.items.indexOf(item) - 1]?.lower ?? '')
  const others = amounts.filter((item) => !isListed(item) && isOfOther(item, amounts))
  if (others.length === 0) return sentence
  const asWord = ({ quantity: _, ...item }: Item): Item => ({ ...item, kind: 'word' })
  return { ...sentence, items: sentence.items.map((item) => (others.includes(item) ? asWord(item) : item)) }
}

/** "three groups", where three or four figures of that sort are named. */
const isCounter = (item: Item, amounts: Amounts) =>
  amounts.filter(isInWords).length === 1 &&
  isInWords(item) &&
  amounts.length > 2 &&
  [amounts.length - 1, amounts.length - 2].includes(item.quantity?.shown ?? 0)

const isLengthAmong = ({ quantity }: Item, amounts: Amounts) =>
  quantity?.unit === 'duration' && amounts.filter((one) => one.quantity?.unit !== 'duration').length > 2

/** A small number in words beside three figures and more. */
const isWordAmong = (item: Item, amounts: Amounts) =>
  isInWords(item) && (item.quantity?.shown ?? 0) < 20 && amounts.filter((one) => !isInWords(one)).length > 2

const isInWords = ({ quantity }: Item) => quantity?.inWords === true && quantity.unit === 'count'

/**
 * The clauses of a sentence in which figures may be one sum: what stands between its semicolons, without what is said
 * beside it in brackets or between commas (a share, a mean, another year, "12 of the 16" said again). What a clause goes on
 * from is the clause before it. None where the sentence is one clause as it stands.
 */
const clausesOf = oncePerSentence(findClauses)

function findClauses(sentence: Sentence): Sentence[] {
  const { items } = sentence
  const found: Sentence[] = []
  for (const segments of stretchesOf(segmentsOf(withoutAsides(items)))) {
    const own = segments.flat()
    const [first] = own
    if (!first || own.filter(({ quantity }) => quantity).length === 0) continue
    const before = items.filter(({ start }) => start < first.start)
    const isAfter = before.some(({ quantity }) => quantity)
    const clause = { ...sentence, items: own, text: own.map(({ text }) => text).join(' '), start: first.start }
    found.push(isAfter ? { ...clause, previous: { ...sentence, items: before } } : clause)
  }
  return found.filter((clause) => clause.items.length < items.length)
}

/** Words of a comparison, a change or a figure for one of many. */
const otherwise =
  /^(than|compared|versus|each|every|per|average|averaged|averaging|mean|target|then|respectively|previously)$/
/** Whether what stands between two commas, or in brackets, says something else than a number of things. */
const isOther = (items: readonly Item[]) =>
  items.some(
    ({ lower, quantity, period }, at) =>
      otherwise.test(lower) ||
      period?.relation === 'previous' ||
      (quantity && !isPlainAmount(quantity) && quantity.unit !== 'duration') ||
      isMoveAt(items, at),
  )

/** A sentence without the brackets that hold another sort of figure, a time or nothing that counts. */
function withoutAsides(items: readonly Item[]): Item[] {
  const kept: Item[] = []
  let at = 0
  while (at < items.length) {
    const item = items[at]
    const close = item?.text === '(' ? items.findIndex(({ text }, place) => place > at && text === ')') : -1
    const inside = items.slice(at + 1, close)
    const isKept =
      close < 0 || (inside.some(({ quantity }) => quantity) && !isOther(inside) && !isSaidAgain(inside, kept))
    if (isKept && item) kept.push(item)
    at = isKept ? at + 1 : close + 1
  }
  return kept
}

/** What stands between commas and semicolons; each begins with its mark. */
function segmentsOf(items: readonly Item[]): Item[][] {
  const segments: Item[][] = [[]]
  for (const item of items) {
    if (/^[,;:]$/.test(item.text)) segments.push([])
    segments.at(-1)?.push(item)
  }
  return segments
}

/** Segments that go on with each other: what is said beside them is left out, a figure of another sort ends them. */
function stretchesOf(segments: readonly Item[][]): Item[][][] {
  const stretches: Item[][][] = [[]]
  for (const segment of segments) {
    const before = stretches.at(-1)?.flat() ?? []
    const isBeside = isOther(segment) || isSaidAgain(segment, before)
    const mark = segment[0]?.text
    const isNew = mark === ';' || (mark === ':' && before.length === 0)
    if (isNew || (isBeside && endsList(segment))) stretches.push([])
    if (!isBeside) stretches.at(-1)?.push(isNew ? segment.slice(1) : segment)
  }
  return stretches
}

/** Whether what is said beside a list is a member of it that cannot be read, or of another time. */
const endsList = (segment: readonly Item[]) =>
  /^[,:](?: and)? \S/.test(leadOf(segment)) ||
  (segment.some(({ period }) => period) && !segment.some(({ quantity }) => quantity))

/** The words of a segment up to its first figure that counts, with the mark; empty where it has none. */
const leadOf = (segment: readonly Item[]) => {
  const first = segment.findIndex(({ quantity }) => isPlainAmount(quantity))
  return first === 1 || first === 2
    ? segment
        .slice(0, first + 1)
        .map(({ lower }) => lower)
        .join(' ')
    : ''
}

/** "12 of the 16", where figures before it are said once more. */
function isSaidAgain(segment: readonly Item[], before: readonly Item[]): boolean {
  const own = segment.filter(({ quantity }) => isPlainAmount(quantity))
  const known = new Set(before.map(({ quantity }) => quantity?.shown))
  return own.length > 1 && own.some(({ quantity }) => known.has(quantity?.shown))
}
