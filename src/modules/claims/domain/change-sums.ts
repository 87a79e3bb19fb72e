import {
  inPrint,
  inUnit,
  isOneSlip,
  looseSpan,
  meets,
  type Quantity,
  quotient,
  type Span,
  times,
  widened,
} from '#modules/quantities/index.js'
import { type ChangeSums, slipBehind } from './change-slip.js'
import type { StatedChange } from './change-stated.js'
import type { Delta } from './change-words.js'
import type { Sentence } from './claim.js'

/** What the arithmetic says of a stated change. "silent": only rounding of the levels could decide. */
export type Judgement = {
  verdict: 'error' | 'warning' | 'question' | 'holds' | 'silent'
  message: string
  working: string
  suggestion?: string
}

/** Judges a stated change by its two levels; nothing where the units do not belong together. */
export function judgeChange(change: StatedChange, levels: Sentence): Judgement | undefined {
  const from = levels.items[change.pair.from]?.quantity
  const to = levels.items[change.pair.to]?.quantity
  if (!from || !to || from.shown <= 0) return undefined
  const [first, second] = inOneUnit(from, to)
  if (change.delta.factor !== undefined) return judgeFactor(change, first, second)
  const quantity = change.sentence.items[change.delta.at]?.quantity
  if (!quantity || !isComparable(quantity, second) || isOtherTime(quantity, second) || isOtherTime(first, second))
    return undefined
  return judge(change, quantity, first, second)
}

/** "from 62 to 70%": the unit that is printed once is meant twice. */
function inOneUnit(from: Quantity, to: Quantity): [Quantity, Quantity] {
  if (from.unit === to.unit) return [scaled(from, to), to]
  const half = from.precision / 2
  return [
    {
      ...from,
      unit: to.unit,
      low: from.approx ? from.low : from.shown - half,
      high: from.approx ? from.high : from.shown + half,
    },
    to,
  ]
}

/** "from £1.2 to £1.4m", "from 1.2 to 1.4 million": a scale printed once. */
function scaled(from: Quantity, to: Quantity): Quantity {
  if (from.scale !== 1 || to.scale === 1 || from.shown >= 1000) return from
  const by = to.scale
  return {
    ...from,
    ...times(from, by),
    low: (from.shown - from.precision / 2) * by,
    high: (from.shown + from.precision / 2) * by,
    shown: from.shown * by,
    scale: by,
  }
}

function isComparable(change: Quantity, level: Quantity): boolean {
  if (change.unit === 'percent' || change.unit === 'points') return true
  if (change.unit === level.unit) return true
  return change.unit === 'count' && level.unit === 'duration'
}

/** "45 seconds less than the 4 minutes". */
const isOtherTime = (one: Quantity, other: Quantity) =>
  one.timeUnit !== undefined && other.timeUnit !== undefined && one.timeUnit !== other.timeUnit

function judge(change: StatedChange, quantity: Quantity, from: Quantity, to: Quantity): Judgement {
  const sums = sumsOf(quantity, from, to, [from, to])
  const stated = signedSpan(sums.stated, change.delta, sums.middle)
  const working = workingOf(sums, from, to)
  const said = inUnit(quantity.shown, quantity)
  if (meets(stated, sums.given)) {
    return { verdict: 'holds', message: `The change of ${said} follows from its two figures.`, working }
  }
  const points = judgePoints(change, quantity, sums, working)
  if (points) return points
  const loose = sumsOf(quantity, from, to, [looseSpan(from), looseSpan(to)])
  if (meets(stated, loose.given)) {
    const isFar = Math.abs(Math.abs(sums.middle) - quantity.shown) > 1.5 * quantity.precision
    const ask = `${messageOf({ quantity, sums, direction: change.delta.direction, isRounding: false, slip: undefined })} Were the two figures rounded before printing?`
    return { verdict: isFar && change.isTight ? 'question' : 'silent', message: ask, working }
  }
  const isRounding = meets(widened(stated, quantity.precision), sums.given)
  const slip = slipBehind({ quantity, delta: change.delta, from, to, sums })
  if (!change.isTight && !isRounding && slip === undefined && isFarOff(quantity, sums)) {
    return { verdict: 'silent', message: messageOf({ quantity, sums, direction: 0, isRounding, slip }), working }
  }
  return {
    verdict: isRounding || isNearly(quantity, sums) || !change.isTight ? 'warning' : 'error',
    message: messageOf({ quantity, sums, direction: change.delta.direction, isRounding, slip }),
    working,
    suggestion: `Say ${wordsFor(sums, quantity)}, or mend the figures.`,
  }
}

/** Four times too much or too little: the two are levels of something else. */
const isFarOff = (quantity: Quantity, { middle }: ChangeSums) =>
  Math.abs(middle) > 4 * quantity.shown && !isOneSlip(Math.abs(middle), quantity.shown, quantity.precision)

/** "more than £600" of £596: a hedge that is a little out is a slip. */
const isNearly = (quantity: Quantity, { middle }: ChangeSums) =>
  quantity.approx !== undefined && Math.abs(Math.abs(middle) - quantity.shown) <= 0.1 * quantity.shown

function messageOf(from: {
  quantity: Quantity
  sums: ChangeSums
  direction: number
  isRounding: boolean
  slip: string | undefined
}): string {
  const { quantity, sums, isRounding, slip } = from
  const way = changeWord(from.direction)
  const said = quantity.approx ? quantity.text : inUnit(quantity.shown, quantity)
  const base = `The text says a ${way} of ${said}; its two figures give ${wordsFor(sums, quantity)}.`
  if (isRounding) return `${base} This looks like a slip of rounding.`
  return slip ? `${base} ${slip}` : base
}

