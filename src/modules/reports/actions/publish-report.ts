import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { insertPublication, subjectOf } from '../data/reports.store.js'
import type { Publication } from '../domain/report.js'
import { sha256Of } from './sha256.js'

/** How the audit trail names one publication: its recorded hash is what `report verify` compares with. */
export const publicationSubject = (reportId: string, number: number) => `reports.publication:${reportId}/${number}`

type Request = {
  readonly reportId: string
  /** The version that was built, so that words changed meanwhile are not left out unseen. */
  readonly version: number
  /** The whole report as built from the register now. */
  readonly html: string
}

/** Freezes a report: what the Panel gets stays as it is, whatever the figures do later. */
export async function publishReport(
  deps: Deps,
  actor: Actor,
  { reportId, version, html }: Request,
): Promise<Publication> {
  requirePermission(actor, 'reports:publish')
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
      detail: { number: publication.number, sha256: publication.sha256, title },
    })
    return publication
  })
}
