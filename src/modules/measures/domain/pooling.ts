import { err, ok, type Result } from '#kernel/result.js'
import type { Measure } from './measure.js'
import type { ObservationStatus, SeriesPoint } from './observation.js'
import type { Figures } from './observation-figures.js'
import type { Frequency, Period } from './period.js'
import { type PeriodRequest, partsOfPeriod } from './period-request.js'
import { breaksAcross, type SeriesBreak } from './series-marks.js'

/** What must be known of a measure to make a longer period's figure from shorter ones. */
export type PoolingRule = Pick<Measure, 'unit' | 'pooling' | 'per' | 'frequency'>

/** The figure of a period, held as such or made from shorter ones, and the points that it is made from. */
export type PooledFigure = Figures &
  Pick<SeriesPoint, 'status' | 'isRevised' | 'note' | 'interval'> & {
    readonly period: PeriodRequest
    readonly from: readonly SeriesPoint[]
    /** Breaks that the period itself holds, each acknowledged. */
    readonly breaks: readonly SeriesBreak[]
  }

/** A shorter period whose figure is missing, and why. */
export type MissingPart = { readonly period: Period; readonly why: string }

/** Why there is no figure for a period. */
export type PeriodRefusal =
  | { readonly code: 'nothing-known' }
  /** A year with eleven months is no year. */
  | {
      readonly code: 'months-missing'
      readonly missing: readonly MissingPart[]
      /** The period is one of the measure's own, and it is that one which is missing. */
      readonly isWhole: boolean
    }
  /** The figures are of longer periods, or of others that do not fill this one. */
  | { readonly code: 'not-divisible'; readonly finest: Frequency }
  /** Rolling figures, surveys and the like say nothing of any other period. */
  | { readonly code: 'only-as-held'; readonly finest: Frequency }
  /** Without the numbers behind them, shares cannot be pooled, and a mean of percentages is never used. */
  | { readonly code: 'numerators-missing'; readonly missing: readonly Period[] }
  | { readonly code: 'crosses-break'; readonly breaks: readonly SeriesBreak[] }
  /** It is worked out from others, and one of them has no figure for the period. */
  | { readonly code: 'not-calculated'; readonly why: string }

const NOT_TAKEN_IN = 'no figure has been taken in'

/** The figure of any period, from the finest figures that there are. Never from a mean of percentages. */
export function poolFigures(
  series: readonly SeriesPoint[],
  request: PeriodRequest,
  rule: PoolingRule,
  breaks: readonly SeriesBreak[] = [],
): Result<PooledFigure, PeriodRefusal> {
  if (series.length === 0) return err({ code: 'nothing-known' })
  const held = series.find(({ period }) => isSame(period, request))
  if (held) return ok(asHeld(held, request))
  const parts = partsFor(request, rule)
  if (!parts.ok) return parts
  const byCode = new Map(series.map((point) => [point.period.code, point]))
  const points = parts.value.map((period) => ({ period, point: byCode.get(period.code) }))
  const missing = points.filter(({ point }) => (point?.value ?? null) === null)
  if (missing.length > 0) {
    const named = missing.map(({ period, point }) => ({ period, why: point?.note || NOT_TAKEN_IN }))
    return err({ code: 'months-missing', missing: named, isWhole: points.length === 1 })
  }
  const known = points.flatMap(({ point }) => point ?? [])
  const crossed = within(known, breaks)
  const open = crossed.filter(({ acknowledgement }) => acknowledgement === null)
  if (open.length > 0) return err({ code: 'crosses-break', breaks: open })
  const figures = pooled(known, rule)
  return figures.ok
    ? ok({ ...figures.value, ...togetherOf(known), period: request, from: known, breaks: crossed })
    : figures
}

/** The same stretch of time by another name is the same: 12 months to March and a financial year. */
function isSame(held: Period, asked: PeriodRequest): boolean {
  if ((held.kind === 'as-at') !== (asked.kind === 'as-at')) return false
  return held.from === asked.from && held.until === asked.until
}

function asHeld(point: SeriesPoint, period: PeriodRequest): PooledFigure {
  const { numerator, denominator, value, status, isRevised, note, interval } = point
  return { numerator, denominator, value, status, isRevised, note, interval, period, from: [point], breaks: [] }
}

