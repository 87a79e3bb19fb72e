import { addMonths } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { evaluate, type Formula, namesIn } from '#modules/formulas/index.js'
import type { Measure } from './measure.js'
import type { ObservationStatus, SeriesPoint } from './observation.js'
import { comparePeriods, type Period, periodFrom } from './period.js'
import type { SeriesFacts } from './period-figure.js'
import { refusalInWords } from './period-refusal.js'
import { type PeriodRequest, periodHolding } from './period-request.js'
import { type PeriodRefusal, type PooledFigure, poolFigures } from './pooling.js'
import { NO_MARKS } from './series-marks.js'

/** A measure's figures, and the formula if they are worked out from others. */
export type BookEntry = SeriesFacts & { readonly formula: Formula | null; readonly inputs: readonly string[] }

/** Measures by slug: one that is worked out, and all that it is worked out from. */
export type Book = ReadonlyMap<string, BookEntry>

/** The figure of a measure for any period: pooled from its series, or worked out from its inputs for that period. */
export function figureIn(book: Book, slug: string, request: PeriodRequest): Result<PooledFigure, PeriodRefusal> {
  const entry = book.get(slug)
  if (!entry) return err({ code: 'nothing-known' })
  const { formula, measure, series, marks = NO_MARKS } = entry
  return formula ? workedOut(book, formula, request) : poolFigures(series, request, measure, marks.breaks)
}

type Input = { readonly name: string; readonly figure: Result<PooledFigure, PeriodRefusal> }

function workedOut(book: Book, formula: Formula, request: PeriodRequest): Result<PooledFigure, PeriodRefusal> {
  const inputs = namesIn(formula).map((name): Input => ({ name, figure: inputFigure(book, name, request) }))
  const refused = inputs.find(({ figure }) => !figure.ok && !isGap(figure.error))
  if (refused && !refused.figure.ok) return notCalculated(refused.name, refused.figure.error, request)
  const known = new Map(inputs.map(({ name, figure }) => [name, figure.ok ? figure.value.value : null]))
  const worked = evaluate(formula, (name) => known.get(name) ?? null)
  const figures = inputs.flatMap(({ figure }) => (figure.ok ? [figure.value] : []))
  const isWithheld = figures.some(({ from }) => from.some((point) => point.isWithheld))
  const value = isWithheld ? null : worked.value
  const { why } = worked
  const missing = inputs.filter(({ figure }) => !figure.ok || figure.value.value === null)
  const reasons = missing.map(({ name, figure }) => `${name}: ${reasonOf(figure, request)}`)
  const note = value === null ? [...reasons, ...(reasons.length === 0 && why ? [why] : [])].join(' ') : ''
  return ok({
    ...{ numerator: null, denominator: null, value, interval: null, note, period: request },
    status: value === null ? 'missing' : worstOf(figures),
    isRevised: figures.some(({ isRevised }) => isRevised),
    from: figures.flatMap(({ from }) => from),
    breaks: figures.flatMap(({ breaks }) => breaks),
  })
}

/** A period of its own for which there is no figure is a gap; a longer one that lacks a part is refused. */
function isGap(refusal: PeriodRefusal): boolean {
  if (refusal.code === 'nothing-known') return true
  return refusal.code === 'months-missing' && refusal.isWhole
}

function notCalculated(name: string, refusal: PeriodRefusal, request: PeriodRequest) {
  return err({ code: 'not-calculated' as const, why: `[${name}]: ${refusalInWords(refusal, request)}` })
}

function reasonOf(figure: Input['figure'], request: PeriodRequest): string {
  if (!figure.ok) return refusalInWords(figure.error, request)
  return figure.value.note || 'there is no figure.'
}

const FIRMNESS: readonly ObservationStatus[] = ['estimated', 'provisional', 'final']

/** A result is as firm as its least firm input; one that is missing and was done without does not count. */
function worstOf(figures: readonly PooledFigure[]): ObservationStatus {
  const statuses = new Set(figures.map(({ status }) => status))
  return FIRMNESS.find((status) => statuses.has(status)) ?? 'final'
}

