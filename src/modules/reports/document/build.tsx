import type { Json } from '#kernel/canonical-json.js'
import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import { type PaperFile, paperFiles, paperHtml, whyFigure } from '#modules/documents/index.js'
import { publicView } from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import { everyBlock, type Paper, valuesIn } from '#platform/typesetting/paper.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { checkCode } from '../actions/check-code.js'
import { factWords } from '../actions/fact-words.js'
import { standsOn } from '../actions/lose-sign-off.js'
import { publicationsOf } from '../data/reports.queries.js'
import { textsOf } from '../data/section.queries.js'
import type { ChartSeries } from '../domain/chart-series.js'
import type { CorrectionNotice } from '../domain/correction-notice.js'
import { figureFactsOf, isRecord } from '../domain/figure-facts.js'
import type { Report } from '../domain/report.js'
import { type ComposedReport, composeReport } from './compose-report.js'
import { type Reading, type ReportFacts, reportFacts } from './facts.js'
import type { FrozenSection } from './frozen-section.js'
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
  /** The numbers behind its charts and maps. */
  readonly series: readonly ChartSeries[]
  readonly problems: readonly Problem[]
}

/** The tree of a report, from what is published now or was known on a day. */
export async function reportPaper(reading: Reading, report: Report, knownOn?: IsoDate): Promise<ComposedReport> {
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
  correction?: Correction,
): Promise<Result<BuiltReport, string>> {
  const { db } = reading
  const composed = composeReport(await factsToSend(reading, report, correction))
  const { paper: own, problems } = composed
  const number = ((await publicationsOf(db, report.id))[0]?.number ?? 0) + 1
  const { figures, listed } = await standingBehind(db, composed)
  const paper = stamped(own, { number, code: checkCode(report.id, number), correction: correction?.notice }, listed)
  const made = await paperFiles(paper)
  if (!made.ok) return made
  const { files, pages } = made.value
  const forms = { html: paperHtml(paper, pages), checked: paperHtml(own, pages), files }
  return ok({ ...forms, number, figures, series: seriesIn(own), problems })
}

/** A correction: what its notice says, and which measures it puts right. */
type Correction = { readonly notice: CorrectionNotice; readonly measures: readonly string[] }

/** Sections that were signed off keep their figures, but for those that a correction puts right. */
async function factsToSend(reading: Reading, report: Report, correction: Correction | undefined): Promise<ReportFacts> {
  const facts = await reportFacts(reading, report)
  const isRight = ({ content }: FrozenSection) => !correction?.measures.some((slug) => standsOn(content, slug))
  return { ...facts, frozen: new Map([...facts.frozen].filter(([, each]) => isRight(each))) }
}

/** The numbers behind each chart and map of a paper. */
function seriesIn({ blocks }: Paper): ChartSeries[] {
  return [...everyBlock(blocks)].flatMap((block) =>
    block.kind === 'figure' && block.behind ? [{ number: block.number, caption: block.caption, ...block.behind }] : [],
  )
}

/** The paper under the number and code of a publication: what would be frozen if it were sent again as it stands. */
export async function paperAsNumber(db: Db, report: Report, own: ComposedReport, number: number): Promise<Paper> {
  const { listed } = await standingBehind(db, own)
  return stamped(own.paper, { number, code: checkCode(report.id, number), correction: undefined }, listed)
}

/** What stands behind each live figure of a report, counted in reading order: frozen ones as they were signed off. */
export async function standingBehind(db: Db, { paper, taken }: Pick<ComposedReport, 'paper' | 'taken'>) {
  const view = await publicView(db)
  const figures = new Map<string, Json>()
  const listed: ListedFigure[] = []
  for (const value of valuesIn(paper)) {
    const { id, text } = value
    const facts = taken.facts.get(id) ?? (await whyFigure(db, { id, text, knownOn: undefined, ...view }))
    const { measure, period, value: number } = figureFactsOf(facts)
    listed.push({ value, title: measure.title, period: period.label, amount: factWords(measure, number) })
    figures.set(id, { ...(isRecord(facts) ? facts : {}), number: listed.length })
  }
  return { figures, listed }
}