const changeWord = (direction: number) => {
  if (direction === 0) return 'change'
  return direction > 0 ? 'rise' : 'fall'
}

function wordsFor(sums: ChangeSums, quantity: Quantity): string {
  const decimals = Math.max(0, Math.round(-Math.log10(quantity.precision / quantity.scale)))
  const word = sums.middle < 0 ? 'a fall of' : 'a rise of'
  const rounded = Number((Math.abs(sums.middle) / quantity.scale).toFixed(Math.min(decimals, 6))) * quantity.scale
  return `${word} ${inUnit(rounded, { ...quantity, unit: sums.unit })}`
}

/** What the two levels give, in the stated change's unit: a share of the first level, or a plain difference. */
function sumsOf(quantity: Quantity, from: Quantity, to: Quantity, spans: [Span, Span]): ChangeSums {
  const [first, second] = spans
  const isShare = quantity.unit === 'percent'
  const ratio = quotient(second, first)
  const given = isShare
    ? { low: (ratio.low - 1) * 100, high: (ratio.high - 1) * 100 }
    : { low: second.low - first.high, high: second.high - first.low }
  const middle = isShare ? (to.shown / from.shown - 1) * 100 : to.shown - from.shown
  return { from, to, stated: { low: quantity.low, high: quantity.high }, given, middle, unit: quantity.unit }
}

function signedSpan(span: Span, delta: Delta, middle: number): Span {
  const direction = delta.direction === 0 ? Math.sign(middle) : delta.direction
  return direction < 0 ? { low: -span.high, high: -span.low } : span
}

/** Per cent and percentage points taken for one another. */
function judgePoints(
  change: StatedChange,
  quantity: Quantity,
  sums: ChangeSums,
  working: string,
): Judgement | undefined {
  const { from, to } = sums
  const hasSharesAsLevels = to.unit === 'percent'
  if (quantity.unit === 'percent' && hasSharesAsLevels) {
    const points = { low: to.low - from.high, high: to.high - from.low }
    if (!meets(signedSpan(sums.stated, change.delta, to.shown - from.shown), points)) return undefined
    return {
      verdict: 'warning',
      message: `From ${inUnit(from.shown, from)} to ${inUnit(to.shown, to)} is ${inPrint(Math.abs(to.shown - from.shown))} percentage points, which is ${inPrint(Math.abs(sums.middle), 1)}%.`,
      working: `${working}; ${inPrint(to.shown)} − ${inPrint(from.shown)} = ${inPrint(to.shown - from.shown)} percentage points`,
      suggestion: `Say ${inPrint(quantity.shown)} percentage points.`,
    }
  }
  if (quantity.unit !== 'points') return undefined
  const share = sumsOf({ ...quantity, unit: 'percent' }, from, to, [from, to])
  if (!meets(signedSpan(sums.stated, change.delta, share.middle), share.given)) return undefined
  const hint = hasSharesAsLevels ? `${inPrint(sums.middle)} percentage points` : `${inPrint(share.middle, 1)}%`
  return {
    verdict: change.isTight ? 'error' : 'warning',
    message: `The text says percentage points, but ${inPrint(quantity.shown)} is the change in per cent.`,
    working: workingOf(share, from, to),
    suggestion: `Say ${hasSharesAsLevels ? hint : `${inPrint(quantity.shown)}%`}.`,
  }
}

function workingOf(sums: ChangeSums, from: Quantity, to: Quantity): string {
  const difference = `${inUnit(to.shown, to)} − ${inUnit(from.shown, from)}`
  if (sums.unit !== 'percent') return `${difference} = ${inUnit(sums.middle, { ...to, unit: sums.unit })}`
  return `(${difference}) ÷ ${inUnit(from.shown, from)} = ${inPrint(sums.middle)}%`
}

function judgeFactor(change: StatedChange, from: Quantity, to: Quantity): Judgement | undefined {
  const factor = change.delta.factor ?? 1
  const ratio = quotient(to, from)
  const word = change.sentence.items[change.delta.at]?.lower ?? ''
  const allowed = factorSpan(change, factor)
  const working = `${inUnit(to.shown, to)} ÷ ${inUnit(from.shown, from)} = ${inPrint(to.shown / from.shown)}`
  const isEither = change.sentence.items[change.delta.at + 1]?.lower === 'as' && change.pair.how !== 'periods'
  if (meets(ratio, allowed) || (isEither && meets(quotient(from, to), allowed)))
    return { verdict: 'holds', message: `"${word}" fits its two figures.`, working }
  return {
    verdict: change.isTight ? 'error' : 'warning',
    message: `The text says "${word}"; the second figure is ${inPrint(to.shown / from.shown)} times the first.`,
    working,
    suggestion: 'Choose a word that fits the figures, or mend them.',
  }
}

function factorSpan(change: StatedChange, factor: number): Span {
  const before = change.sentence.items
    .slice(Math.max(0, change.delta.at - 2), change.delta.at)
    .map((item) => item.lower)
  const isLess = factor < 1
  if (before.includes('than') || before.includes('over')) {
    return isLess ? { low: 0, high: factor * 1.01 } : { low: factor * 0.985, high: factor * 1.6 }
  }
  if (before.some((word) => /^(nearly|almost)$/.test(word))) {
    return isLess ? { low: factor * 0.99, high: factor * 1.25 } : { low: factor * 0.8, high: factor * 1.01 }
  }
  return { low: factor * 0.88, high: factor * 1.15 }
}
