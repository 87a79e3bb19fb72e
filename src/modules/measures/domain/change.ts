import { err, ok, type Result } from '#kernel/result.js'
import { formatNumber } from '#kernel/words.js'
import { type ControlResult, controlChart, differenceOfShares, ratioOfRates } from '#modules/statistics/index.js'
import { percentChange } from './figure.js'
import type { Measure } from './measure.js'
import type { Interval } from './observation.js'
import { daysIn } from './period-request.js'
import type { PooledFigure } from './pooling.js'
import { breaksAcross, type SeriesBreak } from './series-marks.js'
import type { Unit } from './unit.js'

/** What a difference is counted in. The difference of two percentages is percentage points, never per cent. */
export type DifferenceUnit = Exclude<Unit, 'percentage'> | 'percentage points'

/** How a figure differs from an earlier one. */
export type Change = {
  readonly difference: number
  readonly unit: DifferenceUnit
  /** In per cent of the earlier figure; null for shares, and from nothing. */
  readonly percent: number | null
  /** Whether it is more than chance; null where that cannot be told. */
  readonly isSignificant: boolean | null
  /** How that was told, or why it cannot be. */
  readonly why: string
  /** Breaks that lie between the two, each acknowledged in writing. */
  readonly breaks: readonly SeriesBreak[]
}

/** Why a change is not stated. */
export type ChangeRefusal =
  | { readonly code: 'crosses-break'; readonly breaks: readonly SeriesBreak[] }
  | { readonly code: 'no-value' }

type Compared = {
  readonly measure: Measure
  readonly breaks: readonly SeriesBreak[]
  readonly control?: ControlResult | undefined
}

/** The change from one period to another. Refused across a break that nobody has acknowledged. */
export function changeBetween(
  before: PooledFigure,
  after: PooledFigure,
  { measure, breaks, control }: Compared,
): Result<Change, ChangeRefusal> {
  if (before.value === null || after.value === null) return err({ code: 'no-value' })
  const crossed = breaksAcross(breaks, before.period, after.period)
  const open = crossed.filter(({ acknowledgement }) => acknowledgement === null)
  if (open.length > 0) return err({ code: 'crosses-break', breaks: open })
  const { unit } = measure
  return ok({
    difference: Number((after.value - before.value).toFixed(9)),
    unit: unit === 'percentage' ? 'percentage points' : unit,
    percent: percentChange(unit, before.value, after.value) ?? null,
    ...significanceOf(before, after, { measure, breaks: crossed, control }),
    breaks: crossed,
  })
}

type Significance = Pick<Change, 'isSignificant' | 'why'>

function significanceOf(before: PooledFigure, after: PooledFigure, { measure, control }: Compared): Significance {
  if (measure.unit === 'pounds') return untold('Money is decided or spent, not counted: chance has no part in it')
  const bySample = fromIntervals(before, after)
  if (bySample) return bySample
  if (measure.isSurvey && !sharesOf(before, after)) return untold('The number of answers or the interval is not known')
  if (measure.unit === 'percentage') return fromShares(before, after)
  if (measure.unit === 'duration') return untold('How much single cases vary is not known')
  const byChart = fromLimits(after, control)
  if (byChart) return byChart
  return measure.unit === 'count' && isStock(measure) ? untold(STOCK) : fromCounts(before, after, { measure, control })
}

const STOCK = 'It is a stock, the same things counted again: chance is not what tells two days apart'

/** Open cases or officers in post: who was there a year ago may be there still, so two such counts are no Poisson counts. */
function isStock({ pooling, frequency }: Measure): boolean {
  return pooling === 'last' || frequency === 'as-at'
}

const untold = (why: string): Significance => ({ isSignificant: null, why })

/** From the intervals that a survey gives: the interval of the difference, by squares (Newcombe's method for any estimate). */
function fromIntervals(before: PooledFigure, after: PooledFigure): Significance | undefined {
  const [a, b] = [after, before]
  if (!a.interval || !b.interval || a.value === null || b.value === null) return undefined
  const estimate = a.value - b.value
  const lower = estimate - Math.hypot(a.value - a.interval.lower, b.interval.upper - b.value)
  const upper = estimate + Math.hypot(a.interval.upper - a.value, b.value - b.interval.lower)
  return decided({ lower, upper }, 'from the 95% intervals of both figures', 0)
}