/**
 * What an input says of a period. A stock, such as the population, has few days: its newest figure in the period
 * counts, or the newest before it, for at most two years.
 */
export function inputFigure(book: Book, name: string, request: PeriodRequest): Result<PooledFigure, PeriodRefusal> {
  const entry = book.get(name)
  const stock =
    entry && !entry.formula && entry.measure.pooling === 'last' ? stockFor(entry.series, request) : undefined
  if (!stock) return figureIn(book, name, request)
  const { numerator, denominator, value, status, isRevised, note, interval } = stock
  const words = { numerator, denominator, value, status, isRevised, note, interval }
  return ok({ ...words, period: request, from: [stock], breaks: [] })
}

const STOCK_MONTHS = 24

function stockFor(series: readonly SeriesPoint[], { from, until }: PeriodRequest): SeriesPoint | undefined {
  const known = series.filter(({ value }) => value !== null)
  const oldest = addMonths(until, -STOCK_MONTHS)
  const holding = known.find(({ period }) => period.from <= from && period.until >= until)
  return holding ?? known.findLast(({ period }) => period.until <= until && period.until > oldest)
}

/** The series of a measure that is worked out: one point for each period that any input speaks of. Never stored. */
export function calculatedSeries(book: Book, measure: Measure, formula: Formula): SeriesPoint[] {
  const points = candidates(book, measure, formula).map((period) => calculatedPoint(book, formula, period))
  const isShown = ({ value, isHeldMissing }: Worked) => value !== null || isHeldMissing
  const [first, last] = [points.findIndex(isShown), points.findLastIndex(isShown)]
  return first === -1 ? [] : points.slice(first, last + 1).map(({ isHeldMissing: _isHeldMissing, ...point }) => point)
}

type Worked = SeriesPoint & { readonly isHeldMissing: boolean }

function calculatedPoint(book: Book, formula: Formula, period: Period): Worked {
  const figure = workedOut(book, formula, period)
  const isHeldMissing = namesIn(formula).some((name) =>
    book.get(name)?.series.some((point) => point.period.code === period.code && point.value === null),
  )
  if (!figure.ok) {
    const note = figure.error.code === 'not-calculated' ? figure.error.why : refusalInWords(figure.error, period)
    return { ...BLANK, period, note, isHeldMissing }
  }
  const { value, status, isRevised, note, from } = figure.value
  const newest = from.reduce<SeriesPoint | undefined>(
    (a, b) => ((a?.knownOn ?? '') >= (b.knownOn ?? '') ? a : b),
    undefined,
  )
  const known = { knownOn: newest?.knownOn ?? null, recordedAt: newest?.recordedAt ?? null }
  const isWithheld = value === null && from.some((point) => point.isWithheld)
  return {
    ...BLANK,
    ...known,
    period,
    value,
    status,
    isRevised,
    note,
    isHeldMissing,
    ...(isWithheld && { isWithheld }),
  }
}

const BLANK = {
  ...({ area: '', numerator: null, denominator: null, value: null, interval: null } as const),
  ...({ status: 'missing', isRevised: false, importId: null, knownOn: null, recordedAt: null } as const),
}

/** The periods that the inputs speak of, in the measure's own kind. Stocks count only where all inputs are stocks. */
function candidates(book: Book, { frequency }: Measure, formula: Formula): Period[] {
  const entries = namesIn(formula).flatMap((name) => book.get(name) ?? [])
  const flows = entries.filter(({ measure }) => measure.pooling !== 'last')
  const periods = new Map<string, Period>()
  for (const { series } of flows.length > 0 ? flows : entries) {
    for (const { period } of series) {
      const own = ownPeriod(period, frequency)
      if (own) periods.set(own.code, own)
    }
  }
  return [...periods.values()].sort(comparePeriods)
}

function ownPeriod(period: Period, frequency: Measure['frequency']): Period | undefined {
  if (period.kind === frequency) return period
  if (frequency === 'as-at') return undefined
  if (frequency === 'rolling-12-months') return periodFrom(`12m to ${period.until.slice(0, 7)}`)
  return periodHolding(period.until, frequency)
}
