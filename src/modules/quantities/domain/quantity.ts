/** What a printed quantity is of. "points" are percentage points; money is held in pounds. */
export type QuantityUnit = 'count' | 'percent' | 'points' | 'pounds' | 'rate' | 'duration' | 'ratio'

/** How a quantity was hedged in print. */
export type Approximation = 'around' | 'over' | 'under' | 'at-least' | 'at-most'

/** Days, weeks or months in whole numbers, which count what lies in them as any things do. */
export const isWholeTime = ({ unit, timeUnit, shown, approx }: Quantity): boolean =>
  unit === 'duration' && /^(day|week|month|quarter)$/.test(timeUnit ?? '') && Number.isInteger(shown) && !approx

/** The span of true values that a printed number may stand for. */
export type Span = { low: number; high: number }

/** A printed quantity as an interval: what the true value may be, given how it was printed and hedged. */
export type Quantity = Span & {
  shown: number
  /** The size of one step in the last printed place: 0.1 for "12.4%", 100,000 for "£1.2m". */
  precision: number
  unit: QuantityUnit
  scale: number
  approx?: Approximation
  /** "10-12%": two ends printed as one quantity. */
  isRange: boolean
  /** A sign printed before it. */
  sign: '' | '+' | '-'
  /** "a month", "per day": the stretch of time that it is per. */
  perTime?: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** Of a rate: per how many. */
  per?: number
  /** Of a duration: its unit. */
  timeUnit?: string
  /** Printed as a number word or a fraction word. */
  inWords: boolean
  start: number
  end: number
  text: string
}

/** The span of a number by its printed precision, its hedging words included. Whole counts are exact. */
export function spanOf(
  number: { shown: number; step: number; isExact: boolean; isShare: boolean },
  approx?: Approximation,
) {
  const { shown, step, isExact } = number
  const half = isExact ? 0 : step / 2
  const slack = slackOf(number, approx)
  switch (approx) {
    case 'around':
      return { low: shown - slack, high: shown + slack }
    case 'over':
    case 'at-least':
      return { low: shown - half, high: shown + 2.5 * slack }
    case 'under':
    case 'at-most':
      return { low: shown - 1.5 * slack, high: shown + half }
    default:
      return { low: shown - half, high: shown + half }
  }
}

/** How far a hedged number may be out: "nearly 90%" is not 80%, whatever its nought; "at least" names a bound only. */
function slackOf({ shown, step, isShare }: { shown: number; step: number; isShare: boolean }, approx?: Approximation) {
  const most = isShare && !/^at/.test(approx ?? '') ? MOST_POINTS : Number.POSITIVE_INFINITY
  const rounded = Math.max(roundingOf(shown), Math.abs(shown) * shareFor(shown, step))
  return Math.max(step / 2, Math.min(Math.abs(shown) * 0.1, rounded, most))
}

/** Percentage points that "around" leaves to either side. */
const MOST_POINTS = 3

/** "About 8,025" is meant more exactly than "about 8,000": four digits that tell leave little room. */
const shareFor = (shown: number, step: number) =>
  String(Math.round(Math.abs(shown) / step)).replace(/0+$/, '').length >= 4 ? 0.005 : 0.025

/** The step to which a number seems to have been rounded: 100 for 71,700, 1 for 412. */
function roundingOf(shown: number): number {
  let step = 1
  while (Number.isInteger(shown) && shown !== 0 && step < 1e9 && shown % (step * 10) === 0) step *= 10
  return Number.isInteger(shown) ? step : 0
}

/** Whether two spans share any value, floating-point dust allowed. */
export function meets(a: Span, b: Span): boolean {
  const dust = 1e-9 * Math.max(1, Math.abs(a.low), Math.abs(b.high))
  return a.low <= b.high + dust && b.low <= a.high + dust
}

/** The span wider by so many steps on each side. */
export const widened = (span: Span, by: number): Span => ({ low: span.low - by, high: span.high + by })

/** The span of one quantity divided by another, both above nought. */
export const quotient = (top: Span, bottom: Span): Span => ({
  low: top.low / Math.max(bottom.high, Number.MIN_VALUE),
  high: bottom.low <= 0 ? Number.POSITIVE_INFINITY : top.high / bottom.low,
})

