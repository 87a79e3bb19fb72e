import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import {
  checkCode,
  frozenFigures,
  type NumberedFacts,
  type Publication,
  printedCode,
  publicationByCode,
  type RevisedFigure,
  readCode,
  revisedFigure,
} from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { correctionsOf } from '../data/publications.queries.js'
import type { CorrectionFacts } from '../domain/correction.js'
import { type Standing, standingOf } from '../domain/standing.js'

/** One printed figure and what became of it. */
export type CheckedFigure = {
  /** "ACDE-3467.2". */
  readonly code: string
  readonly facts: NumberedFacts
  readonly standing: Standing
  /** The later number of the report that has another figure, and what it has. */
  readonly later: { readonly number: number; readonly text: string } | undefined
  readonly revised: RevisedFigure | undefined
}

/** A number of a published report, and what became of its figures. */
export type CheckedPublication = {
  readonly code: string
  readonly slug: string
  readonly title: string
  readonly number: number
  readonly newest: number
  readonly sentOn: IsoDate
  /** The correction by which a later number replaced it. */
  readonly correction: CorrectionFacts | undefined
  readonly figures: readonly CheckedFigure[]
  /** The one figure that was asked about; undefined for the whole report, null where it has no such figure. */
  readonly asked: CheckedFigure | null | undefined
}

/** What a code leads to. `none` is what can be no code of ours, `unknown` one that stands for nothing published. */
export type CheckAnswer =
  | { readonly state: 'none' | 'unknown' }
  | { readonly state: 'found'; readonly checked: CheckedPublication }

/** Says of a code at the foot of a published report whether what was printed still stands. */
export async function checkPrinted(deps: Pick<Deps, 'db' | 'today'>, typed: string): Promise<CheckAnswer> {
  const read = readCode(typed)
  if (!read) return { state: 'none' }
  const known = await publicationByCode(deps.db, read.code)
  if (!known) return { state: 'unknown' }
  const { report, publication, numbers } = known
  const [newest = publication] = numbers
  const figures = await checkedFigures(deps, publication, newest)
  const corrections = [...(await correctionsOf(deps.db, report.id)).values()]
  const { number, publishedAt, particulars } = publication
  return {
    state: 'found',
    checked: {
      ...{ code: printedCode(read.code), slug: report.slug, title: particulars.title, number, newest: newest.number },
      sentOn: ukDateOf(new Date(publishedAt)),
      correction: corrections.find((each) => each.number > number),
      figures,
      asked: read.figure === undefined ? undefined : (figures[read.figure - 1] ?? null),
    },
  }
}

async function checkedFigures(deps: Pick<Deps, 'db' | 'today'>, publication: Publication, newest: Publication) {
  const isNewest = newest.id === publication.id
  const laterFigures = isNewest ? [] : await frozenFigures(deps, newest.id)
  const code = printedCode(checkCode(publication.reportId, publication.number))
  const checked: CheckedFigure[] = []
  for (const facts of await frozenFigures(deps, publication.id)) {
    const later = laterFigures.find(({ figure }) => figure === facts.figure)
    const revised = await revisedFigure(deps, publication, facts)
    const standing = standingOf(facts, later, revised !== undefined)
    checked.push({
      ...{ code: `${code}.${facts.number}`, facts, standing, revised },
      later: standing === 'corrected' && later ? { number: newest.number, text: later.text } : undefined,
    })
  }
  return checked
}