function partsFor(request: PeriodRequest, { pooling, frequency }: PoolingRule): Result<Period[], PeriodRefusal> {
  if (pooling === 'none' || frequency === 'rolling-12-months') return err({ code: 'only-as-held', finest: frequency })
  if (pooling === 'last') return lastPart(request, frequency)
  if (frequency === 'as-at') return err({ code: 'only-as-held', finest: frequency })
  const parts = request.kind === 'as-at' ? undefined : partsOfPeriod(request, frequency)
  return parts ? ok(parts) : err({ code: 'not-divisible', finest: frequency })
}

/** Of a stock, the figure of a period is that of its last day, or of its last part. */
function lastPart({ until }: PeriodRequest, frequency: Frequency): Result<Period[], PeriodRefusal> {
  if (frequency === 'as-at') return ok([{ kind: 'as-at', code: until, from: until, until }])
  const last = lastOfKind(until, frequency)
  return last ? ok([last]) : err({ code: 'not-divisible', finest: frequency })
}

function lastOfKind(until: PeriodRequest['until'], frequency: Frequency): Period | undefined {
  const starts = { month: 0, quarter: 2, 'financial-year': 11, 'calendar-year': 11, 'rolling-12-months': 0, 'as-at': 0 }
  const back = starts[frequency]
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))]
  const count = year * 12 + month - 1 - back
  const from = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01` as PeriodRequest['from']
  const [part] = partsOfPeriod({ kind: 'range', code: '', from, until }, frequency) ?? []
  return part
}

/** The breaks that fall after the first day of all the points together. A figure that is held alone is taken as it is. */
function within(points: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): SeriesBreak[] {
  const [first, last] = [points[0], points.at(-1)]
  return first && last && first !== last ? breaksAcross(breaks, first.period, last.period) : []
}

const FIRMNESS: readonly ObservationStatus[] = ['missing', 'estimated', 'provisional', 'final']

/** A whole is as firm as its least firm part. */
function togetherOf(points: readonly SeriesPoint[]) {
  const [only, ...others] = points
  const statuses = new Set(points.map(({ status }) => status))
  return {
    status: FIRMNESS.find((status) => statuses.has(status)) ?? 'final',
    isRevised: points.some(({ isRevised }) => isRevised),
    note: [...new Set(points.map(({ note }) => note).filter(Boolean))].join(' '),
    interval: others.length === 0 ? (only?.interval ?? null) : null,
  }
}

function pooled(points: readonly SeriesPoint[], rule: PoolingRule): Result<Figures, PeriodRefusal> {
  const [only, ...others] = points
  if (only && others.length === 0) {
    const { numerator, denominator, value } = only
    return ok({ numerator, denominator, value })
  }
  return rule.pooling === 'sum' ? ok(added(points, rule)) : divided(points, rule)
}

function added(points: readonly SeriesPoint[], { unit }: PoolingRule): Figures {
  const value = exactSum(points.map((point) => point.value ?? 0))
  const numerators = points.map(({ numerator }) => numerator)
  const numerator = numerators.every((each) => each !== null) ? exactSum(numerators) : null
  return { numerator, denominator: null, value: unit === 'pounds' ? Math.round(value * 100) / 100 : value }
}

function divided(points: readonly SeriesPoint[], { per, pooling }: PoolingRule): Result<Figures, PeriodRefusal> {
  const without = points.filter(({ numerator, denominator }) => numerator === null || denominator === null)
  if (without.length > 0) return err({ code: 'numerators-missing', missing: without.map(({ period }) => period) })
  const numerator = exactSum(points.map((point) => point.numerator ?? 0))
  const total = exactSum(points.map((point) => point.denominator ?? 0))
  const denominator = pooling === 'ratio-over-mean' ? total / points.length : total
  return ok({ numerator, denominator, value: denominator > 0 ? (per * numerator) / denominator : null })
}

/** A sum without the last digits of the arithmetic: 0.1 + 0.2 is 0.3. Figures have at most six decimals. */
function exactSum(values: readonly number[]): number {
  const scaled = values.map((value) => Math.round(value * SCALE))
  const sum = scaled.reduce((total, value) => total + value, 0)
  return Number.isSafeInteger(sum) && scaled.every(Number.isSafeInteger)
    ? sum / SCALE
    : values.reduce((total, value) => total + value, 0)
}

const SCALE = 1_000_000
