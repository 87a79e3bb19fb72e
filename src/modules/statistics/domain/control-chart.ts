import { err, ok, type Result } from '#kernel/result.js'
import { assuranceOf, variationOf } from './assurance.js'
import { attributeLimits } from './attribute-charts.js'
import type {
  ControlChart,
  ControlInput,
  ControlOptions,
  ControlPoint,
  ControlProblem,
  ControlResult,
  Phase,
} from './control.js'
import { cutTo, type Limits, NO_LIMITS, type PhaseData, type PhaseLimits } from './limits.js'
import { type Stretch, stretchesOf } from './phases.js'
import { gapLimits, timeLimits } from './rare-event-charts.js'
import { type Signal, signalsOf } from './rules.js'
import { medianLimits, runSignals, runsAnalysis } from './run-chart.js'
import { plottedValue, problemWith } from './values.js'
import { xmrLimits } from './xmr.js'

/** Fewer values than this in a phase say too little about what is usual ("Making Data Count" single chart tool). */
export const FEWEST_POINTS = 13

const METHODS: Readonly<Record<ControlChart, (data: PhaseData) => PhaseLimits>> = {
  xmr: xmrLimits,
  run: medianLimits,
  p: (data) => attributeLimits('p', data),
  u: (data) => attributeLimits('u', data),
  c: (data) => attributeLimits('c', data),
  g: gapLimits,
  t: timeLimits,
}

/** Works out a control chart. Pure: the same series and options give the same chart. The series is in order of time. */
export function controlChart(
  inputs: readonly ControlInput[],
  options: ControlOptions,
): Result<ControlResult, ControlProblem> {
  const problem = problemWith(inputs, options)
  if (problem) return err(problem)
  const stretches = stretchesOf(
    inputs.map(({ date }) => date),
    options.rebase ?? [],
  )
  if (!stretches.ok) return stretches
  const values = inputs.map((input) => plottedValue(input, options))
  if (values.every((value) => value === null)) return err({ code: 'no-values' })
  const worked = stretches.value.map((stretch) => workOut(inputs, values, stretch, options))
  return ok(resultOf(inputs, values, worked, options))
}

type Worked = {
  readonly stretch: Stretch
  readonly limits: readonly Limits[]
  readonly signals: readonly Signal[]
  readonly isCutBelow: boolean
  readonly isCutAbove: boolean
}

/** One phase on its own: its limits from its own baseline, its rules without looking back. */
function workOut(
  inputs: readonly ControlInput[],
  all: readonly (number | null)[],
  stretch: Stretch,
  options: ControlOptions,
): Worked {
  const values = all.slice(stretch.from, stretch.until)
  const within = inputs.slice(stretch.from, stretch.until)
  const { limitsAt, scaled } = METHODS[options.chart]({
    values,
    numerators: within.map(({ numerator }) => numerator ?? null),
    denominators: within.map(({ denominator }) => denominator ?? null),
    baseline: options.baseline ?? values.length,
    screenRanges: options.screenRanges ?? true,
    per: options.per ?? 1,
  })
  const [lowest, highest] = rangeOf(options)
  const raw = values.map((_, index) => limitsAt(index))
  const limits = raw.map((each) => cutTo(each, lowest, highest))
  const tried = scaled ? values.map((value) => (value === null ? null : scaled.toScale(value))) : values
  const triedLimits = scaled ? values.map((_, index) => scaled.limitsAt(index)) : raw
  return {
    stretch,
    limits,
    signals: options.chart === 'run' ? runSignals(tried, triedLimits) : signalsOf(tried, triedLimits),
    isCutBelow: raw.some((each, index) => each !== limits[index] && each.lower !== limits[index]?.lower),
    isCutAbove: raw.some((each, index) => each !== limits[index] && each.upper !== limits[index]?.upper),
  }
}

/** What the figure can be: as told, and never below nought (nor above the whole, for shares) by the chart's own method. */
function rangeOf({ chart, lowest, highest, per = 1 }: ControlOptions): readonly [number, number] {
  const isCounted = chart !== 'xmr' && chart !== 'run'
  return [
    lowest ?? (isCounted ? 0 : Number.NEGATIVE_INFINITY),
    highest ?? (chart === 'p' ? per : Number.POSITIVE_INFINITY),
  ]
}

function resultOf(
  inputs: readonly ControlInput[],
  values: readonly (number | null)[],
  worked: readonly Worked[],
  options: ControlOptions,
): ControlResult {
  const points = worked.flatMap(({ stretch, limits, signals }, phase) =>
    limits.map((each, place): ControlPoint => {
      const { rules, side } = signals[place] ?? { rules: [], side: 0 }
      const index = stretch.from + place
      const { date } = inputs[index] ?? { date: '' }
      const variation = variationOf(side, options.polarity)
      const { mean, lower, upper, lowerNear, upperNear } = each
      return { date, value: values[index] ?? null, mean, lower, upper, lowerNear, upperNear, rules, variation, phase }
    }),
  )
  const phases = worked.map(({ stretch }) => phaseOf(points.slice(stretch.from, stretch.until)))
  const last = worked.at(-1)
  const newest = points.findLast(({ value }) => value !== null)
  const newestLimits = last?.limits.findLast(({ lower, upper }) => lower !== null && upper !== null)
  const newestValues = last ? values.slice(last.stretch.from, last.stretch.until) : []
  return {
    chart: options.chart,
    polarity: options.polarity,
    target: options.target ?? null,
    points,
    phases,
    assurance: assuranceOf(newestLimits ?? NO_LIMITS, options.target, options.polarity),
    variation: newest?.variation ?? 'common',
    isEnough: (phases.at(-1)?.points ?? 0) >= FEWEST_POINTS,
    isCutBelow: worked.some(({ isCutBelow }) => isCutBelow),
    isCutAbove: worked.some(({ isCutAbove }) => isCutAbove),
    ...(options.chart === 'run' ? { runs: runsAnalysis(newestValues, phases.at(-1)?.mean ?? null) } : {}),
  }
}

function phaseOf(points: readonly ControlPoint[]): Phase {
  const newest = points.findLast(({ lower, mean }) => lower !== null || mean !== null)
  return {
    from: points[0]?.date ?? '',
    until: points.at(-1)?.date ?? '',
    points: points.filter(({ value }) => value !== null).length,
    mean: newest?.mean ?? null,
    lower: newest?.lower ?? null,
    upper: newest?.upper ?? null,
  }
}
