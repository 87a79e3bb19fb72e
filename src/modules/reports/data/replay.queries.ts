import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import { type PublishedReport, publicationOf, publishedReports } from './reports.queries.js'
import type { ReportsTables } from './reports.tables.js'

/** Every report as it stood on a day: its newest number of then, by what it was called then, the newest meeting first. */
export async function publishedReportsOn(db: Db, day: IsoDate): Promise<PublishedReport[]> {
  const now = await publishedReports(db)
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_publication')
    .select(['id', 'report_id', 'published_at'])
    .orderBy('report_id')
    .orderBy('number')
    .execute()
  const newest = new Map(
    rows.flatMap((row) => (ukDateOf(new Date(row.published_at)) <= day ? [[row.report_id, row.id] as const] : [])),
  )
  const publications = new Map<string, ReturnType<typeof publicationOf>>()
  for (const ids of inChunks([...newest.values()])) {
    const some = reading<ReportsTables>(db).selectFrom('reports_publication').selectAll().where('id', 'in', ids)
    for (const row of await some.execute()) publications.set(row.report_id, publicationOf(row))
  }
  return now
    .flatMap(({ report }) => {
      const publication = publications.get(report.id)
      return publication ? [{ report: { ...report, ...publication.particulars }, publication }] : []
    })
    .sort(({ report: a }, { report: b }) => b.meetingOn.localeCompare(a.meetingOn))
}
