import type { Item, Sentence } from './claim.js'
import { isConnected, rightwards } from './claim-words.js'
import { inPrint, inUnit, looseSpan, meets, type Quantity, roundedSpan, type Span } from './quantity.js'
import { type Delta, deltasIn } from './relation-delta.js'
import type { SaidDirection } from './relation-direction.js'

/**
 * A change given twice, as an amount and a percentage, with only one of its two levels: "pays £198.72, an increase of
 * £12 (6.4%)", "40 fewer (10%) than the 400 of the year before".
 */
export function innerChanges(sentence: Sentence): SaidDirection[] {
  const deltas = deltasIn(sentence)
  return deltas.flatMap((amount, index) => {
    const share = deltas[index + 1]
    if (!share || share.from !== amount.from || !isPairOfUnits(sentence.items, amount, share)) return []
    const levels = levelsFor(sentence.items, amount, share, new Set(deltas.map((delta) => delta.at)))
    return judge(sentence.items, { amount, share, levels })
  })
}

type Level = { at: number; isEarlier: boolean }
type Inner = { amount: Delta; share: Delta; levels: Level[] }

const isPairOfUnits = (items: Item[], amount: Delta, share: Delta) =>
  items[share.at]?.quantity?.unit === 'percent' &&
  /^(count|pounds|duration)$/.test(items[amount.at]?.quantity?.unit ?? '')

/** The level that the change led to, before it or after "to", and the one that it began from, after "than" or "from". */
function levelsFor(items: Item[], amount: Delta, share: Delta, changes: Set<number>): Level[] {
  const unit = items[amount.at]?.quantity?.unit
  const isLevel = (at: number) =>
    items[at]?.quantity?.unit === unit && !changes.has(at) && !items[at]?.quantity?.isRange
  const levels: Level[] = []
  for (let at = amount.from - 1; at >= Math.max(0, amount.from - 10); at -= 1) {
    if (items[at]?.kind !== 'quantity') continue
    if (isLevel(at) && isConnected(items, at, amount.from)) levels.push({ at, isEarlier: false })
    break
  }
  const after = rightwards(items, share.at, 6, (item) => item.kind === 'quantity' || /^[.;,]$/.test(item.text))
  const lead = items.slice(share.at + 1, Math.max(share.at + 1, after)).map((item) => item.lower)
  if (isLevel(after) && lead.some((word) => /^(than|from)$/.test(word))) levels.push({ at: after, isEarlier: true })
  if (isLevel(after) && lead.at(-1) === 'to') levels.push({ at: after, isEarlier: false })
  return levels
}

function judge(items: Item[], inner: Inner): SaidDirection[] {
  const [amount, share] = [items[inner.amount.at]?.quantity, items[inner.share.at]?.quantity]
  const [level] = inner.levels
  const shown = items[level?.at ?? -1]?.quantity
  if (!amount || !share || !level || !shown || inner.levels.length !== 1) return []
  const direction = inner.amount.direction || 1
  const base = baseSpan(shown, amount, level.isEarlier ? 0 : direction)
  if (base.low <= 0) return []
  const first = level.isEarlier ? shown.shown : shown.shown - direction * amount.shown
  const given = { low: (amount.low / base.high) * 100, high: (amount.high / base.low) * 100 }
  const working = `${inUnit(amount.shown, amount)} ÷ ${inUnit(first, shown)} = ${inPrint((amount.shown / first) * 100)}%`
  const ends = [items[inner.amount.from], items[inner.share.at], items[level.at]]
  const place = {
    start: Math.min(...ends.map((item) => item?.start ?? 0)),
    end: Math.max(...ends.map((item) => item?.end ?? 0)),
  }
  if (meets(given, roundedSpan(share)))
    return [{ ...place, verdict: 'holds', message: 'The amount and the percentage agree.', working }]
  const loose = baseSpan({ ...shown, ...looseSpan(shown) }, amount, level.isEarlier ? 0 : direction)
  if (
    meets(
      { low: (amount.low / loose.high) * 100, high: (amount.high / Math.max(1e-9, loose.low)) * 100 },
      roundedSpan(share),
    )
  )
    return []
  const message = `${inUnit(amount.shown, amount)} is ${inPrint((amount.shown / first) * 100, 1)}% of ${inUnit(first, shown)}, not ${share.text}.`
  return [{ ...place, verdict: 'warning', message, working, suggestion: 'Mend the amount or the percentage.' }]
}

const baseSpan = (level: Quantity, amount: Quantity, direction: number): Span => {
  if (direction === 0) return level
  return direction > 0
    ? { low: level.low - amount.high, high: level.high - amount.low }
    : { low: level.low + amount.low, high: level.high + amount.high }
}
