import type { TableNumber } from './table-number.js'

/** How a sum stands to its printed total: right, a rounding slip that a person should look at, or wrong. */
export type Fit = 'holds' | 'slip' | 'wrong'

/**
 * Compares a sum with its printed total. Rounded parts may drift: with n parts the drift has a standard deviation of
 * √((n + 1) / 12) of the last place, and twice that is let pass; what could be rounding at the very most is a slip. Counts of whole things do not round.
 */
export function fitOf(parts: TableNumber[], shown: TableNumber, sum: number, isRounded: boolean): Fit {
  const difference = Math.abs(sum - shown.value)
  const step = Math.max(shown.step, ...parts.map((part) => part.step))
  const inSteps = Math.round((difference / step) * 1e6) / 1e6
  if (inSteps < 0.01) return 'holds'
  const isShares = shown.unit === 'percent'
  const loose = isRounded || step !== 1 || isShares
  const most = (parts.length + 1) / 2
  const drift = 2 * Math.sqrt((parts.length + 1) / 12)
  if (loose && inSteps <= Math.max(1, isShares ? Math.round(drift) : Math.floor(drift))) return 'holds'
  if (loose && inSteps <= most) return 'slip'
  return inSteps <= 1 && shown.unit === 'pounds' ? 'slip' : 'wrong'
}

/** The least and the most that a printed number can stand for. */
export function intervalOf(number: TableNumber): { low: number; high: number } {
  return { low: number.value - number.step / 2, high: number.value + number.step / 2 }
}
