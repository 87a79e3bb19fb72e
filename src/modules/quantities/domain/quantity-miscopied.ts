/**
 * Whether two numbers look like one number copied wrongly: as many digits in each, and two neighbours swapped (57, 75),
 * or one digit changed where there are four or more.
 */
export function isMiscopied(first: number, second: number): boolean {
  const [a, b] = [digitsOf(first), digitsOf(second)]
  if (a.length !== b.length || a.length < 2 || a === b) return false
  const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [left, right] = places
  if (left === undefined) return false
  if (places.length === 1) return a.length >= 4 && left > 0 && a.replace(/0+$/, '').length >= 4
  return places.length === 2 && right === left + 1 && a[left] === b[right] && a[right] === b[left]
}

const digitsOf = (value: number) => String(Math.round(Math.abs(value) * 100) / 100).replace('.', '')
