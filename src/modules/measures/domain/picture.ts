import type { IsoDate } from '#kernel/dates.js'
import { nextFiguresDue } from './due.js'
import type { ImportFacts } from './import-source.js'
import type { Measure } from './measure.js'
import { latestKnown, latestSeries, type Observation, type SeriesPoint, withGaps } from './observation.js'
import { type Statement, statementOf } from './sentence.js'
import { type Xmr, type XmrOptions, xmr } from './xmr.js'

/** All that a page shows of one measure: its figures, what they say, and where they come from. */
export type MeasurePicture = {
  readonly measure: Measure
  /** Every period from the first to the last, gaps too. Earlier periods first. */
  readonly series: readonly SeriesPoint[]
  /** The newest period with a value. */
  readonly latest: SeriesPoint | undefined
  /** Only for monthly series of 13 figures or more. */
  readonly limits: Xmr | undefined
  readonly statement: Statement
  /** Figure and comparison in one. */
  readonly sentence: string
  /** When figures for the next period should come, and whether that day has passed; undefined when none are awaited. */
  readonly nextDue: { readonly on: IsoDate; readonly isPast: boolean } | undefined
  /** The next figures fell due before the plan in force began: these are kept for the account of an earlier plan. */
  readonly isKept: boolean
  /** The files that the figures shown came from, newest first. */
  readonly sources: readonly ImportFacts[]
}

type PictureParts = {
  readonly measure: Measure
  readonly observations: readonly Observation[]
  readonly imports: readonly ImportFacts[]
  readonly today: IsoDate
  /** The first day of the plan in force: nobody waits for figures that fell due before it. */
  readonly awaitedSince?: IsoDate | undefined
}

/** Puts together what is known of one measure. */
export function pictureOf({ measure, observations, imports, today, awaitedSince }: PictureParts): MeasurePicture {
  const series = withGaps(latestSeries(observations))
  const latest = latestKnown(series)
  const limits = limitsOf(measure, series)
  const statement = statementOf(measure, series, limits)
  const used = new Set(series.map(({ importId }) => importId))
  const due = latest && nextFiguresDue(latest.period)
  const isKept = due !== undefined && awaitedSince !== undefined && due < awaitedSince
  return {
    measure,
    series,
    latest,
    limits,
    statement,
    sentence: [statement.figure, statement.comparison].filter(Boolean).join(' '),
    nextDue: due && !isKept ? { on: due, isPast: due < today } : undefined,
    isKept,
    sources: imports.filter(({ id }) => used.has(id)),
  }
}

/**
 * The limits of usual variation, for monthly series only: figures of overlapping periods follow each other by
 * arithmetic, and years are too few. The average of shares is pooled, total over total, never a mean of percentages.
 */
function limitsOf(measure: Measure, series: readonly SeriesPoint[]): Xmr | undefined {
  if (measure.frequency !== 'month') return undefined
  const values = series.map(({ value }) => value)
  const lowest = values.every((value) => value === null || value >= 0) ? { lowest: 0 } : {}
  if (measure.unit !== 'percentage') return xmr(values, lowest)
  const centre = pooled(series)
  if (centre === undefined) return undefined
  const highest: XmrOptions = values.every((value) => value === null || value <= 100) ? { highest: 100 } : {}
  return xmr(values, { ...lowest, ...highest, centre })
}

function pooled(series: readonly SeriesPoint[]): number | undefined {
  let [part, whole] = [0, 0]
  for (const { value, numerator, denominator } of series) {
    if (value === null) continue
    if (numerator === null || denominator === null) return undefined
    part += numerator
    whole += denominator
  }
  return whole === 0 ? undefined : (100 * part) / whole
}
