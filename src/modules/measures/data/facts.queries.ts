import type { IsoDate } from '#kernel/dates.js'
import { err, type Result } from '#kernel/result.js'
import { type Formula, namesIn, parseFormula } from '#modules/formulas/index.js'
import type { Db } from '#platform/db/db.js'
import { type Book, type BookEntry, calculatedSeries, figureIn } from '../domain/calculated.js'
import { controlOf } from '../domain/control.js'
import type { Measure } from '../domain/measure.js'
import { latestSeries, type Observation, withGaps } from '../domain/observation.js'
import { comparedFigure, type PeriodFigure } from '../domain/period-figure.js'
import type { PeriodRequest } from '../domain/period-request.js'
import type { PeriodRefusal } from '../domain/pooling.js'
import { NO_MARKS, type SeriesMarks } from '../domain/series-marks.js'
import { asKnownOn } from './definitions.queries.js'
import { marksOf } from './marks.queries.js'
import { measuresBySlug } from './measures.queries.js'
import { observationsOf, type SeriesOptions } from './observations.queries.js'

/** What is read: of which area, as known on which day, and the last day that figures may speak of. */
export type FactsOptions = SeriesOptions & { readonly until?: IsoDate | undefined }

/** These measures with their series and all that was recorded of them, and the measures that they are worked out from. */
export async function bookOf(db: Db, measures: readonly Measure[], options: FactsOptions = {}): Promise<Book> {
  const all = await withInputs(db, measures, options)
  const ids = [...all.values()].map(({ id }) => id)
  const marks = await marksOf(db, ids, options)
  const observations = (await observationsOf(db, ids, options)).filter(
    ({ period }) => options.until === undefined || period.until <= options.until,
  )
  const byMeasure = Map.groupBy(observations, ({ measureId }) => measureId)
  return writtenBook(all, byMeasure, marks)
}

/** The measures and all that their formulas name, and so on, by slug. */
export async function withInputs(
  db: Db,
  measures: readonly Measure[],
  options: FactsOptions = {},
): Promise<ReadonlyMap<string, Measure>> {
  const all = new Map(measures.map((measure) => [measure.slug, measure]))
  for (let open = [...measures]; open.length > 0; ) {
    const names = new Set(open.flatMap((measure) => namesFor(measure)).filter((name) => !all.has(name)))
    open = names.size === 0 ? [] : await asKnownOn(db, await measuresBySlug(db, [...names]), options)
    for (const measure of open) all.set(measure.slug, measure)
  }
  return all
}

function namesFor(measure: Measure): string[] {
  const formula = formulaOf(measure)
  return formula ? namesIn(formula) : []
}

/** The formula of a measure, read; null for measures that take figures. Saved formulas can be read. */
export function formulaOf({ formula }: Pick<Measure, 'formula'>): Formula | null {
  const read = formula === null ? undefined : parseFormula(formula)
  return read?.ok ? read.value : null
}

/** Inputs are worked out before what is worked out from them; what would wait for itself stays without figures. */
function writtenBook(
  all: ReadonlyMap<string, Measure>,
  observations: ReadonlyMap<string, readonly Observation[]>,
  marks: ReadonlyMap<string, SeriesMarks>,
): Book {
  const book = new Map<string, BookEntry>()
  const open = new Set<string>()
  const write = (measure: Measure) => {
    if (book.has(measure.slug) || open.has(measure.slug)) return
    open.add(measure.slug)
    const formula = formulaOf(measure)
    const inputs = namesFor(measure).flatMap((name) => all.get(name) ?? [])
    const names = inputs.map(({ slug }) => slug)
    for (const input of inputs) write(input)
    const series = formula
      ? calculatedSeries(book, measure, formula)
      : withGaps(latestSeries(observations.get(measure.id) ?? []))
    const own = marks.get(measure.id) ?? NO_MARKS
    const breaks = [...own.breaks, ...(formula ? names.flatMap((slug) => book.get(slug)?.marks?.breaks ?? []) : [])]
    const known = { ...own, breaks: distinct(breaks) }
    const control = controlOf(measure, series, known)
    book.set(measure.slug, { measure, formula, inputs: names, series, marks: known, control })
  }
  for (const measure of all.values()) write(measure)
  return book
}

function distinct<T extends { readonly id: string; readonly startsOn: string }>(breaks: readonly T[]): T[] {
  const byId = new Map(breaks.map((each) => [each.id, each]))
  return [...byId.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/** Which figure is wanted: of which period and area, as known on which day. */
export type FigureOptions = SeriesOptions & { readonly period: PeriodRequest }

/** The figure of one measure for any period, from the finest figures there are, and how it compares with last year. */
export async function figureFor(
  db: Db,
  measure: Measure,
  { period, ...options }: FigureOptions,
): Promise<Result<PeriodFigure, PeriodRefusal>> {
  const [known = measure] = await asKnownOn(db, [measure], options)
  return figureFrom(await bookOf(db, [known], options), known.slug, period)
}

/** The same from a book that was read already. */
export function figureFrom(book: Book, slug: string, period: PeriodRequest): Result<PeriodFigure, PeriodRefusal> {
  const entry = book.get(slug)
  if (!entry) return err({ code: 'nothing-known' })
  return comparedFigure(entry, period, (asked) => figureIn(book, slug, asked))
}
