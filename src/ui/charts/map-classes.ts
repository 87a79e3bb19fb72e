/** Values that one colour of a map stands for: the lowest and highest that there are, and how many areas. */
export type MapClass = { readonly from: number; readonly to: number; readonly count: number }

/** So many classes can be told apart at a glance; of few areas there are fewer, so that a class says something. */
function usualCount(areas: number): number {
  return Math.min(5, Math.ceil(areas / 2) + 1)
}

/**
 * Parts values into classes whose members are as alike as can be: the least sum of squared distances from the class's own
 * average (natural breaks, Fisher 1958 and Jenks 1967). Equal values always share a class.
 */
export function mapClasses(values: readonly number[], most = usualCount(values.length)): MapClass[] {
  const sorted = values.toSorted((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  const counts = distinct.map((value) => sorted.filter((each) => each === value).length)
  const ends = bestEnds(distinct, counts, Math.min(most, distinct.length))
  let start = 0
  return ends.map((end) => {
    const count = counts.slice(start, end).reduce((sum, each) => sum + each, 0)
    const made = { from: distinct[start] ?? 0, to: distinct[end - 1] ?? 0, count }
    start = end
    return made
  })
}

/** The class of a value, from 0. */
export function classOf(classes: readonly MapClass[], value: number): number {
  return Math.max(
    0,
    classes.findLastIndex(({ from }) => value >= from),
  )
}

/** Where each class ends, by dynamic programming over the sorted distinct values with their counts. */
function bestEnds(values: readonly number[], counts: readonly number[], classes: number): number[] {
  const costOf = spreadOver(values, counts)
  let costs = [0, ...values.map((_, index) => costOf(0, index + 1))]
  const cuts: number[][] = []
  for (let made = 2; made <= classes; made++) {
    const next: number[] = [0]
    const cut: number[] = [0]
    for (let end = 1; end <= values.length; end++) {
      let [best, at] = [Number.POSITIVE_INFINITY, made - 1]
      for (let start = made - 1; start < end; start++) {
        const cost = (costs[start] ?? 0) + costOf(start, end)
        if (cost < best) [best, at] = [cost, start]
      }
      next[end] = best
      cut[end] = at
    }
    costs = next
    cuts.push(cut)
  }
  const ends = values.length > 0 ? [values.length] : []
  for (const cut of cuts.toReversed()) ends.unshift(cut[ends[0] ?? 0] ?? 0)
  return ends
}

/** The squared distance from their average of the values from `start` to before `end`, each so many times. */
function spreadOver(values: readonly number[], counts: readonly number[]): (start: number, end: number) => number {
  const [number, sum, squares]: [number[], number[], number[]] = [[0], [0], [0]]
  const origin = values[0] ?? 0
  values.forEach((value, index) => {
    const count = counts[index] ?? 0
    const far = value - origin
    number.push((number[index] ?? 0) + count)
    sum.push((sum[index] ?? 0) + count * far)
    squares.push((squares[index] ?? 0) + count * far * far)
  })
  const over = (list: readonly number[], start: number, end: number) => (list[end] ?? 0) - (list[start] ?? 0)
  return (start, end) => {
    const total = over(sum, start, end)
    return over(squares, start, end) - (total * total) / Math.max(1, over(number, start, end))
  }
}
