import type { Assurance, Direction, Variation } from './control.js'
import type { Limits } from './limits.js'

/**
 * Whether the target will be met: the newest limits lie wholly on its good side (pass), wholly on its bad side (fail),
 * or not wholly on either (hit and miss). A target on a limit is hit and miss, so a figure that is always 100% against
 * a target of 100% never shows as failing. None without a target, without limits, or when no direction is wanted.
 */
export function assuranceOf(
  limits: Pick<Limits, 'lower' | 'upper'>,
  target: number | undefined,
  wanted: Direction,
): Assurance {
  const { lower, upper } = limits
  if (target === undefined || lower === null || upper === null || wanted === 'neither') return 'none'
  if (target > upper) return wanted === 'up' ? 'fail' : 'pass'
  if (target < lower) return wanted === 'up' ? 'pass' : 'fail'
  return 'hit-and-miss'
}

/** What a signal to one side means for a figure that is wanted up, down or neither. */
export function variationOf(side: 1 | -1 | 0, wanted: Direction): Variation {
  if (side === 0) return 'common'
  if (wanted === 'neither') return side > 0 ? 'neutral-high' : 'neutral-low'
  return side > 0 === (wanted === 'up') ? 'improvement' : 'concern'
}
