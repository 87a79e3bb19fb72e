import { err, ok, type Result } from '#kernel/result.js'
import type { Format } from '#modules/documents/index.js'
import { checkHtml, type OwnDocument, type OwnDocumentCheck } from '#modules/figure-check/index.js'
import { type PreElectionPeriod, preElectionOn } from '#modules/pre-election/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { insertFigure, insertFile, insertSeries } from '../data/publication.store.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { insertPublication, subjectOf } from '../data/reports.store.js'
import type { BuiltReport } from '../document/build.js'
import type { Publication, PublicationFile, Report } from '../domain/report.js'
import { sha256Of } from './sha256.js'

/** How the audit trail names one publication: its recorded hash is what `report verify` compares with. */
export const publicationSubject = (reportId: string, number: number) => `reports.publication:${reportId}/${number}`

type Request = {
  readonly reportId: string
  /** The version that was built, so that words changed meanwhile are not left out unseen. */
  readonly version: number
  /** The whole report as built from the register now. */
  readonly built: BuiltReport
  /** Why it must be published in the days before an election, when publication is barred. */
  readonly despiteElection?: string | undefined
}

/**
 * Its figures contradict each other, and nobody has said why that is no fault; or an election is near, and nobody has
 * said why it must be published all the same.
 */
export type PublishRefusal =
  | { readonly code: 'unfinished'; readonly problems: readonly Problem[] }
  | { readonly code: 'open-errors'; readonly open: OwnDocumentCheck['open'] }
  | { readonly code: 'before-election'; readonly period: PreElectionPeriod }

/** The report as the figure checker knows it: decisions on its findings are remembered for the report. */
export const checkedAs = ({ id, title }: Pick<Report, 'id' | 'title'>, html: string): OwnDocument => ({
  documentKey: `report:${id}`,
  name: title,
  html,
})

/** Freezes a report: what the Panel gets stays as it is, whatever the figures do later. Open errors in it bar it. */
export async function publishReport(
  deps: Deps,
  actor: Actor,
  request: Request,
): Promise<Result<Publication, PublishRefusal>> {
  requirePermission(actor, 'reports:publish')
  const report = found(await reportById(deps.db, request.reportId))
  const bar = await barToPublication(deps, report, request)
  if (bar) return err(bar)
  const period = await preElectionOn(deps.db, deps.today())
  return ok(await freeze(deps, actor, period ? request : { ...request, despiteElection: undefined }))
}

/** What stands in the way of publishing a report as it was built; undefined where nothing does. */
export async function barToPublication(
  deps: Deps,
  report: Report,
  { built, despiteElection }: Pick<Request, 'built' | 'despiteElection'>,
): Promise<PublishRefusal | undefined> {
  if (built.problems.length > 0) return { code: 'unfinished', problems: built.problems }
  const { open } = await checkHtml(deps, deps.db, checkedAs(report, built.checked))
  if (open.length > 0) return { code: 'open-errors', open }
  const period = await preElectionOn(deps.db, deps.today())
  return period && !despiteElection?.trim() ? { code: 'before-election', period } : undefined
}

/** The file as it will be known: "theme-report-1.pdf". */
function frozenFile({ slug }: Report, { number }: Publication, format: Format, bytes: Uint8Array): PublicationFile {
  return { format, fileName: `${slug}-${number}.${format}`, bytes, sha256: sha256Of(bytes) }
}

async function freeze(
  deps: Deps,
  actor: Actor,
  { reportId, version, built, despiteElection }: Request,
): Promise<Publication> {
  return deps.db.transaction(async (tx) => {
    const report = found(await reportById(tx, reportId))
    if (report.version !== version) throw new Conflict(subjectOf(reportId))
    const [last] = await publicationsOf(tx, reportId)
    // Its code was made for its number: somebody else published in the meantime.
    if ((last?.number ?? 0) + 1 !== built.number) throw new Conflict(subjectOf(reportId))
    const { title, addressedTo, meetingOn, periodFrom, periodUntil } = report
    const publication: Publication = {
      id: deps.newId(),
      reportId,
      number: built.number,
      particulars: { title, addressedTo, meetingOn, periodFrom, periodUntil },
      html: built.html,
      sha256: sha256Of(built.html),
      publishedAt: deps.now().toISOString(),
      publishedBy: actor.id,
    }
    await insertPublication(tx, publication)
    const files = built.files.map(({ format, bytes }) => frozenFile(report, publication, format, bytes))
    for (const file of files) await insertFile(tx, publication.id, file)
    for (const [figure, facts] of built.figures) await insertFigure(tx, publication.id, figure, facts)
    for (const series of built.series) await insertSeries(tx, publication.id, series)
    await deps.audit(tx, actor, {
      action: 'reports.publish-report',
      subject: publicationSubject(reportId, publication.number),
      detail: {
        number: publication.number,
        sha256: publication.sha256,
        title,
        files: Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256])),
        ...(despiteElection && { despiteElection }),
      },
    })
    return publication
  })
}
