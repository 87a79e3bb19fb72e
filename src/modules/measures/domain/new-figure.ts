import { addMonths, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { oddityOf } from './beyond-whole.js'
import type { Measure } from './measure.js'
import { type Interval, type ObservationStatus, STATUSES } from './observation.js'
import { checkedFigures, type Figures } from './observation-figures.js'
import { PERIOD_EXAMPLES, type Period } from './period.js'
import { periodLabel } from './period-words.js'

/** What a figure says of its period. */
export type FigureWords = Figures & {
  readonly status: ObservationStatus
  readonly note: string
  readonly interval: Interval | null
}

/** A figure to be taken in, for a measure named by its slug or its id. */
export type NewFigure = FigureWords & {
  readonly measureSlug?: string
  readonly measureId?: string
  /** The office's own area when left out. */
  readonly area?: string
  readonly period: Period
}

/** What is wrong with a figure, in which of its columns, and what to write instead. */
export type NewFigureProblem = { readonly column: string; readonly problem: string; readonly fix: string }

const NOTE_LIMIT = 1000
const AREA_LIMIT = 120

/** What keeps a figure from being taken in for its measure, if anything does. */
export function problemWithFigure(measure: Measure, figure: NewFigure, today: IsoDate): NewFigureProblem | undefined {
  const checked = checkedFigure(measure, figure, today)
  return checked.ok ? undefined : checked.error
}

/** The figure with its value worked out, if it can be taken in for its measure. */
export function checkedFigure(
  measure: Measure,
  figure: NewFigure,
  today: IsoDate,
): Result<FigureWords, NewFigureProblem> {
  const { status, note, interval } = figure
  const problem =
    problemWithKind(measure, figure) ?? problemWithTime(figure.period, status, today) ?? problemWithWords(figure)
  if (problem) return err(problem)
  const { numerator, denominator, value } = figure
  const figures = checkedFigures({ numerator, denominator, value }, measure, status)
  if (!figures.ok) return figures
  const odd = measure.beyondWhole === 'never' ? oddityOf(measure.unit, figures.value) : undefined
  if (odd) return err({ column: odd.column, problem: odd.what, fix: NEVER_FIX })
  const wrongInterval = problemWithInterval(interval, figures.value.value)
  return wrongInterval ? err(wrongInterval) : ok({ ...figures.value, status, note, interval })
}

function problemWithKind({ formula, frequency }: Measure, { period }: NewFigure): NewFigureProblem | undefined {
  if (formula !== null) {
    const fix = 'Take in figures of the measures that its formula names'
    return { column: 'measure', problem: 'This measure is worked out from others and takes no figures', fix }
  }
  if (period.kind === frequency) return undefined
  const fix = `Write it like ${PERIOD_EXAMPLES[frequency]}`
  return { column: 'period', problem: `“${period.code}” is not the kind of period that this measure has`, fix }
}

/** Nothing that has not ended is final; a plan ten years ahead, or figures from before our time, are slips of the pen. */
function problemWithTime(period: Period, status: ObservationStatus, today: IsoDate): NewFigureProblem | undefined {
  const wrong = (problem: string, fix: string) => ({
    column: 'period',
    problem: `${periodLabel(period)} ${problem}`,
    fix,
  })
  if (period.until > addMonths(today, 120)) return wrong('is more than ten years ahead', 'Check the year')
  if (period.from < addMonths(today, -600)) return wrong('is more than fifty years ago', 'Check the year')
  if (period.until <= today || status === 'estimated' || status === 'missing') return undefined
  return wrong('has not ended', 'Only an estimated figure can be given for it')
}

function problemWithWords({ status, note, area = '' }: NewFigure): NewFigureProblem | undefined {
  if (!STATUSES.includes(status)) {
    return { column: 'status', problem: `“${status}” is not a status`, fix: `Write one of ${STATUSES.join(', ')}` }
  }
  if (area.length > AREA_LIMIT || area !== area.trim()) {
    const fix = 'Write its code, like E23000023, or its name'
    return { column: 'area', problem: 'The area cannot be written so', fix }
  }
  if (note.length > NOTE_LIMIT) {
    return { column: 'note', problem: `The note is longer than ${NOTE_LIMIT} characters`, fix: 'Shorten it' }
  }
  const hasNoReason = status === 'missing' && note.trim() === ''
  return hasNoReason
    ? { column: 'note', problem: 'A missing figure has no reason', fix: 'Say why it is missing' }
    : undefined
}

function problemWithInterval(interval: Interval | null, value: number | null): NewFigureProblem | undefined {
  if (interval === null) return undefined
  const wrong = (problem: string) => ({ column: 'interval', problem, fix: 'Check the lower and the upper end' })
  if (value === null) return wrong('A missing figure has an interval')
  if (!Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)) return wrong('An end is no number')
  const reaches = interval.lower <= value + ROUNDING && value - ROUNDING <= interval.upper
  return reaches ? undefined : wrong(`The interval does not hold the figure, ${value}`)
}

const NEVER_FIX = 'Check it: by its definition this measure is a part of a whole, so that it lies between 0 and 100'

/** What publishers' rounding may move the ends of an interval by. */
const ROUNDING = 0.051
