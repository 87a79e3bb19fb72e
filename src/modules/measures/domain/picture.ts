import type { IsoDate } from '#kernel/dates.js'
import { type DerivationStep, derivation } from '#modules/formulas/index.js'
import type { Assurance, ControlResult, Variation } from '#modules/statistics/index.js'
import { type Book, inputFigure } from './calculated.js'
import { chartInWords } from './chart-words.js'
import { nextFiguresDue } from './due.js'
import type { ImportFacts } from './import-source.js'
import { type Measure, whatIsMissing } from './measure.js'
import { latestKnown, type SeriesPoint } from './observation.js'
import { type Statement, sameLastYear, statementOf } from './sentence.js'
import { NO_MARKS, type SeriesBreak, type SeriesPhase, type SeriesTarget, targetFor } from './series-marks.js'

/** All that a page shows of one measure: its figures, what they say, and where they come from. */
export type MeasurePicture = {
  readonly measure: Measure
  /** Every period from the first to the last, gaps too. Earlier periods first. */
  readonly series: readonly SeriesPoint[]
  /** The newest period with a value. */
  readonly latest: SeriesPoint | undefined
  /** Only for monthly series with figures. Limits are on trial until `isEnough`. */
  readonly control: ControlResult | undefined
  readonly breaks: readonly SeriesBreak[]
  readonly phases: readonly SeriesPhase[]
  /** The target in force at the newest figure. */
  readonly target: SeriesTarget | undefined
  /** What icons show; none while there are too few figures. */
  readonly variation: Variation | undefined
  readonly assurance: Assurance | undefined
  /** For seasonal measures: the figure a year before each of the series; empty for others. */
  readonly lastYear: readonly (number | null)[]
  readonly statement: Statement
  /** Figure and comparison in one. */
  readonly sentence: string
  /** The sentence and all else that the chart shows, in words. */
  readonly summary: string
  /** What its definition lacks: while anything is, it is not charted. */
  readonly lacks: readonly string[]
  /** How the newest figure is worked out, step by step; empty where it is taken in as it is. */
  readonly derivation: readonly DerivationStep[]
  /** When figures for the next period should come, and whether that day has passed; undefined when none are awaited. */
  readonly nextDue: { readonly on: IsoDate; readonly isPast: boolean } | undefined
  /** The next figures fell due before the plan in force began: these are kept for the account of an earlier plan. */
  readonly isKept: boolean
  /** The files that the figures shown came from, newest first. */
  readonly sources: readonly ImportFacts[]
}

type PictureParts = {
  readonly book: Book
  readonly slug: string
  readonly imports: readonly ImportFacts[]
  readonly today: IsoDate
  /** The first day of the plan in force: nobody waits for figures that fell due before it. */
  readonly awaitedSince?: IsoDate | undefined
}

/** Puts together what is known of one measure. */
export function pictureOf({ book, slug, imports, today, awaitedSince }: PictureParts): MeasurePicture {
  const entry = book.get(slug)
  if (!entry) throw new RangeError(`No such measure in the book: ${slug}`)
  const { measure, series, control, marks = NO_MARKS } = entry
  const latest = latestKnown(series)
  const statement = statementOf(measure, series, { control, marks })
  const sentence = [statement.figure, statement.comparison].filter(Boolean).join(' ')
  const words = chartInWords({ measure, series, control, marks })
  const used = new Set(importIdsOf(book, slug))
  return {
    ...{ measure, series, latest, control, statement, sentence },
    ...{ breaks: marks.breaks, phases: marks.phases },
    target: latest && targetFor(marks.targets, latest.period),
    variation: control?.isEnough ? control.variation : undefined,
    assurance: control?.isEnough ? control.assurance : undefined,
    lastYear: measure.isSeasonal ? series.map((point) => sameLastYear(series, point)?.value ?? null) : [],
    summary: [sentence, ...words, statement.lastYear].filter(Boolean).join(' '),
    lacks: whatIsMissing(measure, 1),
    derivation: derivationOf(book, slug, latest),
    ...dueOf(series, { today, awaitedSince }),
    sources: imports.filter(({ id }) => used.has(id)),
  }
}

/** What is recorded as missing with its reason has come too: only what follows it is awaited. */
function dueOf(
  series: readonly SeriesPoint[],
  { today, awaitedSince }: Pick<PictureParts, 'today' | 'awaitedSince'>,
): Pick<MeasurePicture, 'nextDue' | 'isKept'> {
  const come = series.filter(({ importId, value }) => importId !== null || value !== null)
  const due = nextFiguresDue(come.map(({ period }) => period))
  const isKept = due !== undefined && awaitedSince !== undefined && due < awaitedSince
  return { nextDue: due && !isKept ? { on: due, isPast: due < today } : undefined, isKept }
}

function derivationOf(book: Book, slug: string, latest: SeriesPoint | undefined): DerivationStep[] {
  const formula = book.get(slug)?.formula
  if (!formula || !latest) return []
  return derivation(formula, (name) => {
    const figure = inputFigure(book, name, latest.period)
    return figure.ok ? figure.value.value : null
  })
}

/** The imports behind a measure's figures, and behind those that it is worked out from. */
export function importIdsOf(book: Book, slug: string): string[] {
  const ids = new Set<string>()
  const seen = new Set<string>()
  const visit = (each: string) => {
    const entry = seen.has(each) ? undefined : book.get(each)
    seen.add(each)
    for (const { importId } of entry?.series ?? []) if (importId) ids.add(importId)
    for (const name of entry?.inputs ?? []) visit(name)
  }
  visit(slug)
  return [...ids]
}
