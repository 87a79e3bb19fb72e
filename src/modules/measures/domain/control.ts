import {
  type ControlInput,
  type ControlOptions,
  type ControlProblem,
  type ControlResult,
  controlChart,
  type Direction,
  FEWEST_POINTS,
} from '#modules/statistics/index.js'
import { problemInWords } from './control-method.js'
import type { Measure, Polarity } from './measure.js'
import type { SeriesPoint } from './observation.js'
import { periodLabel } from './period-words.js'
import { type SeriesMarks, targetFor } from './series-marks.js'

/** Where a new stretch of average and limits begins, and from how many of its first points they come. */
type Start = { readonly month: string; readonly baseline: number | null }

/**
 * The control chart of a monthly series: XmR as "Making Data Count" draws it, unless the definition says another; never
 * of rolling or yearly figures, whose limits would mean nothing. A new phase begins at each recorded rebase and at each
 * break. Undefined without figures, and where these figures cannot be drawn so (`chartProblem` says why).
 */
export function controlOf(
  measure: Measure,
  series: readonly SeriesPoint[],
  marks: SeriesMarks,
): ControlResult | undefined {
  if (measure.frequency !== 'month') return undefined
  const inputs = inputsOf(measure, series)
  const newest = series.findLast(({ value }) => value !== null)
  if (!newest) return undefined
  const starts = startsOf(marks)
  const target = targetFor(marks.targets, newest.period)?.value
  const options: ControlOptions = {
    ...methodOf(measure, series),
    // Monitoring only: without a target nothing is coloured good or bad.
    polarity: target === undefined ? 'neither' : directionOf(measure.polarity),
    target,
    rebase: starts.map(({ month }) => month),
  }
  const result = (baseline: number | null) => {
    const made = controlChart(inputs, baseline === null ? options : { ...options, baseline })
    return made.ok ? made.value : undefined
  }
  return joined(series, starts, result)
}

/** The figures as the chart takes them: p and u charts need the two numbers behind each. */
function inputsOf({ controlChart }: Measure, series: readonly SeriesPoint[]): ControlInput[] {
  const hasParts = controlChart === 'p' || controlChart === 'u'
  return series.map(({ period, value, numerator, denominator }) => ({
    ...{ date: period.code, value },
    ...(hasParts && { numerator, denominator }),
  }))
}

function methodOf(measure: Measure, series: readonly SeriesPoint[]) {
  return { chart: measure.controlChart, per: measure.per, ...rangeOf(measure, series) }
}

/** What keeps figures from being drawn on the chart that is wanted for them, in words; undefined where nothing does. */
export function chartProblem(measure: Measure, series: readonly SeriesPoint[]): string | undefined {
  if (measure.frequency !== 'month' || series.every(({ value }) => value === null)) return undefined
  const made = controlChart(inputsOf(measure, series), { ...methodOf(measure, series), polarity: 'neither' })
  return made.ok ? undefined : inWords(measure, made.error, series)
}

function inWords(measure: Measure, problem: ControlProblem, series: readonly SeriesPoint[]): string {
  return problemInWords(measure.controlChart, problem, (date) => {
    const point = series.find(({ period }) => period.code === date)
    return point ? periodLabel(point.period) : date
  })
}

/** The wanted direction in the words of statistics. */
function directionOf(polarity: Polarity): Direction {
  if (polarity === 'neither') return 'neither'
  return polarity === 'up-is-good' ? 'up' : 'down'
}

/** A break begins a phase with the month that it falls in; a rebase on the same month says its baseline. */
function startsOf({ breaks, phases }: SeriesMarks): Start[] {
  const starts = new Map<string, Start>()
  for (const { startsOn } of breaks) starts.set(startsOn.slice(0, 7), { month: startsOn.slice(0, 7), baseline: null })
  for (const { startsOn, baselinePoints } of phases)
    starts.set(startsOn.slice(0, 7), { month: startsOn.slice(0, 7), baseline: baselinePoints })
  return [...starts.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/**
 * Counts, shares, rates and times do not go below nought, nor shares above the whole; limits beyond are cut there,
 * but for a percentage that is a change or a ratio by its definition.
 */
function rangeOf({ unit, beyondWhole }: Measure, series: readonly SeriesPoint[]) {
  const isWithin = (test: (value: number) => boolean) => series.every(({ value }) => value === null || test(value))
  const isFree = unit === 'percentage' && beyondWhole === 'freely'
  return {
    ...(!isFree && isWithin((value) => value >= 0) && { lowest: 0 }),
    ...(unit === 'percentage' && !isFree && isWithin((value) => value <= 100) && { highest: 100 }),
  }
}

/** Each phase from the chart with its own baseline; the newest phase says what target and variation are. */
function joined(
  series: readonly SeriesPoint[],
  starts: readonly Start[],
  chartWith: (baseline: number | null) => ControlResult | undefined,
): ControlResult | undefined {
  const plain = chartWith(null)
  if (!plain || starts.every(({ baseline }) => baseline === null)) return plain
  const charts = new Map<number | null, ControlResult | undefined>([[null, plain]])
  const chartOf = (phase: number): ControlResult => {
    const from = plain.phases[phase]?.from ?? ''
    const baseline = starts.findLast(({ month }) => month <= from)?.baseline ?? null
    if (!charts.has(baseline)) charts.set(baseline, chartWith(baseline))
    return charts.get(baseline) ?? plain
  }
  const newest = chartOf(plain.phases.length - 1)
  const points = series.flatMap((_, index) => chartOf(plain.points[index]?.phase ?? 0).points[index] ?? [])
  const phases = plain.phases.flatMap((_, phase) => chartOf(phase).phases[phase] ?? [])
  const used = plain.phases.map((_, phase) => chartOf(phase))
  const isCutBelow = used.some((chart) => chart.isCutBelow)
  const isCutAbove = used.some((chart) => chart.isCutAbove)
  const variation = points.findLast(({ value }) => value !== null)?.variation ?? newest.variation
  return { ...newest, points, phases, variation, isCutBelow, isCutAbove }
}

/** Why a series has no control chart, or none with icons; undefined where it has one. */
export function whyNoControl(measure: Measure, control: ControlResult | undefined): string | undefined {
  if (measure.frequency === 'rolling-12-months')
    return 'Figures of 12 months overlap, so that one follows from the other: limits of usual variation would mislead.'
  if (measure.frequency !== 'month') return 'Limits of usual variation are worked out for monthly figures only.'
  if (!control) return 'No figure has been taken in yet.'
  if (control.isEnough) return undefined
  const { points = 0 } = control.phases.at(-1) ?? {}
  const since = control.phases.length > 1 ? ' since the series began anew' : ''
  return `${points} of the ${FEWEST_POINTS} figures that limits need are held${since}: too few to tell a change from the usual variation.`
}
