/** How far from the average a value may fall by chance: 2.66 mean moving ranges, which is 3 ÷ 1.128. */
const REACH = 2.66

/** Fewer figures than this say too little about what is usual: no limits are drawn. */
export const FEWEST_FOR_LIMITS = 13

/** So many in a row on one side of the average are more than chance. */
export const RUN_LENGTH = 7

/** Several values in a row on one side of the average: first and last position, both counted. */
export type Run = { readonly from: number; readonly until: number; readonly side: 'above' | 'below' }

/** The average of a series, the limits of its usual variation, and what lies beyond it (positions in the series). */
export type Xmr = {
  readonly centre: number
  readonly lower: number
  readonly upper: number
  /** The limit would lie below what the figure can be, and was moved to it. */
  readonly isCutBelow: boolean
  readonly isCutAbove: boolean
  readonly outside: readonly number[]
  readonly runs: readonly Run[]
}

/** What the values of a series can be, and its average when that is not the plain mean (a pooled share). */
export type XmrOptions = { readonly lowest?: number; readonly highest?: number; readonly centre?: number }

/**
 * An XmR chart as "Making Data Count" of NHS England draws it: average ± 2.66 × mean moving range. A missing value
 * (null) breaks the moving range and any run. Undefined when there are fewer than 13 values, or no two side by side.
 */
export function xmr(values: readonly (number | null)[], options: XmrOptions = {}): Xmr | undefined {
  const known = values.filter((value) => value !== null)
  const ranges = movingRanges(values)
  if (known.length < FEWEST_FOR_LIMITS || ranges.length === 0) return undefined
  const centre = options.centre ?? mean(known)
  const reach = REACH * mean(ranges)
  const lowest = options.lowest ?? Number.NEGATIVE_INFINITY
  const highest = options.highest ?? Number.POSITIVE_INFINITY
  const lower = Math.max(lowest, centre - reach)
  const upper = Math.min(highest, centre + reach)
  return {
    centre,
    lower,
    upper,
    isCutBelow: centre - reach < lowest,
    isCutAbove: centre + reach > highest,
    outside: positions(values, (value) => isBelow(value, lower) || isBelow(upper, value)),
    runs: runsOf(values, centre),
  }
}

function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1]
    return value === null || before === undefined || before === null ? [] : [Math.abs(value - before)]
  })
}

function runsOf(values: readonly (number | null)[], centre: number): Run[] {
  const runs: Run[] = []
  let open: Run | undefined
  values.forEach((value, index) => {
    const side = sideOf(value, centre)
    if (side && open?.side === side) open = { ...open, until: index }
    else {
      if (open) runs.push(open)
      open = side && { from: index, until: index, side }
    }
  })
  if (open) runs.push(open)
  return runs.filter(({ from, until }) => until - from + 1 >= RUN_LENGTH)
}

function sideOf(value: number | null, centre: number): Run['side'] | undefined {
  if (value === null) return undefined
  if (isBelow(value, centre)) return 'below'
  return isBelow(centre, value) ? 'above' : undefined
}

/** Below by more than the last digits of the arithmetic. */
function isBelow(a: number, b: number): boolean {
  return b - a > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

function positions(values: readonly (number | null)[], holds: (value: number) => boolean): number[] {
  return values.flatMap((value, index) => (value !== null && holds(value) ? [index] : []))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
