import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { Particulars, Publication, Report } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

type Row = ReportsTables['reports_report']
type PublicationRow = ReportsTables['reports_publication']

/** Every report, the newest meeting first. */
export async function allReports(db: Db): Promise<Report[]> {
  const rows = await reports(db).selectAll().orderBy('meeting_on', 'desc').orderBy('id').execute()
  return Promise.all(rows.map((row) => withNarratives(db, row)))
}

/** One report with the office's words. */
export async function reportById(db: Db, id: string): Promise<Report | undefined> {
  const row = await reports(db).selectAll().where('id', '=', id).executeTakeFirst()
  return row && withNarratives(db, row)
}

/** One report by its address. */
export async function reportBySlug(db: Db, slug: string): Promise<Report | undefined> {
  const row = await reports(db).selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && withNarratives(db, row)
}

/** Every address that is taken. */
export async function takenSlugs(db: Db): Promise<Set<string>> {
  const rows = await reports(db).select('slug').execute()
  return new Set(rows.map((row) => row.slug))
}

/** What was published of a report, newest first. */
export async function publicationsOf(db: Db, reportId: string): Promise<Publication[]> {
  const rows = await publications(db).selectAll().where('report_id', '=', reportId).orderBy('number', 'desc').execute()
  return rows.map(publicationOf)
}

/** A report as the public may read it: its newest publication, by what it was called then. */
export type PublishedReport = {
  readonly report: Particulars & Pick<Report, 'id' | 'slug' | 'planId' | 'themeId'>
  readonly publication: Publication
}

/** Every report that was published, the newest meeting first. */
export async function publishedReports(db: Db): Promise<PublishedReport[]> {
  const published: PublishedReport[] = []
  for (const report of await allReports(db)) {
    const [publication] = await publicationsOf(db, report.id)
    if (publication) published.push(publishedForm(report, publication))
  }
  return published.sort((a, b) => (a.report.meetingOn < b.report.meetingOn ? 1 : -1))
}

/** One published report by its address. */
export async function publishedReportBySlug(db: Db, slug: string): Promise<PublishedReport | undefined> {
  const report = await reportBySlug(db, slug)
  const [publication] = report ? await publicationsOf(db, report.id) : []
  return report && publication && publishedForm(report, publication)
}

function publishedForm({ id, slug, planId, themeId }: Report, publication: Publication): PublishedReport {
  return { report: { id, slug, planId, themeId, ...publication.particulars }, publication }
}

const reports = (db: Db) => reading<ReportsTables>(db).selectFrom('reports_report')
const publications = (db: Db) => reading<ReportsTables>(db).selectFrom('reports_publication')

async function withNarratives(db: Db, row: Row): Promise<Report> {
  const narratives = await reading<ReportsTables>(db)
    .selectFrom('reports_narrative')
    .select(['section', 'text'])
    .where('report_id', '=', row.id)
    .orderBy('section')
    .execute()
  return {
    id: row.id,
    slug: row.slug,
    planId: row.plan_id,
    themeId: row.theme_id,
    title: row.title,
    addressedTo: row.addressed_to,
    meetingOn: isoDate(row.meeting_on),
    periodFrom: isoDate(row.period_from),
    periodUntil: isoDate(row.period_until),
    version: row.version,
    narratives: new Map(narratives.map(({ section, text }) => [section, text])),
  }
}

function publicationOf(row: PublicationRow): Publication {
  const { id, number, html, sha256 } = row
  // Written by this module and never changed since: the table takes no updates.
  const particulars: Particulars = JSON.parse(row.particulars)
  return {
    ...{ id, number, particulars, html, sha256 },
    reportId: row.report_id,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }
}
