import { type Db, reading } from '#platform/db/db.js'
import type { Publication, Report } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

/** Whether the office has changed the words or particulars of a report since a publication of it. */
export async function isChangedSince(db: Db, report: Report, { publishedAt, particulars }: Publication) {
  const last = await reading<ReportsTables>(db)
    .selectFrom('reports_text')
    .select(({ fn }) => fn.max('written_at').as('at'))
    .where('report_id', '=', report.id)
    .executeTakeFirst()
  const { title, addressedTo, meetingOn, periodFrom, periodUntil } = particulars
  const isSame =
    title === report.title &&
    addressedTo === report.addressedTo &&
    meetingOn === report.meetingOn &&
    periodFrom === report.periodFrom &&
    periodUntil === report.periodUntil
  return !isSame || (last?.at ?? '') > publishedAt
}

/** Every number of every report, without its text. */
export async function everyNumber(
  db: Db,
): Promise<{ readonly id: string; readonly reportId: string; readonly number: number }[]> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_publication')
    .select(['id', 'report_id', 'number'])
    .orderBy('report_id')
    .orderBy('number')
    .execute()
  return rows.map(({ id, report_id, number }) => ({ id, reportId: report_id, number }))
}
