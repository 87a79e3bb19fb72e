/** What a chart's method is given of one phase, one entry a period. */
export type PhaseData = {
  /** As plotted; null where there is none. */
  readonly values: readonly (number | null)[]
  readonly numerators: readonly (number | null)[]
  readonly denominators: readonly (number | null)[]
  /** Average and limits come from so many periods at the start. */
  readonly baseline: number
  readonly screenRanges: boolean
  readonly per: number
}

/** Average and limits in one period; null where they cannot be had. */
export type Limits = {
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly lowerNear: number | null
  readonly upperNear: number | null
}

/** The limits of a phase: one for all its periods, or one for each. */
export type PhaseLimits = {
  readonly limitsAt: (index: number) => Limits
  /** Where the rules are tried on another scale than the one drawn, the way to that scale. */
  readonly scaled?: { readonly limitsAt: (index: number) => Limits; readonly toScale: (value: number) => number }
}

/** No average and no limits. */
export const NO_LIMITS: Limits = { mean: null, lower: null, upper: null, lowerNear: null, upperNear: null }

/** The values that a phase's average and limits come from: those of its baseline that are there. */
export function baselineValues({ values, baseline }: Pick<PhaseData, 'values' | 'baseline'>): number[] {
  const known: number[] = []
  for (let index = 0; index < values.length && index < baseline; index++) {
    const value = values[index]
    if (value !== null && value !== undefined) known.push(value)
  }
  return known
}

/** Limits so far either side of an average, the near ones two thirds of the way. */
export function limitsAround(mean: number, reach: number): Limits {
  const near = (2 * reach) / 3
  return { mean, lower: mean - reach, upper: mean + reach, lowerNear: mean - near, upperNear: mean + near }
}

/** Limits cut to what the figure can be; the same limits when there is nothing to cut. */
export function cutTo(limits: Limits, lowest: number, highest: number): Limits {
  const { lower, upper } = limits
  if ((lower === null || lower >= lowest) && (upper === null || upper <= highest)) return limits
  const cut = (value: number | null) => (value === null ? null : Math.min(highest, Math.max(lowest, value)))
  return {
    mean: limits.mean,
    lower: cut(lower),
    upper: cut(upper),
    lowerNear: cut(limits.lowerNear),
    upperNear: cut(limits.upperNear),
  }
}
