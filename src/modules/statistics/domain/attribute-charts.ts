import { mean, sum } from './average.js'
import { baselineValues, type Limits, limitsAround, NO_LIMITS, type PhaseData, type PhaseLimits } from './limits.js'

/**
 * Limits of three standard deviations for counted things: shares (p, binomial), rates (u) and counts (c, Poisson).
 * Montgomery, Introduction to Statistical Quality Control, chapter 7 (7.8, 7.17, 7.19). The average of shares and rates
 * is total over total; their limits are wider where the whole is smaller.
 */
export function attributeLimits(chart: 'p' | 'u' | 'c', data: PhaseData): PhaseLimits {
  if (chart === 'c') return countLimits(data)
  const centre = pooled(data)
  if (centre === undefined) return { limitsAt: () => NO_LIMITS }
  const spread = chart === 'p' ? centre * (1 - centre) : centre
  return {
    limitsAt: (index): Limits => {
      const whole = data.denominators[index]
      if (!whole) return { ...NO_LIMITS, mean: centre * data.per }
      return { ...limitsAround(centre * data.per, 3 * data.per * Math.sqrt(spread / whole)), mean: centre * data.per }
    },
  }
}

function countLimits(data: PhaseData): PhaseLimits {
  const known = baselineValues(data)
  if (known.length === 0) return { limitsAt: () => NO_LIMITS }
  const centre = mean(known)
  const limits = limitsAround(centre, 3 * Math.sqrt(centre))
  return { limitsAt: () => limits }
}

/** Total over total, over the periods of the baseline that have both. */
function pooled({ numerators, denominators, baseline }: PhaseData): number | undefined {
  const parts: number[] = []
  const wholes: number[] = []
  for (let index = 0; index < numerators.length && index < baseline; index++) {
    const [part, whole] = [numerators[index], denominators[index]]
    if (part === null || part === undefined || !whole) continue
    parts.push(part)
    wholes.push(whole)
  }
  return wholes.length === 0 ? undefined : sum(parts) / sum(wholes)
}
