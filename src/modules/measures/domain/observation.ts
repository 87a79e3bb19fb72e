import type { Instant } from '#kernel/dates.js'
import { comparePeriods, nextPeriod, type Period, periodFrom } from './period.js'

/** How firm a figure is. A missing one has no value, and its note says why. */
export type ObservationStatus = 'final' | 'provisional' | 'estimated' | 'missing'

/** Every status that a file may say. */
export const STATUSES: readonly ObservationStatus[] = ['final', 'provisional', 'estimated', 'missing']

/** One figure as it was taken in, once: a later one for the same period stands beside it and never replaces it. */
export type Observation = {
  readonly id: string
  readonly measureId: string
  readonly period: Period
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly status: ObservationStatus
  readonly note: string
  readonly importId: string
  readonly recordedAt: Instant
}

/** One period of a series as it is shown. A gap that nobody explained has no import. */
export type SeriesPoint = Omit<Observation, 'id' | 'measureId' | 'importId' | 'recordedAt'> & {
  readonly importId: string | null
  readonly recordedAt: Instant | null
}

/** The series as it was last known: for each period the newest record wins. Earlier periods first. */
export function latestSeries(observations: readonly Observation[]): Observation[] {
  const newest = new Map<string, Observation>()
  for (const each of observations) {
    const other = newest.get(each.period.code)
    if (!other || isNewer(each, other)) newest.set(each.period.code, each)
  }
  return [...newest.values()].sort((a, b) => comparePeriods(a.period, b.period))
}

function isNewer(a: Observation, b: Observation): boolean {
  return a.recordedAt === b.recordedAt ? a.id > b.id : a.recordedAt > b.recordedAt
}

/** The note on a period for which nothing was ever taken in. */
export const NEVER_TAKEN_IN = 'No figure has been taken in for this period'

/** The series with every period that was skipped between the first and the last, so that a gap is seen as a gap. */
export function withGaps(series: readonly Observation[]): SeriesPoint[] {
  const points: SeriesPoint[] = []
  for (const each of series) {
    const last = points.at(-1)
    if (last) points.push(...gapBetween(last.period, each.period))
    points.push(each)
  }
  return points
}

function gapBetween(before: Period, after: Period): SeriesPoint[] {
  const gap: SeriesPoint[] = []
  for (let next = nextPeriod(before); next && comparePeriods(next, after) < 0; next = nextPeriod(next)) {
    gap.push(emptyPoint(next))
  }
  return gap
}

function emptyPoint(period: Period): SeriesPoint {
  const none = { numerator: null, denominator: null, value: null, importId: null, recordedAt: null }
  return { ...none, period: periodFrom(period.code), status: 'missing', note: NEVER_TAKEN_IN }
}

/** The newest period that has a value. */
export function latestKnown(series: readonly SeriesPoint[]): SeriesPoint | undefined {
  return series.findLast(({ value }) => value !== null)
}
