/** An exact fraction in lowest terms; the part below is positive. */
export type Fraction = { readonly above: bigint; readonly below: bigint }

/** A fraction of two whole numbers. */
export function fraction(above: bigint, below = 1n): Fraction {
  const sign = below < 0n ? -1n : 1n
  const common = divisor(above < 0n ? -above : above, below < 0n ? -below : below)
  return { above: (sign * above) / common, below: (sign * below) / common }
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : divisor(b, a % b)
}

export const NOUGHT = fraction(0n)

const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.below + b.above * a.below, a.below * b.below)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.above, a.below * b.below)
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.below, a.below * b.above)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, times(b, fraction(-1n)))
export const isNought = ({ above }: Fraction): boolean => above === 0n

/** The fraction as a number. */
export const asNumber = ({ above, below }: Fraction): number => Number(above) / Number(below)
