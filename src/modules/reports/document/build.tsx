import type { Json } from '#kernel/canonical-json.js'
import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import { type PaperFile, paperFiles, paperHtml, whyFigure } from '#modules/documents/index.js'
import { publicView } from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import type { Composed } from '#platform/typesetting/compose.js'
import { type Paper, valuesIn } from '#platform/typesetting/paper.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { checkCode } from '../actions/check-code.js'
import { factWords } from '../actions/fact-words.js'
import { publicationsOf } from '../data/reports.queries.js'
import { textsOf } from '../data/section.queries.js'
import type { CorrectionNotice } from '../domain/correction-notice.js'
import { figureFactsOf, isRecord } from '../domain/figure-facts.js'
import type { Report } from '../domain/report.js'
import { composeReport } from './compose-report.js'
import { type Reading, reportFacts } from './facts.js'
import { type ListedFigure, stamped } from './stamp.js'

/** A report in every form, with what stands behind its figures and all that bars it: what publication freezes. */
export type BuiltReport = {
  readonly html: string
  /** Its text as the office wrote it, which the figure checker reads: without notice of correction and list of codes. */
  readonly checked: string
  /** The number that it bears: 1 for the first that is published. */
  readonly number: number
  readonly files: readonly PaperFile[]
  /** What stands behind each live figure, by its name in the report. */
  readonly figures: ReadonlyMap<string, Json>
  readonly problems: readonly Problem[]
}

/** The tree of a report, from what is published now or was known on a day. */
export async function reportPaper(reading: Reading, report: Report, knownOn?: IsoDate): Promise<Composed> {
  const narratives = knownOn === undefined ? report.narratives : await narrativesOn(reading.db, report, knownOn)
  return composeReport(await reportFacts(reading, { ...report, narratives }, knownOn))
}

/** The office's own words as they stood at the end of a day. */
async function narrativesOn(db: Db, report: Report, day: IsoDate): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  for (const key of report.narratives.keys()) {
    const texts = await textsOf(db, report.id, key)
    const then = texts.findLast(({ writtenAt }) => writtenAt === null || ukDateOf(new Date(writtenAt)) <= day)
    if (then && then.text !== '') words.set(key, then.text)
  }
  return words
}

/** Builds all that publication freezes. Refused where the printed forms cannot be set, which says why. */
export async function builtReport(
  reading: Reading,
  report: Report,
  correction?: CorrectionNotice,
): Promise<Result<BuiltReport, string>> {
  const { db } = reading
  const { paper: own, problems } = await reportPaper(reading, report)
  const number = ((await publicationsOf(db, report.id))[0]?.number ?? 0) + 1
  const { figures, listed } = await standingBehind(db, own)
  const paper = stamped(own, { number, code: checkCode(report.id, number), correction }, listed)
  const made = await paperFiles(paper)
  if (!made.ok) return made
  const { files, pages } = made.value
  return ok({ html: paperHtml(paper, pages), checked: paperHtml(own, pages), number, files, figures, problems })
}

/** The paper under the number and code of a publication: what would be frozen if it were sent again as it stands. */
export async function paperAsNumber(db: Db, report: Report, own: Paper, number: number): Promise<Paper> {
  const { listed } = await standingBehind(db, own)
  return stamped(own, { number, code: checkCode(report.id, number), correction: undefined }, listed)
}

/** What stands behind each live figure of a paper, counted in reading order. */
async function standingBehind(db: Db, paper: Paper) {
  const view = await publicView(db)
  const figures = new Map<string, Json>()
  const listed: ListedFigure[] = []
  for (const value of valuesIn(paper)) {
    const facts = await whyFigure(db, { id: value.id, text: value.text, knownOn: undefined, ...view })
    const { measure, period, value: number } = figureFactsOf(facts)
    listed.push({ value, title: measure.title, period: period.label, amount: factWords(measure, number) })
    figures.set(value.id, { ...(isRecord(facts) ? facts : {}), number: listed.length })
  }
  return { figures, listed }
}
