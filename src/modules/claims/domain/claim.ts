import type { Period, Quantity, Token } from '#modules/quantities/index.js'
import { notQuantityAt, periodAt, quantityAt } from '#modules/quantities/index.js'
import { sentenceTokens } from './claim-sentences.js'

/** One part of a sentence as the checks see it: a word, a mark, a period, a quantity, or a number that counts nothing. */
export type Item = {
  kind: 'word' | 'mark' | 'other' | 'period' | 'quantity'
  text: string
  lower: string
  start: number
  end: number
  quantity?: Quantity
  period?: Period
}

/** The word at a place of a sentence, in small letters; nothing past its ends. */
export const wordAt = (items: readonly Item[], at: number): string => items[at]?.lower ?? ''

/** A sentence of running text, its parts in order. `leadIn` is the sentence with a colon that a list item completes. */
export type Sentence = {
  text: string
  start: number
  end: number
  items: Item[]
  /** Which passage (paragraph or list item) it stands in. */
  passage: number
  kind: string
  leadIn?: Sentence
  previous?: Sentence
}

/** A stretch of readable text that may hold claims. */
export type Passage = { start: number; end: number; kind: string }

const longestLeadIn = 14

/** Reads passages into sentences of parts. */
export function sentencesOf(text: string, passages: Passage[]): Sentence[] {
  const sentences: Sentence[] = []
  const lead: Lead = { sentence: undefined, since: 0 }
  for (const [index, passage] of passages.entries()) {
    lead.since += 1
    if (passage.kind === 'heading' || lead.since > longestLeadIn) lead.sentence = undefined
    for (const tokens of sentenceTokens(text, passage.start, passage.end)) {
      const sentence = sentenceOf(text, tokens, index, passage.kind)
      if (!sentence) continue
      connect(sentence, sentences.at(-1), lead)
      sentences.push(sentence)
    }
  }
  return sentences
}

/** The sentence with a colon that the next passages may complete, and how many passages ago it stood. */
type Lead = { sentence: Sentence | undefined; since: number }

/** Ties a sentence to the one before it and to the lead-in that it completes. */
function connect(sentence: Sentence, previous: Sentence | undefined, lead: Lead): void {
  if (previous && previous.passage === sentence.passage) sentence.previous = previous
  if (lead.sentence && (sentence.kind !== 'paragraph' || isListLike(sentence))) sentence.leadIn = lead.sentence
  else if (lead.sentence && sentence.items.length > 3 && lead.sentence.passage !== sentence.passage)
    lead.sentence = undefined
  if (sentence.items.at(-1)?.text !== ':') return
  lead.sentence = sentence
  lead.since = 0
}

/** Whether a sentence could be one point of a list: short, and it opens with a number or a small letter. */
function isListLike(sentence: Sentence): boolean {
  const first = sentence.items[0]
  if (!first || sentence.items.length > 30) return false
  return (
    first.kind === 'quantity' || first.kind === 'other' || (first.kind === 'word' && first.text[0] === first.lower[0])
  )
}

function sentenceOf(text: string, tokens: Token[], passage: number, kind: string): Sentence | undefined {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last) return undefined
  const items = itemsOf(text, tokens)
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end, items, passage, kind }
}

function itemsOf(text: string, tokens: Token[]): Item[] {
  const items: Item[] = []
  let at = 0
  while (at < tokens.length) {
    const { item, taken } = itemAt(text, tokens, at)
    items.push(item)
    at += taken
    mergeTimes(text, items)
  }
  return inPercent(items)
}

/** "narrowed to 6.8 per cent from 7.7, by 0.9 of a point": beside percentages and points a bare level is a percentage too. */
function inPercent(items: Item[]): Item[] {
  const units = new Set(items.map(({ quantity }) => quantity?.unit))
  if (!units.has('points') || !units.has('percent')) return items
  return items.map((item, at) => {
    const { quantity } = item
    const isLevel = /^(from|to|than|against|at)$/.test(items[at - 1]?.lower ?? '') && items[at + 1]?.kind !== 'word'
    if (!isLevel || quantity?.unit !== 'count' || quantity.inWords || quantity.isRange || quantity.shown > 100)
      return item
    const half = quantity.precision / 2
    const span = { low: quantity.shown - half, high: quantity.shown + half }
    return { ...item, quantity: { ...quantity, ...span, unit: 'percent' as const } }
  })
}

