import {
  type Item,
  isMoveAt,
  isPlainAmount,
  type Prose,
  proseOf,
  type Sentence,
  sumReadings,
} from '#modules/claims/index.js'
import type { CheckedDocument, Finding } from '#modules/passages/index.js'
import { comesTo, isSlipOfSum } from '#modules/quantities/index.js'
import { askedAsSum } from './asked-figures.js'
import { spokenOf } from './spoken-places.js'

/**
 * Sentences whose amounts are all of one unit, of which no check has spoken: where the others do not come to the largest,
 * but would if one digit were another, a person is asked. By their size alone if they are large; small ones where words
 * say that a whole is told with its parts.
 */
export function checkClosedSums(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(
    document,
    findings.filter(({ kind }) => kind !== 'contradiction' && kind !== 'possible-percentage'),
  )
  return prose.sentences.flatMap((sentence) => {
    const sets = sumReadings(sentence).map((reading) => ({ reading, set: closedSet(reading) ?? [] }))
    if (sets.some(({ set }) => comesOut(set))) return []
    const free = sets.filter(({ set }) => set.length > 0 && !set.some((item) => spoken(prose.quote(item))))
    return free.flatMap(({ reading, set }) => asked(prose, reading, set) ?? []).slice(0, 1)
  })
}

/** Whether the largest is what the others come to. */
function comesOut(set: readonly Item[]): boolean {
  const sizes = set.flatMap(({ quantity }) => quantity ?? []).toSorted((one, other) => other.shown - one.shown)
  const [whole, ...parts] = sizes
  return whole !== undefined && comesTo(whole, parts)
}

const [FEWEST, MOST, LARGE] = [3, 8, 1000]

/** Words by which figures are set against each other, are shares of time, or only some of many. */
const otherwise =
  /^(than|compared|rose|fell|rise|fall|each|every|per|average|averaged|mean|including|includes|include|example|respectively|target|times|least|most|over|under|nearly|almost|nothing|none)$/

/** The amounts of a sentence, if they are all of one unit and plain. */
function closedSet({ items }: Sentence): Item[] | undefined {
  if (items.some(({ lower }, at) => otherwise.test(lower) || isMoveAt(items, at))) return undefined
  const figures = items.filter(({ quantity }) => quantity && quantity.unit !== 'percent')
  const amounts = figures.filter(({ quantity }) => isPlainAmount(quantity) && !quantity?.sign)
  const isOne = new Set(amounts.map(({ quantity }) => quantity?.unit)).size === 1
  const isRoom = amounts.length >= FEWEST && amounts.length <= MOST
  return isOne && isRoom && amounts.length === figures.length ? amounts : undefined
}

const told =
  /\b(?:of (?:the|which|whom|them|those|these|all|our|this|that)|all|totals?|altogether|together|made up|makes?|making|consists?|comprises?|split|divided|between them|the (?:rest|others?|remainder|remaining|balance)|plus|adds?|added|accounts? for|the first|the second)\b|[:(]/i

function asked(prose: Prose, sentence: Sentence, set: readonly Item[]): Finding | undefined {
  const sizes = set.flatMap(({ quantity }) => quantity ?? [])
  const largest = Math.max(...sizes.map(({ shown }) => shown))
  const at = sizes.findIndex(({ shown }) => shown === largest)
  const [whole, own] = [sizes[at], set[at]]
  const parts = sizes.toSpliced(at, 1)
  if (!whole || !own || comesTo(whole, parts) || !isSlipOfSum(whole, parts)) return undefined
  if (sentence.previous?.items.some(({ quantity }) => quantity && comesTo(quantity, sizes))) return undefined
  if (whole.shown < LARGE && !told.test(sentence.text)) return undefined
  const quotes = [own, ...set.toSpliced(at, 1)].map((item) => prose.quote(item))
  return askedAsSum(quotes, whole, parts)
}
