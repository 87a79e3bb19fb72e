/** The mean, exact to the last digit that a number holds, so that equal values have themselves as their mean. */
export function mean(values: readonly number[]): number {
  const first = sum(values) / values.length
  let rest = 0
  for (const value of values) rest += value - first
  const better = first + rest / values.length
  return Number.isFinite(better) ? better : first
}

/** The sum, with the digits that plain adding loses carried along (Neumaier 1974). */
export function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** From the least value to the greatest; where none differs, the size of the value itself, or 1. Missing ones apart. */
export function spreadOf(values: readonly (number | null)[]): number {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value === null) continue
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  if (greatest > least) return greatest - least
  return Number.isFinite(least) ? Math.abs(least) || 1 : 1
}
