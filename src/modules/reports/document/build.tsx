import type { Json } from '#kernel/canonical-json.js'
import type { IsoDate } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import { type PaperFile, paperFiles, paperHtml, whyFigure } from '#modules/documents/index.js'
import { publicView } from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import type { Composed } from '#platform/typesetting/compose.js'
import { valuesIn } from '#platform/typesetting/paper.js'
import type { Problem } from '#platform/typesetting/supply.js'
import type { Report } from '../domain/report.js'
import { composeReport } from './compose-report.js'
import { reportFacts } from './facts.js'

/** A report in every form, with what stands behind its figures and all that bars it: what publication freezes. */
export type BuiltReport = {
  readonly html: string
  readonly files: readonly PaperFile[]
  /** What stands behind each live figure, by its name in the report. */
  readonly figures: ReadonlyMap<string, Json>
  readonly problems: readonly Problem[]
}

/** The tree of a report, from what is published now or was known on a day. */
export async function reportPaper(db: Db, report: Report, today: IsoDate, knownOn?: IsoDate): Promise<Composed> {
  return composeReport(await reportFacts(db, report, today, knownOn))
}

/** The report as HTML for a page of the site. */
export async function reportHtml(db: Db, report: Report, today: IsoDate): Promise<string> {
  return paperHtml((await reportPaper(db, report, today)).paper)
}

/** Builds all that publication freezes. Refused where the printed forms cannot be set, which says why. */
export async function builtReport(db: Db, report: Report, today: IsoDate): Promise<Result<BuiltReport, string>> {
  const { paper, problems } = await reportPaper(db, report, today)
  const made = await paperFiles(paper)
  if (!made.ok) return made
  const view = await publicView(db)
  const figures = new Map<string, Json>()
  for (const { id, text } of valuesIn(paper))
    figures.set(id, await whyFigure(db, { id, text, knownOn: undefined, ...view }))
  const { files, pages } = made.value
  return ok({ html: paperHtml(paper, pages), files, figures, problems })
}