/** The span times a number above nought. */
export const times = (span: Span, by: number): Span => ({ low: span.low * by, high: span.high * by })

/** Whether two printed numbers may stand for one value: as printed if to the same place, else by their spans. */
export function mayBeSame(a: Quantity, b: Quantity): boolean {
  const isAsPrinted = isPlain(a) && isPlain(b) && a.precision === b.precision
  return isAsPrinted ? Math.abs(a.shown - b.shown) < a.precision / 2 : meets(roundedSpan(a), roundedSpan(b))
}

/** The span of a number that was rounded to its last printed place, as a mean is. */
export const roundedSpan = (quantity: Quantity): Span =>
  isPlain(quantity)
    ? { low: quantity.shown - quantity.precision / 2, high: quantity.shown + quantity.precision / 2 }
    : { low: quantity.low, high: quantity.high }

/** A count such as 25,000 may have been rounded to its noughts: its span if so. */
export function looseSpan(quantity: Quantity): Span {
  if (quantity.unit !== 'count' || quantity.approx || quantity.scale > 1) return quantity
  let step = 1
  while (step * 10 <= quantity.shown * 0.05 && quantity.shown % (step * 10) === 0) step *= 10
  return step < 100 ? quantity : { low: quantity.shown - step / 2, high: quantity.shown + step / 2 }
}

/** Whether one amount is the printed share of another, by all that the three may stand for. */
export const isShareOf = (part?: Quantity, whole?: Quantity, share?: Quantity): boolean =>
  part !== undefined &&
  whole !== undefined &&
  share !== undefined &&
  whole.shown > 0 &&
  meets(times(quotient(looseSpan(part), looseSpan(whole)), 100), share.inWords ? share : roundedSpan(share))

/** How far a fraction in words may be off, as a part of itself, by its hedging word: "a third" is 32% to 34%. */
const slackInWords = { none: 0.045, around: 0.12 }

/** Whether words say a fraction too loosely for the two numbers beside it: 97 of 402 is hardly "a quarter", 11 of 42 is. */
export function isLooselySaid(part: Quantity, whole: Quantity, share: Quantity): boolean {
  const slack = share.approx === undefined ? slackInWords.none : slackInWords.around
  if (!share.inWords || (share.approx !== undefined && share.approx !== 'around')) return false
  const meant = times(looseSpan(whole), share.shown / 100)
  const own = widened(looseSpan(part), Math.max(part.precision * 0.75, meant.high * slack))
  return !meets(own, meant)
}

/** The unit in which amounts are compared: numbers of days or hours stand beside bare numbers, which leave their unit out. */
export const comparedUnit = (quantity: Pick<Quantity, 'unit'> | undefined): Quantity['unit'] | undefined =>
  quantity?.unit === 'duration' ? 'count' : quantity?.unit

/** Whether nothing hedges the number, so that its value is what is printed. */
export const isPlain = (quantity: Quantity): boolean => quantity.approx === undefined && !quantity.isRange

/** A number as the office prints it: commas, a minus sign and no hyphen, and no more decimals than are useful. */
export function inPrint(value: number, decimals = 2): string {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals })
  formats.set(decimals, format)
  return format.format(value).replace('-', '−')
}

/** One for each number of decimals: to make one takes longer than all else that a finding needs. */
const formats = new Map<number, Intl.NumberFormat>()

/** A number in the unit of a quantity: "8.4%", "£1.2m", "3.1 percentage points", "4,120". */
export function inUnit(value: number, quantity: Pick<Quantity, 'unit' | 'scale'>): string {
  switch (quantity.unit) {
    case 'percent':
      return `${inPrint(value)}%`
    case 'points':
      return `${inPrint(value)} percentage points`
    case 'pounds':
      return `${value < 0 ? '−' : ''}£${inPrint(Math.abs(value) / quantity.scale)}${scaleLetter(quantity.scale)}`
    default:
      return `${inPrint(value / quantity.scale)}${scaleLetter(quantity.scale)}`
  }
}

const scaleLetter = (scale: number) => {
  if (scale === 1_000_000) return 'm'
  if (scale === 1_000_000_000) return 'bn'
  return scale === 1000 ? 'k' : ''
}