const seconds: Readonly<Record<string, number>> = { hour: 3600, minute: 60, second: 1 }

/** "2 minutes 40 seconds" is one quantity, in the smaller unit; the word for that unit stays behind it. */
function mergeTimes(text: string, items: Item[]): void {
  const [large, unit, small] = items.slice(-3)
  const [first, second] = [large?.quantity, small?.quantity]
  const [size, step] = [seconds[first?.timeUnit ?? ''], seconds[second?.timeUnit ?? '']]
  const isPair = large && small && first && second && size && step && size === step * 60 && second.shown < 60
  if (!isPair || unit?.kind !== 'word' || [first, second].some((one) => one.isRange || one.inWords || one.perTime))
    return
  const shown = (first.shown * size) / step + second.shown
  const place = { start: large.start, end: small.end, text: text.slice(large.start, small.end) }
  const half = second.precision / 2
  const quantity = { ...first, ...place, shown, low: shown - half, high: shown + half, precision: second.precision }
  const merged: Item = {
    ...large,
    ...place,
    lower: place.text.toLowerCase(),
    quantity: { ...quantity, timeUnit: second.timeUnit ?? '' },
  }
  items.splice(-3, 3, merged)
}

function itemAt(text: string, tokens: Token[], at: number): { item: Item; taken: number } {
  const dated = tokens[at]?.kind === 'number' ? periodItem(text, tokens, at) : undefined
  if (dated) return dated
  const other = notQuantityAt(tokens, at)
  if (other > 0) return { item: over(text, tokens, at, { kind: 'other', taken: other }), taken: other }
  const period = periodItem(text, tokens, at)
  if (period) return period
  const match = quantityAt(text, tokens, at)
  if (match) {
    const item = over(text, tokens, at, { kind: 'quantity', taken: match.taken })
    item.quantity = match.quantity
    return { item, taken: match.taken }
  }
  const kind = tokens[at]?.kind ?? 'mark'
  return { item: over(text, tokens, at, { kind: kind === 'number' ? 'other' : kind, taken: 1 }), taken: 1 }
}

function periodItem(text: string, tokens: Token[], at: number): { item: Item; taken: number } | undefined {
  const found = periodAt(tokens, at)
  if (!found) return undefined
  const item = over(text, tokens, at, { kind: 'period', taken: found.taken })
  item.period = { ...found.period, start: item.start, end: item.end }
  return { item, taken: found.taken }
}

function over(text: string, tokens: Token[], at: number, as: { kind: Item['kind']; taken: number }): Item {
  const first = tokens[at]
  const last = tokens[Math.min(at + as.taken, tokens.length) - 1]
  const start = first?.start ?? 0
  const end = last?.end ?? start
  const slice = text.slice(start, end)
  const lower = slice.toLowerCase().replaceAll('’', "'")
  return { kind: as.kind, text: slice, lower: commoner.get(lower) ?? lower, start, end }
}

/** Rarer words of position and direction, and the common ones as which every check reads them. */
const commoner = new Map(
  (
    'beneath:below underneath:below upon:on lessened:fell lessening:falling abated:fell sank:fell sunk:fallen ' +
    'diminished:fell diminishing:falling leapt:jumped rocketed:jumped expanded:grew expanding:growing crept:edged ' +
    'heightened:increased trimmed:cut pared:cut'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Where in a sentence its quantities stand. */
function quantityPlaces(sentence: Sentence): number[] {
  return sentence.items.flatMap((item, index) => (item.kind === 'quantity' ? [index] : []))
}

/** How many claims (quantities that count something) the sentences make. */
export const claimsIn = (sentences: Sentence[]): number =>
  sentences.reduce((sum, sentence) => sum + quantityPlaces(sentence).length, 0)
