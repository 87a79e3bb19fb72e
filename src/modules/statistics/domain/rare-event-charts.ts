import { mean, median } from './average.js'
import { baselineValues, type Limits, NO_LIMITS, type PhaseData, type PhaseLimits } from './limits.js'
import { individualLimits } from './xmr.js'

/**
 * A g chart: opportunities (or whole days) between rare events, geometric. Limits: mean ± 3 × √(mean × (mean + 1)),
 * never below 0 (Benneyan 2001; Montgomery chapter 7); the centre line is the median, since the values lean to one side.
 */
export function gapLimits(data: PhaseData): PhaseLimits {
  const known = baselineValues(data)
  if (known.length === 0) return { limitsAt: () => NO_LIMITS }
  const average = mean(known)
  const deviation = Math.sqrt(average * (average + 1))
  const limits: Limits = {
    mean: median(known),
    lower: average - 3 * deviation,
    upper: average + 3 * deviation,
    lowerNear: average - 2 * deviation,
    upperNear: average + 2 * deviation,
  }
  return { limitsAt: () => limits }
}

/** Times between events become nearly normal at this root (Nelson 1994; Provost and Murray 2011). */
const ROOT = 3.6

/** Three standard deviations in mean moving ranges. */
const REACH = 3 / 1.128

/**
 * A t chart: times between rare events. An XmR chart of the 3.6th roots, drawn on the scale of the times;
 * the rules are tried on the roots.
 */
export function timeLimits(data: PhaseData): PhaseLimits {
  const toScale = (value: number) => value ** (1 / ROOT)
  const values = data.values.map((value) => (value === null ? null : toScale(value)))
  const roots = individualLimits({ ...data, values }, REACH)
  const back = (value: number | null) => (value === null ? null : Math.sign(value) * Math.abs(value) ** ROOT)
  const limits: Limits = {
    mean: back(roots.mean),
    lower: back(roots.lower),
    upper: back(roots.upper),
    lowerNear: back(roots.lowerNear),
    upperNear: back(roots.upperNear),
  }
  return { limitsAt: () => limits, scaled: { limitsAt: () => roots, toScale } }
}
