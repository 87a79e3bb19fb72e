import { inPrint, inUnit, meets, type Quantity, quotient, type Span } from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import type { Item, Sentence } from './claim.js'
import { isConnected } from './claim-words.js'

/**
 * "Twice", "doubled", "1.5 times as much" in a sentence whose only two levels they must be of: "a Band H home, at £572.40,
 * pays double the £286.20 of Band D".
 */
export function closedFactor({ items }: Sentence): SaidDirection[] {
  const words = items.flatMap((_, at) => factorAt(items, at) ?? [])
  const [word] = words
  const levels = items.filter(
    (item) => item.quantity && item !== word?.item && !isSmall(item.quantity) && item.quantity.shown !== 1,
  )
  const [first, second] = levels
  const [a, b] = [first?.quantity, second?.quantity]
  if (!word || words.length > 1 || !first || !second || !a || !b || levels.length !== 2) return []
  if (!areAlike(a, b) || a.isRange || b.isRange || Math.min(a.shown, b.shown) <= 0) return []
  if (items.some(isOther) && !isLedTo(items, word.item, second)) return []
  if (![first, second].some((level) => isConnected([...items], items.indexOf(level), items.indexOf(word.item))))
    return []
  const ratio = quotient(b, a)
  const inverse = quotient(a, b)
  const isRight = [ratio, inverse].some((one) => meets(one, word.span))
  const far = Math.max(a.shown, b.shown) / Math.min(a.shown, b.shown)
  const ends = [word.item, first, second]
  const place = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) }
  const working = `${inUnit(Math.max(a.shown, b.shown), a)} ÷ ${inUnit(Math.min(a.shown, b.shown), a)} = ${inPrint(far)}`
  const text = word.item.text.trim()
  if (isRight) return [{ ...place, verdict: 'holds', message: `"${text}" fits its two figures.`, working }]
  if (far > MOST_TIMES * word.span.high) return []
  const message = `The text says "${text}"; one of its two figures is ${inPrint(far)} times the other.`
  return [
    {
      ...place,
      verdict: 'warning',
      message,
      working,
      suggestion: 'Choose a word that fits the figures, or mend them.',
    },
  ]
}

const MOST_TIMES = 5

/** Of two rates one may leave out what it is per. */
const areAlike = (one: Quantity, other: Quantity) =>
  one.unit === other.unit || [one, other].every(({ unit }) => /^(rate|count)$/.test(unit))

/** "our aim is to halve the 402 to 201 by 2030": what is aimed at stands there too. */
const isLedTo = (items: readonly Item[], { lower }: Item, second: Item) =>
  /^(halve|double|treble|halved|doubled|trebled)$/.test(lower) && items[items.indexOf(second) - 1]?.lower === 'to'

type Factor = { readonly item: Item; readonly span: Span }

const factors: Readonly<Record<string, number>> = {
  doubled: 2,
  doubling: 2,
  double: 2,
  twice: 2,
  twofold: 2,
  trebled: 3,
  treble: 3,
  tripled: 3,
  threefold: 3,
  quadrupled: 4,
  fourfold: 4,
  halve: 2,
  halved: 2,
  halving: 2,
}

function factorAt(items: readonly Item[], at: number): Factor | undefined {
  const item = items[at]
  const next = items[at + 1]?.lower ?? ''
  if (!item) return undefined
  if (
    item.quantity?.unit === 'count' &&
    next === 'times' &&
    /^(as|the|that|what|more|those|its|our)$/.test(items[at + 2]?.lower ?? '')
  )
    return { item, span: hedged(items, at, spanOf(item.quantity)) }
  if (item.quantity?.unit === 'count' && isRatio(items, at))
    return { item, span: hedged(items, at, spanOf(item.quantity)) }
  const factor = factors[item.lower]
  const isSaid =
    factor !== undefined &&
    (!/^(twice|double|treble|halve)$/.test(item.lower) || /^(as|the|that|what|its|our|last|20\d\d(?:'s)?)$/.test(next))
  return isSaid && factor ? { item, span: hedged(items, at, { low: factor * 0.93, high: factor * 1.07 }) } : undefined
}

/** "six to one", "a ratio of 2.4", "the ratio fell to 2.4". */
const isRatio = (items: readonly Item[], at: number) =>
  (items[at + 1]?.lower === 'to' && /^(one|1)$/.test(items[at + 2]?.lower ?? '')) ||
  items
    .slice(Math.max(0, at - 4), at)
    .some(
      ({ lower, quantity }, nth, all) =>
        lower === 'ratio' && !all.slice(nth).some((item) => item.quantity) && !quantity,
    )

const spanOf = ({ low, high, shown, precision }: Quantity): Span => ({
  low: Math.min(low, shown - precision / 2),
  high: Math.max(high, shown + precision / 2),
})

function hedged(items: readonly Item[], at: number, { low, high }: Span): Span {
  const before = items.slice(Math.max(0, at - 3), at).map(({ lower }) => lower)
  if (before.some((word) => /^(than|over)$/.test(word))) return { low: low * 0.98, high: high * 1.6 }
  return before.some((word) => /^(nearly|almost|about|around|roughly|virtually|all)$/.test(word))
    ? { low: low * 0.8, high: high * 1.12 }
    : { low, high }
}

const isSmall = ({ inWords, shown, unit }: Quantity) => (inWords && shown < 13) || (unit === 'duration' && shown < 13)
const isOther = ({ lower }: Item, at: number, items: readonly Item[]) =>
  /^(target|targets|aim|goal|would|should|want|wants|national|nationally|possible|limit|each|per|every|check|checked|chance|meets|met|weekly|monthly|yearly)$/.test(
    lower,
  ) && !/^\d/.test(items[at + 1]?.lower ?? '')
