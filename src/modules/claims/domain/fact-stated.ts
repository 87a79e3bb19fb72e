import type { CheckedDocument } from '#modules/passages/index.js'
import type { Period, Quantity } from '#modules/quantities/index.js'
import { isPlain } from '#modules/quantities/index.js'
import { ownPeriod } from './change-level-time.js'
import { pairsOf } from './change-levels.js'
import { type Delta, deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { oncePerSentence } from './claim-once.js'
import { periodFor } from './claim-periods.js'
import { proseOf } from './claim-prose.js'
import { directionOf, leftwards } from './claim-words.js'
import type { StatedFact } from './fact.js'
import { tableFacts } from './fact-of-table.js'
import { factWords, isOfDrawing } from './fact-words.js'

/** Every fact that a document states: in its sentences in their order, then in its tables of key figures. */
export function factsOf(document: CheckedDocument, number: number): StatedFact[] {
  const prose = proseOf(document)
  let heading = ''
  const said = prose.sentences.flatMap((sentence) => {
    if (sentence.kind === 'heading') heading = sentence.text
    if (isOfDrawing(sentence.text)) return []
    return factsIn(sentence).map(({ item, ...fact }): StatedFact => {
      const quote = () => prose.quote(around(sentence, item))
      return { ...fact, document: number, home: sentence, text: item.text, heading, quote }
    })
  })
  return [...said, ...tableFacts(document, number)]
}

/** The whole sentence, or of a long one the number with the words beside it. */
function around(sentence: Sentence, item: Item): { start: number; end: number } {
  if (sentence.end - sentence.start <= 220) return sentence
  const at = sentence.items.indexOf(item)
  const first = sentence.items[Math.max(0, at - 6)]
  const last = sentence.items[Math.min(sentence.items.length - 1, at + 8)]
  return { start: first?.start ?? item.start, end: last?.end ?? item.end }
}

type Bare = Pick<StatedFact, 'quantity' | 'hard' | 'soft' | 'isVague' | 'unit' | 'period'> & { item: Item }

const factsIn = oncePerSentence(findFacts)

function findFacts(sentence: Sentence): Bare[] {
  const { items } = sentence
  if (!items.some((item) => item.quantity) || opensPart(items)) return []
  const deltas = deltasIn(sentence)
  const changes = new Map(deltas.map((delta) => [delta.at, delta]))
  const led = sentence.leadIn ? factWords(sentence.leadIn.items).hard : []
  const paired = pairedFacts(sentence, [...changes.values()])
  return items.flatMap((item, at) => {
    const pair = paired.get(at)
    if (pair) return [pair]
    const delta = changes.get(at)
    const { quantity } = item
    if (!quantity || !isFact(items, at, delta)) return []
    const words = factWords(clauseOf(items, at), item)
    const hard = [...new Set([...words.hard.filter((word) => !isMove(word)), ...led])].sort()
    const unit = delta ? `change ${delta.direction} ${quantity.unit}` : unitOf(inHours(items, at, quantity))
    const period = delta ? onlyPeriod(items) : periodFor(sentence, at)
    return hard.length === 0 ? [] : [{ item, quantity, ...words, hard, unit, period }]
  })
}

/** "Of these, 412 were …": parts of what was said before. */
const opensPart = (items: Item[]) =>
  items[0]?.lower === 'of' && /^(these|those|them|this|which)$/.test(items[1]?.lower ?? '')

/** "fell from 4,655 in 2022/23 to 4,210": both levels are of one thing, each of its own time. */
function pairedFacts(sentence: Sentence, deltas: Delta[]): Map<number, Bare> {
  const { items } = sentence
  const pairs = pairsOf(sentence)
  const [pair] = pairs
  const levels = items.filter((item, at) => item.quantity && !deltas.some((delta) => delta.at === at))
  const [from, to] = [items[pair?.from ?? -1], items[pair?.to ?? -1]]
  if (!pair || !from?.quantity || !to?.quantity || pairs.length > 1 || levels.length !== 2) return new Map()
  const words = factWords(items.filter((item) => !item.quantity))
  const hard = words.hard.filter((word) => !isMove(word))
  if (hard.length === 0 || ![from, to].every((item) => item.quantity && isPlain(item.quantity))) return new Map()
  const later = ownPeriod(items, pair.to) ?? periodFor(sentence, pair.to)
  const own = ownPeriod(items, pair.from)
  const earlier = own?.relation === 'previous' ? undefined : own
  const factOf = (item: Item, quantity: Quantity, period: Period | undefined): Bare => {
    return { item, quantity, ...words, hard, unit: unitOf(quantity), period }
  }
  return new Map([
    [pair.from, factOf(from, from.quantity, earlier?.key === later?.key ? undefined : earlier)],
    [pair.to, factOf(to, to.quantity, later)],
  ])
}

function isFact(items: Item[], at: number, delta: Delta | undefined): boolean {
  const quantity = items[at]?.quantity
  if (!quantity || !isPlain(quantity) || quantity.shown === 0 || isLineNumber(items, at)) return false
  return delta ? isStatedChange(quantity) : isLevel(items, at, quantity)
}

/** "3 WHAT IT COST", "4 Agreed as a true record": the number of a line or a page. */
const isLineNumber = (items: Item[], at: number) =>
  at === 0 && /^\d{1,2}$/.test(items[0]?.text ?? '') && /^\p{Lu}/u.test(items[1]?.text ?? '')

/** A change names what it compares too: only a period that stands alone is its own. */
function onlyPeriod(items: readonly Item[]): Period | undefined {
  const periods = items.flatMap((item) => item.period ?? [])
  return periods.length === 1 ? periods[0] : undefined
}

/** A unit with all that belongs to it, as one word. */
const unitOf = (quantity: Quantity) =>
  `${quantity.unit} ${quantity.perTime ?? ''} ${quantity.per ?? ''} ${quantity.timeUnit ?? ''}`

/** "Hours worked by special constables were 38,420": the unit stands before its number. */
function inHours(items: readonly Item[], at: number, quantity: Quantity): Quantity {
  const isCopula = /^(is|was|are|were|totalled|reached|numbered|to|:)$/.test(items[at - 1]?.lower ?? '')
  const before = items.slice(0, at)
  const unit = before.find((item) => /^(hours|days|minutes)$/.test(item.lower))?.lower.slice(0, -1)
  const isOnly = quantity.unit === 'count' && isCopula && !before.some((item) => item.quantity)
  return unit && isOnly ? { ...quantity, unit: 'duration', timeUnit: unit } : quantity
}

const isStatedChange = (quantity: Quantity) => /^(percent|points)$/.test(quantity.unit) && !quantity.inWords

const isMove = (stem: string) =>
  /^(ris|ros|rose|risen|increas|fall|fell|fallen|reduc|reduct|decreas|drop|declin|grew|growth|grow|higher|lower|chang|climb|jump)$/.test(
    stem,
  )

const partly =
  /^(from|within|by|another|extra|additional|further|first|including|included|include|includes|than|every|each|up|down|or|next|other|under|over|aged)$/
const partitive =
  /^(out|some|most|many|each|one|any|none|part|share|half|third|quarter|majority|all|both|%|number|minimum|maximum|range|rest|couple)$/
const wholes =
  /^(total|population|establishment|number|complement|membership|average|headcount|strength|mean|all|up|consists|consisting|team|staff|fleet|estate|workforce|backlog|caseload|network|pool)$/

/** A level stands for the whole of its thing: not a part of another number, not a step of a move. */
function isLevel(items: Item[], at: number, quantity: Quantity): boolean {
  if (!isReadable(quantity) || isRestricted(items, at, quantity)) return false
  const [before, next] = [items[at - 1]?.lower ?? '', items[at + 1]?.lower ?? '']
  if (
    (partly.test(before) && !isDoneBy(items, at)) ||
    (quantity.unit !== 'percent' && next === 'of' && !isSumOf(items, at, quantity))
  )
    return false
  if (before === 'of' && !isWholeOf(items, at, quantity)) return false
  if (before === 'to' && !movesTo(items, at)) return false
  return (
    !isEndOfRange(items, at) && !/^(more|fewer|less|additional|extra|other|further|different|higher|lower)$/.test(next)
  )
}

/** "the £206,000 of fund awards": a sum and what it is; not "£2m of the £6m". */
const isSumOf = (items: Item[], at: number, quantity: Quantity) =>
  quantity.unit === 'pounds' &&
  items[at + 2]?.kind === 'word' &&
  !/^(the|this|that|these|those|our|its|their|a|an|it|all)$/.test(items[at + 2]?.lower ?? '')

/** "412–430" and "412 - a record"; not "– 412 –", which is an aside. */
function isEndOfRange(items: Item[], at: number): boolean {
  if (!/^[-–]$/.test(items[at + 1]?.text ?? '')) return false
  return items[at + 2]?.quantity !== undefined || !/^[-–,]$/.test(items[at - 1]?.text ?? '')
}

/** "was completed by 7,030 residents": those who did it; not "fell by 7,030". */
const isDoneBy = (items: Item[], at: number) => {
  const verb = items[at - 2]?.lower ?? ''
  return (
    items[at - 1]?.lower === 'by' && /(?:ed|made|taken|given|held|seen|used)$/.test(verb) && directionOf(verb) === 0
  )
}

const isReadable = (quantity: Quantity) =>
  !quantity.isRange &&
  quantity.sign === '' &&
  (!quantity.inWords || (quantity.unit === 'count' && quantity.shown >= 3)) &&
  (quantity.unit !== 'duration' || /^(second|minute|hour|day|week)$/.test(quantity.timeUnit ?? ''))

/** "within ten seconds", "for 20 days", "of 12 months": a bound, not a level. */
const isRestricted = (items: Item[], at: number, quantity: Quantity) =>
  quantity.unit === 'duration' &&
  /^(within|in|under|over|for|than|of|after|about|every)$/.test(items[at - 1]?.lower ?? '') &&
  !/^(average|mean|median)$/.test(items[at - 2]?.lower ?? '') &&
  !items.slice(at + 1, at + 5).some((item) => /^(average|mean)$/.test(item.lower))

/** "a total of 412", "a budget of £3.1m"; not "out of 412", "some of 412". */
function isWholeOf(items: Item[], at: number, quantity: Quantity): boolean {
  const noun = items[at - 2]
  if (noun === undefined) return true
  if (noun.kind !== 'word' || partitive.test(noun.lower)) return wholes.test(noun.lower)
  return quantity.unit !== 'count' || wholes.test(noun.lower)
}

const leads =
  /^(amounts?|amounted|amounting|come|comes|came|runs?|equates?|equal|given|delivered|provided|offered|awarded|sent|went|led|gone|sold|made|paid)$/

/** "fell to 412", "amounted to 412", "given to 412 officers"; not "from 388 to 412 miles". */
const movesTo = (items: Item[], at: number) =>
  leads.test(items[at - 2]?.lower ?? '') ||
  items.slice(Math.max(0, at - 8), at).some((item) => directionOf(item.lower) !== 0)

const isDefinite = (items: Item[], at: number) => {
  const before = items[at - 1]
  return /^(the|these|those|our|its|their|all|s|every)$/.test(before?.lower ?? '') || /'s?$/.test(before?.lower ?? '')
}

const hardBreak =
  /^(;|while|whereas|whilst|but|although|though|because|which|who|whose|whom|as|so|where|when|if|compared|against|than|versus|include|includes|including)$/
const softBreak = /^(,|and|with|–|—|or|:|\(|\)|plus)$/
const finite =
  /^(is|are|was|were|has|have|had|will|would|can|may|show|shows|showed|mean|means|meant|make|makes|come|came|took|gave|met|pay|pays|continue|continues|remain|remains|cost|costs|give|gives|work|help|helped|did|do|does|said|say|went|live|need|needs|must|should|saw)$/

/** The part of a sentence that speaks of one figure: as far as the next figure or the next thought, on both sides. */
function clauseOf(items: Item[], at: number): Item[] {
  const from = edge(items, at, -1)
  const until = edge(items, at, 1)
  if (!isDefinite(items, at)) {
    const of = antecedentOf(items, from)
    const end = of.length > 0 ? items.findIndex((item, next) => next > at && item.text === ',') : -1
    return [...of, ...items.slice(from, end > 0 ? Math.min(end, until + 1) : until + 1)]
  }
  const verb = items.findIndex((item, next) => next > at && next <= until && finite.test(item.lower))
  const names = items
    .slice(Math.max(1, from), at - 1)
    .filter((item) => item.kind === 'word' && item.text[0] !== item.lower[0])
  return [...names, ...ownersOf(items, at), ...items.slice(at, verb < 0 ? until + 1 : verb)]
}

/** "The panel, which has 13 members": what a relative clause speaks of stands before it. */
function antecedentOf(items: Item[], from: number): Item[] {
  if (!/^(which|who)$/.test(items[from - 1]?.lower ?? '')) return []
  const until = items[from - 2]?.text === ',' ? from - 2 : from - 1
  const start = leftwards(
    items,
    until,
    4,
    (item) => item.kind !== 'word' || /^(the|a|an|our|of|in|by|to|for)$/.test(item.lower),
  )
  return items.slice(start + 1, until)
}

/** "the area's 41 schools": whose they are. */
function ownersOf(items: Item[], at: number): Item[] {
  const isOwned = /'s?$|^s$/.test(items[at - 1]?.lower ?? '')
  return isOwned ? items.slice(Math.max(0, at - 4), at).filter((item) => item.kind === 'word') : []
}

/** The last place, going one way, that still belongs to the figure: where another figure stands, the nearest break. */
function edge(items: Item[], at: number, step: 1 | -1): number {
  let nearest: number | undefined
  for (let next = at + step; next >= 0 && next < items.length; next += step) {
    const item = items[next]
    if (!item || hardBreak.test(item.lower) || (step > 0 && opensAnew(items, next))) return next - step
    if (item.quantity && !isBound(items, next) && !isNameOfAll(items, next)) return nearest ?? next - step
    if (softBreak.test(item.lower)) nearest ??= next - step
  }
  return step > 0 ? items.length - 1 : 0
}

const opensAnew = (items: Item[], at: number) => items[at]?.text === ',' && anew.test(items[at + 1]?.lower ?? '')

/** After a comma, what opens another thought: "With a population of 412,000, the county is large". */
const anew = /^(the|it|we|this|they|he|she|there|our)$/

/** "the three suites": of all of them, and no figure of its own. */
const isNameOfAll = (items: Item[], at: number) =>
  items[at]?.quantity?.inWords === true && items[at]?.quantity?.unit === 'count' && isDefinite(items, at)

const isBound = (items: Item[], at: number) =>
  items[at]?.quantity?.unit === 'duration' && /^(within|in|under|over)$/.test(items[at - 1]?.lower ?? '')
