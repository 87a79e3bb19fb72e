import { inPrint, inUnit, looseSpan, meets, type Quantity, roundedSpan, type Span } from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import { type Delta, deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { isConnected, rightwards } from './claim-words.js'

/**
 * A change given twice, as an amount and a percentage, with only one of its two levels: "pays £198.72, an increase of
 * £12 (6.4%)", "40 fewer (10%) than the 400 of the year before".
 */
export function innerChanges(sentence: Sentence): SaidDirection[] {
  const deltas = deltasIn(sentence)
  const { items } = sentence
  return deltas.flatMap((first, index) => {
    const second = deltas[index + 1]
    if (!second || (second.from !== first.from && !saysAgain(items, first, second))) return []
    const [amount, share] = isShareAt(items, first) ? [second, first] : [first, second]
    if (!isPairOfUnits(items, amount, share)) return []
    const levels = levelsFor(items, { amount, share }, new Set(deltas.map((delta) => delta.at)))
    return judge(items, { amount, share, levels })
  })
}

type Level = { at: number; isEarlier: boolean }
type Said = { amount: Delta; share: Delta }
type Inner = Said & { levels: Level[] }

const isShareAt = (items: Item[], delta: Delta) => items[delta.at]?.quantity?.unit === 'percent'

const isPairOfUnits = (items: Item[], amount: Delta, share: Delta) =>
  isShareAt(items, share) && /^(count|pounds|duration)$/.test(items[amount.at]?.quantity?.unit ?? '')

/** "increased by 106, a 3.4% increase,", "an increase of 5.1% on March 2022 (up 7,201": one change said twice. */
function saysAgain(items: Item[], first: Delta, second: Delta): boolean {
  const until = Math.max(first.until, first.at)
  const gap = items.slice(until + 1, second.at)
  const isAside = gap.some((item) => /^(\(|,|or|–|-)$/.test(item.lower))
  const isOther = gap.some(
    (item) => item.kind === 'quantity' || /^(and|but|while|with|in|for|by|;|\))$/.test(item.lower),
  )
  return isAside && !isOther && gap.length <= 8 && first.direction === second.direction
}

/** The level that the change led to, before it or after "to", and the one that it began from, after "than" or "from". */
function levelsFor(items: Item[], { amount, share }: Said, changes: Set<number>): Level[] {
  const unit = items[amount.at]?.quantity?.unit
  const isLevel = (at: number) =>
    items[at]?.quantity?.unit === unit && !changes.has(at) && !items[at]?.quantity?.isRange
  const from = Math.min(amount.from, share.from)
  const levels: Level[] = []
  for (let at = from - 1; at >= Math.max(0, from - 10); at -= 1) {
    if (items[at]?.kind !== 'quantity') continue
    if (isLevel(at) && isConnected(items, at, from)) levels.push({ at, isEarlier: false })
    break
  }
  const last = Math.max(amount.at, share.at)
  const after = rightwards(items, last, 12, (item) => item.kind === 'quantity' || /^[.;]$/.test(item.text))
  const lead = items.slice(last + 1, Math.max(last + 1, after)).map((item) => item.lower)
  if (!isLevel(after) || !isConnected(items, last, after)) return levels
  if (lead.at(-1) === 'to' || /^(meaning|making|giving)$/.test(lead.at(-1) ?? ''))
    levels.push({ at: after, isEarlier: false })
  else if (lead.length <= 7 && !lead.includes(',') && lead.some((word) => /^(than|from)$/.test(word)))
    levels.push({ at: after, isEarlier: true })
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
  const ends = [inner.amount.from, inner.share.from, inner.amount.at, inner.share.at, level.at].map((at) => items[at])
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
