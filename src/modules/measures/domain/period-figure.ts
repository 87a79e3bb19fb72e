import { ok, type Result } from '#kernel/result.js'
import { formatNumber } from '#kernel/words.js'
import type { ControlResult } from '#modules/statistics/index.js'
import { type Change, changeBetween } from './change.js'
import type { Measure } from './measure.js'
import type { SeriesPoint } from './observation.js'
import { breaksInWords, refusalInWords } from './period-refusal.js'
import { type PeriodRequest, requestLastYear } from './period-request.js'
import { type PeriodRefusal, type PooledFigure, poolFigures } from './pooling.js'
import { NO_MARKS, type SeriesMarks } from './series-marks.js'

/** The figure of a period, what it is a share of, and how it compares with the year before. */
export type PeriodFigure = PooledFigure & {
  /** "538 of 634"; empty for totals. */
  readonly base: string
  /** The same period last year, or why there is none. */
  readonly samePeriodLastYear: PooledFigure | null
  readonly change: Change | null
  /** Why there is no change to state, in a sentence; empty where there is one. */
  readonly whyNoChange: string
}

/** One measure's figures with all that is needed to speak of a period. */
export type SeriesFacts = {
  readonly measure: Measure
  readonly series: readonly SeriesPoint[]
  readonly marks?: SeriesMarks
  readonly control?: ControlResult | undefined
}

/** The figure of any period, with the same period last year and the change in both its forms. */
export function periodFigure(facts: SeriesFacts, request: PeriodRequest): Result<PeriodFigure, PeriodRefusal> {
  const { measure, series, marks = NO_MARKS } = facts
  const pool = (asked: PeriodRequest) => poolFigures(series, asked, measure, marks.breaks)
  return comparedFigure(facts, request, pool)
}

/** The same where figures are not pooled from the series but worked out otherwise. */
export function comparedFigure(
  { measure, marks = NO_MARKS, control }: SeriesFacts,
  request: PeriodRequest,
  pool: (asked: PeriodRequest) => Result<PooledFigure, PeriodRefusal>,
): Result<PeriodFigure, PeriodRefusal> {
  const figure = pool(request)
  if (!figure.ok) return figure
  const lastYear = requestLastYear(request)
  const before = pool(lastYear)
  const base = baseInWords(figure.value)
  if (!before.ok) {
    const whyNoChange = refusalInWords(before.error, lastYear)
    return ok({ ...figure.value, base, samePeriodLastYear: null, change: null, whyNoChange })
  }
  const change = changeBetween(before.value, figure.value, { measure, breaks: marks.breaks, control })
  return ok({
    ...figure.value,
    base,
    samePeriodLastYear: before.value,
    change: change.ok ? change.value : null,
    whyNoChange: change.ok ? '' : whyNot(change.error),
  })
}

function whyNot(refusal: Extract<ReturnType<typeof changeBetween>, { ok: false }>['error']): string {
  return refusal.code === 'crosses-break'
    ? `The change is not stated: ${breaksInWords(refusal.breaks)}.`
    : 'One of the two figures is missing.'
}

/** What a share or rate is of: "538 of 634". Empty where that is not known, and for totals. */
export function baseInWords({ numerator, denominator }: Pick<PooledFigure, 'numerator' | 'denominator'>): string {
  if (numerator === null || denominator === null) return denominator === null ? '' : `n = ${formatNumber(denominator)}`
  return `${formatNumber(numerator)} of ${formatNumber(denominator)}`
}
