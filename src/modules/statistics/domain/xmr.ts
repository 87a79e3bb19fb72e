import { mean } from './average.js'
import { baselineValues, type Limits, limitsAround, NO_LIMITS, type PhaseData, type PhaseLimits } from './limits.js'

/** Limits lie 2.66 mean moving ranges from the mean ("Making Data Count"; 3 ÷ 1.128 to two places). */
const REACH = 2.66

/** A moving range of 3.267 times their mean or more is outlying (Nelson 1982; Provost and Murray 2011, page 155). */
const OUTLYING = 3.267

/**
 * An XmR chart of one phase, by the rules of NHSRplotthedots: mean ± 2.66 × mean moving range, both from the baseline.
 * A range needs two values side by side in the phase: none spans a missing value, nor looks back over a rebase.
 */
export function xmrLimits(data: PhaseData): PhaseLimits {
  const limits = individualLimits(data, REACH)
  return { limitsAt: () => limits }
}

/** Mean and limits of single values: `reach` mean moving ranges either side. No limits without a moving range. */
export function individualLimits(data: Pick<PhaseData, 'values' | 'baseline' | 'screenRanges'>, reach: number): Limits {
  const known = baselineValues(data)
  if (known.length === 0) return NO_LIMITS
  const centre = mean(known)
  const average = averageRange(data)
  return average === undefined ? { ...NO_LIMITS, mean: centre } : limitsAround(centre, reach * average)
}

/**
 * The mean moving range, outlying ranges left out when screened. Screening is done once, not until nothing is left
 * to screen. Where no value differs there is nothing to screen and the mean range is 0.
 */
function averageRange({ values, baseline, screenRanges }: Pick<PhaseData, 'values' | 'baseline' | 'screenRanges'>) {
  const ranges: number[] = []
  for (let index = 1; index < values.length && index < baseline; index++) {
    const [before, value] = [values[index - 1], values[index]]
    if (before !== null && before !== undefined && value !== null && value !== undefined) {
      ranges.push(Math.abs(value - before))
    }
  }
  if (ranges.length === 0) return undefined
  const average = mean(ranges)
  if (!screenRanges || average === 0) return average
  return mean(ranges.filter((range) => range < OUTLYING * average))
}
