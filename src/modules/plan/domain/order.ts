/**
 * The items to move, and no more, to turn one order of the same items into another: all but a longest run
 * that keeps its order (longest increasing subsequence). Moving one item is one move.
 */
export function movedBetween(before: readonly string[], after: readonly string[]): Set<string> {
  const placeBefore = new Map(before.map((id, index) => [id, index]))
  const places = after.map((id) => placeBefore.get(id) ?? -1)
  const stays = longestIncreasing(places)
  return new Set(after.filter((_id, index) => !stays.has(index)))
}

/** The indexes of one longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    const length = firstNotLess(tails, values, value)
    previous[index] = length > 0 ? (tails[length - 1] ?? -1) : -1
    tails[length] = index
  })
  const chosen = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chosen.add(index)
  return chosen
}

function firstNotLess(tails: readonly number[], values: readonly number[], value: number): number {
  const found = tails.findIndex((index) => (values[index] ?? 0) >= value)
  return found < 0 ? tails.length : found
}
