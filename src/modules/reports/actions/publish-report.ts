import { err, ok, type Result } from '#kernel/result.js'
import { checkHtml, type OwnDocument, type OwnDocumentCheck } from '#modules/figure-check/index.js'
import { type PreElectionPeriod, preElectionOn } from '#modules/pre-election/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { insertPublication, subjectOf } from '../data/reports.store.js'
import type { Publication, Report } from '../domain/report.js'
import { sha256Of } from './sha256.js'

/** How the audit trail names one publication: its recorded hash is what `report verify` compares with. */
export const publicationSubject = (reportId: string, number: number) => `reports.publication:${reportId}/${number}`

type Request = {
  readonly reportId: string
  /** The version that was built, so that words changed meanwhile are not left out unseen. */
  readonly version: number
  /** The whole report as built from the register now. */
  readonly html: string
  /** Why it must be published in the days before an election, when publication is barred. */
  readonly despiteElection?: string | undefined
}

/**
 * Its figures contradict each other, and nobody has said why that is no fault; or an election is near, and nobody has
 * said why it must be published all the same.
 */
export type PublishRefusal =
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
  const { reportId, html } = request
  const report = found(await reportById(deps.db, reportId))
  const { open } = await checkHtml(deps, deps.db, checkedAs(report, html))
  if (open.length > 0) return err({ code: 'open-errors', open })
  const period = await preElectionOn(deps.db, deps.today())
  if (period && !request.despiteElection?.trim()) return err({ code: 'before-election', period })
  return ok(await freeze(deps, actor, period ? request : { ...request, despiteElection: undefined }))
}

async function freeze(
  deps: Deps,
  actor: Actor,
  { reportId, version, html, despiteElection }: Request,
): Promise<Publication> {
  return deps.db.transaction(async (tx) => {
    const report = found(await reportById(tx, reportId))
    if (report.version !== version) throw new Conflict(subjectOf(reportId))
    const [last] = await publicationsOf(tx, reportId)
    const { title, addressedTo, meetingOn, periodFrom, periodUntil } = report
    const publication: Publication = {
      id: deps.newId(),
      reportId,
      number: (last?.number ?? 0) + 1,
      particulars: { title, addressedTo, meetingOn, periodFrom, periodUntil },
      html,
      sha256: sha256Of(html),
      publishedAt: deps.now().toISOString(),
      publishedBy: actor.id,
    }
    await insertPublication(tx, publication)
    await deps.audit(tx, actor, {
      action: 'reports.publish-report',
      subject: publicationSubject(reportId, publication.number),
      detail: {
        number: publication.number,
        sha256: publication.sha256,
        title,
        ...(despiteElection && { despiteElection }),
      },
    })
    return publication
  })
}
