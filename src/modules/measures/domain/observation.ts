import type { Instant, IsoDate } from '#kernel/dates.js'
import { comparePeriods, type Period, periodFrom } from './period.js'
import { nextPeriod } from './period-steps.js'

/** How firm a figure is. A missing one has no value, and its note says why. */
export type ObservationStatus = 'final' | 'provisional' | 'estimated' | 'missing'

/** Every status that a file may say. */
export const STATUSES: readonly ObservationStatus[] = ['final', 'provisional', 'estimated', 'missing']

/** Between which values the truth lies in 95 of 100 samples, in the measure's own unit. */
export type Interval = { readonly lower: number; readonly upper: number }

/** The office's own area. Any other is named by its code, such as E23000023, or its name. */
export const OWN_AREA = ''

/** One figure as it was taken in, once: a later one for the same period stands beside it and never replaces it. */
export type Observation = {
  readonly id: string
  readonly measureId: string
  /** Where it speaks of: `OWN_AREA`, or another area's code or name. */
  readonly area: string
  readonly period: Period
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly status: ObservationStatus
  readonly note: string
  /** As the source gives it. */
  readonly interval: Interval | null
  readonly importId: string
  /** The day from which it counts as known: of taking it in, or of the source's own publication. */
  readonly knownOn: IsoDate
  readonly recordedAt: Instant
  /** There is a figure, and the public is not shown it: a small number, or one that would tell a small number. */
  readonly isWithheld?: boolean
}

/** The figure as the public sees it when it is withheld: no number, and words that do not tell why this one. */
export function withheld(observation: Observation, words: string): Observation {
  const nothing = { numerator: null, denominator: null, value: null, interval: null }
  return { ...observation, ...nothing, status: 'missing', note: words, isWithheld: true }
}

/** A figure in force, and whether it replaced another. */
export type LatestObservation = Observation & { readonly isRevised: boolean }

/** One period of a series as it is shown. A gap that nobody explained, and a figure that is worked out, has no import. */
export type SeriesPoint = Omit<LatestObservation, 'id' | 'measureId' | 'importId' | 'knownOn' | 'recordedAt'> & {
  readonly importId: string | null
  readonly knownOn: IsoDate | null
  readonly recordedAt: Instant | null
}

/** The series as it was last known: for each period the vintage known last wins. Earlier periods first; one area. */
export function latestSeries(observations: readonly Observation[]): LatestObservation[] {
  const byPeriod = Map.groupBy(observations, ({ period }) => period.code)
  const latest = [...byPeriod.values()].flatMap((vintages) => inForce(vintages) ?? [])
  return latest.sort((a, b) => comparePeriods(a.period, b.period))
}

/** The vintage in force among all those of one period. */
export function inForce(vintages: readonly Observation[]): LatestObservation | undefined {
  let newest: Observation | undefined
  for (const each of vintages) if (!newest || compareVintages(each, newest) > 0) newest = each
  const latest = newest
  return latest && { ...latest, isRevised: vintages.some((each) => isRevision(each, latest)) }
}

/** Earlier vintages first: by the day from which they were known, then by when they were recorded. */
export function compareVintages(a: Observation, b: Observation): number {
  return compareText(a.knownOn, b.knownOn) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** A figure that was missing and came, or became final without another number, is not revised. */
function isRevision(before: Observation, after: Observation): boolean {
  if (before.value === null || compareVintages(before, after) >= 0) return false
  return (['value', 'numerator', 'denominator'] as const).some((name) => before[name] !== after[name])
}

/** The note on a period for which nothing was ever taken in. */
export const NEVER_TAKEN_IN = 'No figure has been taken in for this period'

/** The series with every period that was skipped between the first and the last, so that a gap is seen as a gap. */
export function withGaps(series: readonly SeriesPoint[]): SeriesPoint[] {
  const points: SeriesPoint[] = []
  for (const each of series) {
    const last = points.at(-1)
    if (last) points.push(...gapBetween(last.period, each))
    points.push(each)
  }
  return points
}

function gapBetween(before: Period, { period: after, area }: SeriesPoint): SeriesPoint[] {
  const gap: SeriesPoint[] = []
  for (let next = nextPeriod(before); next && comparePeriods(next, after) < 0; next = nextPeriod(next)) {
    gap.push(emptyPoint(next, area))
  }
  return gap
}

function emptyPoint(period: Period, area: string): SeriesPoint {
  return { ...NOTHING, area, period: periodFrom(period.code), status: 'missing', note: NEVER_TAKEN_IN }
}

/** A point without figures and without a vintage. */
const NOTHING = {
  ...{ numerator: null, denominator: null, value: null, interval: null },
  ...{ importId: null, knownOn: null, recordedAt: null, isRevised: false },
} as const

/** The newest period that has a value. */
export function latestKnown(series: readonly SeriesPoint[]): SeriesPoint | undefined {
  return series.findLast(({ value }) => value !== null)
}
