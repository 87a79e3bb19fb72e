import { meets, type Quantity, roundedSpan, type Span } from './quantity.js'
import { isMiscopied, isMisprintedSum, isOneSlip, numberSlips } from './quantity-miscopied.js'

/** What quantities come to, as a span. */
export const addedSpan = (parts: readonly Quantity[]): Span => ({
  low: parts.reduce((sum, part) => sum + part.low, 0),
  high: parts.reduce((sum, part) => sum + part.high, 0),
})

/** Counts are exact; an amount printed to the nearest thousand or million is as wide as its last place. */
export const widthOf = (whole: Quantity, parts: readonly Quantity[]): Span =>
  whole.unit === 'count' && [whole, ...parts].every((one) => one.scale === 1) ? whole : roundedSpan(whole)

/** Whether parts come to their whole, by what is printed of each; many rounded parts drift less than all of them could. */
export function comesTo(whole: Quantity, parts: readonly Quantity[]): boolean {
  if (!meets(addedSpan(parts), widthOf(whole, parts))) return false
  const step = Math.max(...[whole, ...parts].map(({ precision }) => precision))
  const gap = Math.abs(parts.reduce((sum, { shown }) => sum + shown, 0) - whole.shown) / step
  return gap < Math.max(1, Math.floor(2 * Math.sqrt((parts.length + 1) / 12))) + 0.01
}

/**
 * Whether one slip of the pen in one figure would explain why parts miss their whole: a digit wrong where the figures are
 * so large that this is hardly chance, or two neighbours swapped in the whole or in one part.
 */
export function isSlipOfSum(whole: Quantity, parts: readonly Quantity[]): boolean {
  const [total, sizes] = [whole.shown, parts.map(({ shown }) => shown)]
  const step = Math.min(...[whole, ...parts].map(({ precision }) => precision))
  const sum = sizes.reduce((all, size) => all + size, 0)
  const inSteps = (value: number) => Math.round(value / step)
  if (sizes.filter((size) => size >= total).length > 1) return false
  if (isMisprintedSum(total, sizes, step)) return true
  const rests = sizes.map((size) => [inSteps(total - (sum - size)), inSteps(size)] as const)
  const pairs = [[inSteps(sum), inSteps(total)] as const, ...rests]
  return pairs.some(([one, other]) => one > 0 && isMiscopied(one, other)) || isFarPart(total, sizes, step)
}

/** Whether one printed figure with another digit, or with two swapped, would make a whole and its parts agree; however small they are. */
export function isSlipInSum(whole: Quantity, parts: readonly Quantity[]): boolean {
  const gap = parts.reduce((sum, { shown }) => sum + shown, 0) - whole.shown
  const isMeant = (figure: Quantity, meant: number) =>
    !figure.inWords && numberSlips(figure).some((other) => Math.abs(other - meant) < figure.precision / 2)
  return isMeant(whole, whole.shown + gap) || parts.some((part) => isMeant(part, part.shown - gap))
}

/** One part larger than the whole, of which one digit brings it back to what the others leave. */
function isFarPart(total: number, sizes: readonly number[], step: number): boolean {
  const [large, ...more] = sizes.filter((size) => size >= total)
  if (large === undefined || more.length > 0) return false
  const rest = total - (sizes.reduce((all, size) => all + size, 0) - large)
  return rest > 0 && total / step >= 20 && isOneSlip(rest, large, step)
}
