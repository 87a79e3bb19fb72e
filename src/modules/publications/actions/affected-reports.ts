import { parsePeriodRequest } from '#modules/measures/index.js'
import {
  drawnPeriods,
  frozenFigures,
  isChangedSince,
  type NumberedFacts,
  type Publication,
  publicationByCode,
  publicationsOf,
  publishedReports,
  type Report,
  type RevisedFigure,
  readCode,
  reportById,
  revisedFigures,
} from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { type FigureAsked, figureAsked } from '../domain/correction.js'

type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'>

/** A published report that used a figure. */
export type AffectedReport = {
  readonly report: Report
  readonly newest: Publication
  /** Every number of it that used the figure, the newest first. */
  readonly numbers: readonly number[]
  /** Where its newest number uses it. */
  readonly figures: readonly NumberedFacts[]
  /** All that the register has revised since the newest number. */
  readonly revised: readonly RevisedFigure[]
  /** Whether the register now has another figure than its newest number. */
  readonly isWrong: boolean
  /** Whether the office has changed its words since: then those would go out too. */
  readonly hasChangedWords: boolean
}

/** A figure by its name, or by the code that is printed with it; undefined where it names none. */
export async function figureNamed(deps: Reading, typed: string): Promise<FigureAsked | undefined> {
  const code = readCode(typed)
  if (code?.figure !== undefined) {
    const known = await publicationByCode(deps.db, code.code)
    const facts = known && (await frozenFigures(deps, known.publication.id))[code.figure - 1]
    return facts && { measure: facts.measure.slug, period: facts.period.code }
  }
  const asked = figureAsked(typed)
  const period = asked && parsePeriodRequest(asked.period)
  return asked && period?.ok ? { ...asked, period: period.value.code } : asked
}

/** Every published report that used a figure in any of its numbers, in any form, or held another against it. */
export async function affectedReports(deps: Reading, asked: FigureAsked): Promise<AffectedReport[]> {
  const affected: AffectedReport[] = []
  for (const { report } of await publishedReports(deps.db)) {
    const one = await affectedReport(deps, report.id, asked)
    if (one) affected.push(one)
  }
  return affected
}

const uses =
  ({ measure, period }: FigureAsked) =>
  (facts: NumberedFacts) =>
    facts.measure.slug === measure && (facts.period.code === period || facts.beforePeriod === period)

/** Whether a publication prints the figure, or draws it in a chart. */
async function isUsedIn(deps: Reading, publicationId: string, asked: FigureAsked): Promise<boolean> {
  if ((await frozenFigures(deps, publicationId)).some(uses(asked))) return true
  return (await drawnPeriods(deps, publicationId, asked.measure)).includes(asked.period)
}

const isDrawn = ({ measure, period, charts }: RevisedFigure, asked: FigureAsked) =>
  charts.length > 0 && measure.slug === asked.measure && period.code === asked.period

async function affectedReport(
  deps: Reading,
  reportId: string,
  asked: FigureAsked,
): Promise<AffectedReport | undefined> {
  const report = await reportById(deps.db, reportId)
  const publications = await publicationsOf(deps.db, reportId)
  const [newest] = publications
  if (!report || !newest) return undefined
  const numbers: number[] = []
  for (const { id, number } of publications) if (await isUsedIn(deps, id, asked)) numbers.push(number)
  if (numbers.length === 0) return undefined
  const revised = await revisedFigures(deps, newest)
  const figures = (await frozenFigures(deps, newest.id)).filter(uses(asked))
  const names = new Set(figures.map(({ figure }) => figure))
  return {
    ...{ report, newest, numbers, figures, revised },
    isWrong: revised.some((each) => each.figures.some(({ figure }) => names.has(figure)) || isDrawn(each, asked)),
    hasChangedWords: await isChangedSince(deps.db, report, newest),
  }
}