function sharesOf(before: PooledFigure, after: PooledFigure) {
  const shares = [after, before].flatMap(({ numerator, denominator }) => {
    const isShare = numerator !== null && denominator !== null && numerator >= 0 && numerator <= denominator
    return isShare ? [{ count: numerator, of: denominator }] : []
  })
  const [a, b] = shares
  return a && b ? { a, b } : undefined
}

function fromShares(before: PooledFigure, after: PooledFigure): Significance {
  const shares = sharesOf(before, after)
  const compared = shares && differenceOfShares(shares.a, shares.b)
  if (!compared) return untold('The numbers behind the percentages are not known')
  const { lower, upper } = compared
  return decided({ lower: 100 * lower, upper: 100 * upper }, 'Newcombe’s 95% interval for two shares', 0)
}

/** For a single month with a control chart: whether it is a signal there. */
function fromLimits({ period }: PooledFigure, control: ControlResult | undefined): Significance | undefined {
  const point = period.kind === 'month' && control?.isEnough ? pointAt(control, period.code) : undefined
  if (!point) return undefined
  if (control?.chart === 'run' && point.rules.length === 0)
    return untold('A run chart has no limits to tell one month from chance by')
  return point.rules.length > 0
    ? { isSignificant: true, why: 'The month is a signal on the control chart' }
    : { isSignificant: false, why: 'The month is within the usual variation of the control chart' }
}

function pointAt({ points }: ControlResult, code: string) {
  return points.find(({ date, value }) => date === code && value !== null)
}

/**
 * For counts and rates of longer periods: the ratio of two Poisson counts over their days or bases, with as many times
 * the variance as the months show on the control chart (quasi-Poisson), since crimes do not come one by one.
 */
function fromCounts(
  before: PooledFigure,
  after: PooledFigure,
  { measure, control }: Omit<Compared, 'breaks'>,
): Significance {
  const [a, b] = [countOf(after, measure), countOf(before, measure)]
  if (!a || !b) return untold('The counts behind the figures are not known')
  const spread = spreadOf(control, measure)
  const thin = ({ count, exposure }: { count: number; exposure: number }) => ({ count: count / spread, exposure })
  const compared = ratioOfRates(thin(a), thin(b))
  if (!compared) return untold('There is no change in times from nothing')
  const method = spread > 1 ? 'a Poisson ratio, widened by how much the months vary' : 'a Poisson ratio'
  return decided(compared, method, 1)
}

/**
 * A count for each day of its period, so that a leap year is not more; a rate over its own base. What is worked out is
 * no count (twice a count varies more than a count does).
 */
function countOf(figure: PooledFigure, { unit, formula }: Measure): { count: number; exposure: number } | undefined {
  if (formula !== null) return undefined
  if (unit === 'count')
    return figure.value === null ? undefined : { count: figure.value, exposure: daysIn(figure.period) }
  const { numerator, denominator } = figure
  return numerator === null || denominator === null ? undefined : { count: numerator, exposure: denominator }
}

function spreadOf(control: ControlResult | undefined, { unit }: Measure): number {
  const { mean, upper } =
    control?.isEnough && unit === 'count' ? (asIndividuals(control).points.at(-1) ?? NOTHING) : NOTHING
  if (mean === null || upper === null || mean <= 0) return 1
  const deviation = (upper - mean) / 3
  return Math.max(1, (deviation * deviation) / mean)
}

/** The same months on an XmR chart, which measures how much they vary whatever they are drawn on. */
function asIndividuals(control: ControlResult): ControlResult {
  if (control.chart === 'xmr') return control
  const rebase = control.phases.slice(1).map(({ from }) => from)
  const made = controlChart(control.points, { chart: 'xmr', polarity: 'neither', rebase })
  return made.ok ? made.value : control
}

const NOTHING = { mean: null, upper: null }

function decided({ lower, upper }: Interval, method: string, none: 0 | 1): Significance {
  const isSignificant = lower > none || upper < none
  const ends = `${formatNumber(lower, 2)} and ${formatNumber(upper, 2)}`
  const what = none === 0 ? 'The difference lies between' : 'The ratio lies between'
  return { isSignificant, why: `${what} ${ends} (${method})${isSignificant ? '' : ': no significant change'}` }
}
