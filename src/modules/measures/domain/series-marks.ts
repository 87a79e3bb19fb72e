import type { Instant, IsoDate } from '#kernel/dates.js'
import type { PeriodRequest } from './period-request.js'

/** Why and by whom something was recorded, and the day from which it counts as known. */
export type Recorded = {
  readonly id: string
  readonly measureId: string
  readonly startsOn: IsoDate
  readonly reason: string
  readonly knownOn: IsoDate
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** What broke: what is counted, how it is recorded, the area, the source, or another thing. */
export type BreakKind = 'definition' | 'recording' | 'area' | 'source' | 'other'

/** Every kind of break, in the order that people choose from. */
export const BREAK_KINDS: readonly BreakKind[] = ['definition', 'recording', 'area', 'source', 'other']

/** That somebody has said in writing why figures across a break may be compared all the same. */
export type Acknowledgement = { readonly reason: string; readonly on: IsoDate; readonly by: string }

/** From this day on the figures are not like those before: no line and no comparison crosses it. */
export type SeriesBreak = Recorded & { readonly kind: BreakKind; readonly acknowledgement: Acknowledgement | null }

/** From this day on average and limits are set anew, from its first so many points where a baseline is fixed. */
export type SeriesPhase = Recorded & { readonly baselinePoints: number | null }

/** What the office wants to reach from this day on, and who set it. */
export type SeriesTarget = Recorded & { readonly value: number; readonly source: string }

/** All that people have recorded of a series. Earlier starts first. */
export type SeriesMarks = {
  readonly breaks: readonly SeriesBreak[]
  readonly phases: readonly SeriesPhase[]
  readonly targets: readonly SeriesTarget[]
}

/** Of a series of which nothing was recorded. */
export const NO_MARKS: SeriesMarks = { breaks: [], phases: [], targets: [] }

type Stretch = Pick<PeriodRequest, 'until'>

/** The breaks between two periods as they are drawn: a period that a break falls in belongs to what comes after. */
export function breaksBetween<T extends { readonly startsOn: IsoDate }>(
  breaks: readonly T[],
  before: Stretch,
  after: Stretch,
): T[] {
  return breaks.filter(({ startsOn }) => before.until < startsOn && startsOn <= after.until)
}

/**
 * The breaks that a comparison or a sum of two periods would cross. One that falls inside the earlier period counts:
 * part of that figure is of the old kind.
 */
export function breaksAcross<T extends { readonly startsOn: IsoDate }>(
  breaks: readonly T[],
  before: Pick<PeriodRequest, 'from'>,
  after: Stretch,
): T[] {
  return breaks.filter(({ startsOn }) => before.from < startsOn && startsOn <= after.until)
}

/** The target in force at the end of a period. */
export function targetFor(targets: readonly SeriesTarget[], { until }: Stretch): SeriesTarget | undefined {
  return targets.findLast(({ startsOn }) => startsOn <= until)
}
