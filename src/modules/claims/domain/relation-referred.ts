import { inPrint, inUnit, looseSpan, meets, type Quantity, quotient, type Span } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { rightwards } from './claim-words.js'
import { whatOf } from './noun-phrase.js'
import { deltasIn } from './relation-delta.js'
import type { SaidDirection } from './relation-direction.js'

/**
 * "There were 52,416 crimes. That is 4.2% more than the 50,303 of the year before": the later level stands in the
 * sentence before, the earlier one behind "than", "from" or "compared with".
 */
export function referredChanges(sentence: Sentence): SaidDirection[] {
  const deltas = deltasIn(sentence)
  const [delta] = deltas
  if (!sentence.previous || !delta || deltas.length !== 1 || !opening.test(sentence.items[0]?.lower ?? '')) return []
  const stated = sentence.items[delta.at]?.quantity
  const baseAt = baseFor(sentence.items, delta.until)
  const base = sentence.items[baseAt]
  if (!stated || !base?.quantity || stated.isRange) return []
  const levels = sentence.previous.items.filter((item) => isLevelLike(item, base.quantity))
  const direction = delta.direction || 1
  const from = base.quantity
  const isShare = stated.unit === 'percent'
  if (!isShare && stated.unit !== from.unit) return []
  const start = Math.min(sentence.items[delta.from]?.start ?? base.start, base.start)
  const place = { start, end: base.end }
  const fitting = levels.find((level) => level.quantity && fits(stated, { from, to: level.quantity, direction }))
  const level = fitting ?? (levels.length === 1 ? levels[0] : undefined)
  if (!level?.quantity) return []
  const to = level.quantity
  const given = isShare ? `${inPrint((to.shown / from.shown - 1) * 100)}%` : inUnit(to.shown - from.shown, to)
  const working = `${inUnit(to.shown, to)} against ${inUnit(from.shown, from)}: ${given}`
  if (fitting) return [{ ...place, verdict: 'holds', message: 'The change follows from its two figures.', working }]
  if (fits(stated, { from: { ...from, ...looseSpan(from) }, to: { ...to, ...looseSpan(to) }, direction })) return []
  const message = `The text says ${stated.text}, but from ${inUnit(from.shown, from)} to the ${inUnit(to.shown, to)} of the sentence before is ${given}.`
  return [{ ...place, verdict: 'warning', message, working, suggestion: 'Mend the change or the figures.' }]
}

/**
 * "In 2021 there were 4,010 thefts. In 2022 there were 4,812, an increase of 20%": two sentences alike, each with its
 * own period and one level.
 */
export function acrossSentences(sentence: Sentence): SaidDirection[] {
  const deltas = deltasIn(sentence)
  const [delta] = deltas
  const before = sentence.previous
  if (!before || !delta || deltas.length !== 1 || deltasIn(before).length > 0 || !isLater(before, sentence)) return []
  const stated = sentence.items[delta.at]?.quantity
  const [own, earlier] = [levelsOnly(sentence, delta.at), levelsOnly(before, -1)]
  const [to, from] = [own[0], earlier[0]]
  if (!stated || !to?.quantity || !from?.quantity || own.length !== 1 || earlier.length !== 1) return []
  if (
    to.quantity.unit !== from.quantity.unit ||
    stated.unit !== 'percent' ||
    to.start > (sentence.items[delta.from]?.start ?? 0)
  )
    return []
  if (!isOneThing(before, from, sentence, to)) return []
  const direction = delta.direction || 1
  const pair = { from: from.quantity, to: to.quantity, direction }
  const given = (to.quantity.shown / from.quantity.shown - 1) * 100
  const working = `${inUnit(from.quantity.shown, from.quantity)} then ${inUnit(to.quantity.shown, to.quantity)}: ${inPrint(given)}%`
  const place = { start: to.start, end: sentence.items[delta.until]?.end ?? to.end }
  if (fits(stated, pair))
    return [{ ...place, verdict: 'holds', message: 'The change follows from its two figures.', working }]
  const loose = {
    ...pair,
    from: { ...from.quantity, ...looseSpan(from.quantity) },
    to: { ...to.quantity, ...looseSpan(to.quantity) },
  }
  if (to.quantity.unit === 'percent' || fits(stated, loose)) return []
  const message = `The text says ${stated.text}, but the two sentences give ${inPrint(given, 1)}%.`
  return [{ ...place, verdict: 'warning', message, working, suggestion: 'Mend the change or one of the two figures.' }]
}

/** The later level names nothing of its own, or the same thing. */
function isOneThing(before: Sentence, from: Item, sentence: Sentence, to: Item): boolean {
  const first = whatOf(before, before.items.indexOf(from))
  const second = whatOf(sentence, sentence.items.indexOf(to))
  return second.length === 0 || second.some((word) => first.includes(word))
}

const levelsOnly = (sentence: Sentence, delta: number) =>
  sentence.items.filter((item, at) => item.quantity && at !== delta)

/** Both sentences name a month, a year or another stretch of one length, the second the later; or "a year later". */
function isLater(before: Sentence, sentence: Sentence): boolean {
  const [first, second] = [before, sentence].map((one) =>
    one.items.flatMap((item) => (item.period ? [item.period] : [])),
  )
  const [a, b] = [first?.[0], second?.[0]]
  if (!a || first?.length !== 1 || (second?.length ?? 0) > 1) return false
  if (!b) return sentence.items.slice(0, 4).some((item) => item.lower === 'later')
  if (a.from === undefined || b.from === undefined) return a.relation === 'previous' && b.relation !== 'previous'
  return a.months === b.months && a.from < b.from
}

const opening = /^(this|that|it|these|which|an|a)$/

function baseFor(items: Item[], at: number): number {
  const word = rightwards(items, at - 1, 5, (item) => /^(than|from|against|on|with|to)$/.test(item.lower))
  const found =
    word < 0 ? -1 : rightwards(items, word, 6, (item) => item.kind === 'quantity' || /^[.;,]$/.test(item.text))
  return items[found]?.kind === 'quantity' ? found : -1
}

const isLevelLike = (item: Item, base: Quantity | undefined) =>
  item.quantity !== undefined &&
  item.quantity.unit === base?.unit &&
  item.quantity.perTime === base.perTime &&
  !item.quantity.isRange

function fits(stated: Quantity, pair: { from: Quantity; to: Quantity; direction: number }): boolean {
  const ratio = quotient(pair.to, pair.from)
  const given: Span =
    stated.unit === 'percent'
      ? { low: (ratio.low - 1) * 100, high: (ratio.high - 1) * 100 }
      : { low: pair.to.low - pair.from.high, high: pair.to.high - pair.from.low }
  const said = pair.direction > 0 ? stated : { low: -stated.high, high: -stated.low }
  return meets(given, said)
}
