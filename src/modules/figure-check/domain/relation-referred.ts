import type { Item, Sentence } from './claim.js'
import { rightwards } from './claim-words.js'
import { inPrint, inUnit, looseSpan, meets, type Quantity, quotient, type Span } from './quantity.js'
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
