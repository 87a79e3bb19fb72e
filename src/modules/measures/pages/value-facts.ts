import { type DerivationStep, derivation } from '#modules/formulas/index.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { type PublicView, publicSource } from '../actions/public-figures.js'
import { asKnownOn } from '../data/definitions.queries.js'
import { bookOf, type FactsOptions, figureFrom } from '../data/facts.queries.js'
import { importsById } from '../data/imports.queries.js'
import { vintagesOf } from '../data/observations.queries.js'
import { type Book, inputFigure } from '../domain/calculated.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import type { Observation, SeriesPoint } from '../domain/observation.js'
import type { PeriodFigure } from '../domain/period-figure.js'
import { refusalInWords } from '../domain/period-refusal.js'
import type { PeriodRequest } from '../domain/period-request.js'
import { periodFromSlug } from './period-address.js'

/** A measure that another is worked out from. */
type Input = Pick<Measure, 'id' | 'slug' | 'title' | 'publishedAt'>

/** Where one value comes from: its versions, or the figures and steps that it is made from. */
export type ValueFacts = {
  readonly measure: Measure
  readonly period: PeriodRequest
  /** The value; null where there is none. */
  readonly figure: PeriodFigure | null
  /** Why there is none. */
  readonly why: string
  /** All that was ever taken in for the period as such, the earliest known first. */
  readonly vintages: readonly Observation[]
  /** The figures of shorter periods that it is made from. */
  readonly parts: readonly SeriesPoint[]
  readonly files: ReadonlyMap<string, ImportFacts>
  readonly steps: readonly DerivationStep[]
  readonly inputs: readonly Input[]
}

/** What is read: as known on which day, and for the public with its view of small numbers. */
type Options = FactsOptions & Partial<PublicView>

/** Where the value of a measure for a period comes from. */
export async function valueFacts(db: Db, stored: Measure, slug: string, options: Options): Promise<ValueFacts> {
  const period = found(periodFromSlug(slug), 'There is no such period')
  const [measure = stored] = await asKnownOn(db, [stored], options)
  const book = await bookOf(db, [measure], options)
  const entry = found(book.get(measure.slug))
  const figure = figureFrom(book, measure.slug, period)
  const held = entry.series.find((point) => point.period.code === period.code)
  const vintages = entry.formula ? [] : await vintagesOf(db, measure.id, period.code, options)
  const isMade = !entry.formula && !held && figure.ok
  const parts = isMade ? figure.value.from : []
  const ids = [...vintages.map(({ importId }) => importId), ...parts.flatMap(({ importId }) => importId ?? [])]
  const files = (await importsById(db, ids)).map((file) =>
    options.withheld ? publicSource(file, options.withheld) : file,
  )
  return {
    ...{ measure, period, vintages, parts },
    figure: figure.ok ? figure.value : null,
    why: figure.ok ? '' : refusalInWords(figure.error, period),
    files: new Map(files.map((file) => [file.id, file])),
    ...workingOf(book, measure.slug, period),
  }
}

function workingOf(book: Book, slug: string, period: PeriodRequest): Pick<ValueFacts, 'steps' | 'inputs'> {
  const { formula = null, inputs = [] } = book.get(slug) ?? {}
  if (!formula) return { steps: [], inputs: [] }
  const steps = derivation(formula, (name) => {
    const figure = inputFigure(book, name, period)
    return figure.ok ? figure.value.value : null
  })
  return { steps, inputs: inputs.flatMap((name) => book.get(name)?.measure ?? []) }
}
