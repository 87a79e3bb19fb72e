import { type Tx, writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Publication, Report } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

/** How the audit trail names a report. */
export const subjectOf = (reportId: string) => `reports.report:${reportId}`

export async function insertReport(tx: Tx, report: Report): Promise<void> {
  const { id, slug, version } = report
  await writing<ReportsTables>(tx)
    .insertInto('reports_report')
    .values({ id, slug, version, ...columnsOf(report) })
    .execute()
}

/** Saves the report's particulars, only if nobody else has saved since it was read. */
export async function saveReport(tx: Tx, report: Report): Promise<void> {
  const { numUpdatedRows } = await writing<ReportsTables>(tx)
    .updateTable('reports_report')
    .set({ ...columnsOf(report), version: report.version + 1 })
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(subjectOf(report.id))
}

/** Counts a change of the report’s words, so that nobody publishes words that they have not seen. */
export async function touchReport(tx: Tx, reportId: string): Promise<void> {
  await writing<ReportsTables>(tx)
    .updateTable('reports_report')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', reportId)
    .execute()
}

export async function insertPublication(tx: Tx, publication: Publication): Promise<void> {
  const { id, reportId, number, html, sha256, publishedAt, publishedBy } = publication
  const particulars = JSON.stringify(publication.particulars)
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication')
    .values({
      ...{ id, report_id: reportId, number, particulars, html, sha256 },
      ...{ published_at: publishedAt, published_by: publishedBy },
    })
    .execute()
}

function columnsOf(report: Report) {
  return {
    template: report.template,
    plan_id: report.planId,
    theme_id: report.themeId,
    title: report.title,
    addressed_to: report.addressedTo,
    meeting_on: report.meetingOn,
    period_from: report.periodFrom,
    period_until: report.periodUntil,
  }
}
