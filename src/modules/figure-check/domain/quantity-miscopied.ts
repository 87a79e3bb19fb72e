/**
 * Whether two numbers look like one number copied wrongly: four digits or more, as many in each, and one digit changed
 * or two neighbours swapped.
 */
export function isMiscopied(first: number, second: number): boolean {
  const [a, b] = [digitsOf(first), digitsOf(second)]
  if (a.length !== b.length || a.length < 4 || a === b) return false
  const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [left, right] = places
  if (left === undefined) return false
  if (places.length === 1) return left > 0 && a.replace(/0+$/, '').length >= 4
  return places.length === 2 && right === left + 1 && a[left] === b[right] && a[right] === b[left]
}

const digitsOf = (value: number) => String(Math.round(Math.abs(value) * 100) / 100).replace('.', '')
