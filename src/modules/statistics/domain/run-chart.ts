import { median } from './average.js'
import type { RunsAnalysis } from './control.js'
import { baselineValues, type Limits, NO_LIMITS, type PhaseData, type PhaseLimits } from './limits.js'
import { type Signal, signalsOf } from './rules.js'

/** A run chart has a median and no limits. */
export function medianLimits(data: PhaseData): PhaseLimits {
  const known = baselineValues(data)
  const limits: Limits = known.length === 0 ? NO_LIMITS : { ...NO_LIMITS, mean: median(known) }
  return { limitsAt: () => limits }
}

/**
 * Shifts and trends of seven on a run chart. Values on the median, and missing ones, say nothing about a shift: they
 * neither end a run nor lengthen it (Anhøj and Olesen 2014; Provost and Murray 2011). Trends are as on an XmR chart.
 */
export function runSignals(values: readonly (number | null)[], limits: readonly Limits[]): readonly Signal[] {
  const useful = values.flatMap((value, index) => (sideOf(value, limits[index]?.mean ?? null) === 0 ? [] : [index]))
  const shifts = signalsOf(
    useful.map((index) => values[index] ?? null),
    useful.map((index) => limits[index] ?? NO_LIMITS),
  )
  const shifted = new Map(useful.map((index, place) => [index, shifts[place]]))
  return signalsOf(values, limits).map(({ rules, side }, index): Signal => {
    const isTrend = rules.includes('trend')
    const shift = shifted.get(index)
    const isShift = shift?.rules.includes('shift') ?? false
    const shiftSide = isShift ? sideOf(values[index] ?? null, limits[index]?.mean ?? null) : 0
    return {
      rules: [...(isTrend ? (['trend'] as const) : []), ...(isShift ? (['shift'] as const) : [])],
      side: isTrend ? side : shiftSide,
    }
  })
}

function sideOf(value: number | null, centre: number | null): 1 | -1 | 0 {
  if (value === null || centre === null || value === centre) return 0
  return value > centre ? 1 : -1
}

/**
 * Whether the values fall about their median as chance would have it: the longest run no longer than
 * round(log2(n)) + 3 (Schilling 2012), the crossings no fewer than the 5th percentile of a fair coin's (Chen 2010).
 */
export function runsAnalysis(values: readonly (number | null)[], centre: number | null): RunsAnalysis {
  const sides = values.map((value) => sideOf(value, centre)).filter((side) => side !== 0)
  const useful = sides.length
  let [longest, run, crossings] = [0, 0, 0]
  sides.forEach((side, index) => {
    const isSame = side === sides[index - 1]
    if (index > 0 && !isSame) crossings += 1
    run = isSame ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  const longestUsual = useful === 0 ? 0 : Math.round(Math.log2(useful)) + 3
  const crossingsUsual = fifthPercentile(Math.max(useful - 1, 0))
  return {
    useful,
    longest,
    longestUsual,
    crossings,
    crossingsUsual,
    isSignal: useful > 0 && (longest > longestUsual || crossings < crossingsUsual),
  }
}

/** The smallest count of heads that a fair coin shows, or falls short of, with a chance of 5% or more. */
function fifthPercentile(tosses: number): number {
  let logChance = -tosses * Math.LN2
  let total = Math.exp(logChance)
  let heads = 0
  while (total < 0.05 && heads < tosses) {
    logChance += Math.log((tosses - heads) / (heads + 1))
    total += Math.exp(logChance)
    heads += 1
  }
  return heads
}
