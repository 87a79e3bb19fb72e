import { isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { Particulars, Publication, Report } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

type Row = ReportsTables['reports_report']
type TextRow = ReportsTables['reports_text']
type PublicationRow = ReportsTables['reports_publication']

/** Every report, the newest meeting first. */
export async function allReports(db: Db): Promise<Report[]> {
  const rows = await reports(db).selectAll().orderBy('meeting_on', 'desc').orderBy('id').execute()
  return withNarratives(db, rows)
}

/** One report with the office's words. */
export async function reportById(db: Db, id: string): Promise<Report | undefined> {
  const row = await reports(db).selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await withNarratives(db, [row]))[0]
}

/** One report by its address. */
export async function reportBySlug(db: Db, slug: string): Promise<Report | undefined> {
  const row = await reports(db).selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && (await withNarratives(db, [row]))[0]
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

/** The newest publication of every report that has one, by the report's id. */
export async function latestPublications(db: Db): Promise<Map<string, Publication>> {
  const rows = await publications(db)
    .selectAll()
    .where(({ eb, selectFrom }) =>
      eb(
        'reports_publication.number',
        '=',
        selectFrom('reports_publication as other')
          .select(({ fn }) => fn.max('other.number').as('latest'))
          .whereRef('other.report_id', '=', 'reports_publication.report_id'),
      ),
    )
    .orderBy('report_id')
    .execute()
  return new Map(rows.map((row) => [row.report_id, publicationOf(row)]))
}

/** Every report that was published, the newest meeting first; those of one meeting by title. */
export async function publishedReports(db: Db): Promise<PublishedReport[]> {
  const latest = await latestPublications(db)
  const rows = await reports(db).select(['id', 'slug', 'plan_id', 'theme_id']).orderBy('id').execute()
  const published = rows.flatMap(({ id, slug, plan_id, theme_id }) => {
    const publication = latest.get(id)
    return publication ? [publishedForm({ id, slug, planId: plan_id, themeId: theme_id }, publication)] : []
  })
  return published.sort(
    ({ report: a }, { report: b }) => BY_NAME.compare(b.meetingOn, a.meetingOn) || BY_NAME.compare(a.title, b.title),
  )
}

const BY_NAME = new Intl.Collator('en-GB')

/** One published report by its address. */
export async function publishedReportBySlug(db: Db, slug: string): Promise<PublishedReport | undefined> {
  const report = await reportBySlug(db, slug)
  const [publication] = report ? await publicationsOf(db, report.id) : []
  return report && publication && publishedForm(report, publication)
}

type Place = Pick<Report, 'id' | 'slug' | 'planId' | 'themeId'>

function publishedForm({ id, slug, planId, themeId }: Place, publication: Publication): PublishedReport {
  return { report: { id, slug, planId, themeId, ...publication.particulars }, publication }
}

const reports = (db: Db) => reading<ReportsTables>(db).selectFrom('reports_report')
const publications = (db: Db) => reading<ReportsTables>(db).selectFrom('reports_publication')

async function withNarratives(db: Db, rows: readonly Row[]): Promise<Report[]> {
  const texts: TextRow[] = []
  for (const ids of inChunks(rows.map((row) => row.id))) {
    const some = reading<ReportsTables>(db).selectFrom('reports_text').selectAll().where('report_id', 'in', ids)
    texts.push(...(await some.orderBy('report_id').orderBy('section').orderBy('number').execute()))
  }
  const byReport = Map.groupBy(texts, (each) => each.report_id)
  return rows.map((row) => reportOf(row, byReport.get(row.id) ?? []))
}

/** The newest words of each section: a later text stands in place of those before it, and empty words leave none. */
function newestWords(texts: readonly TextRow[]): Map<string, string> {
  const newest = new Map(texts.map(({ section, text }) => [section, text]))
  return new Map([...newest].filter(([, text]) => text !== ''))
}

function reportOf(row: Row, texts: readonly TextRow[]): Report {
  return {
    id: row.id,
    slug: row.slug,
    template: row.template,
    planId: row.plan_id,
    themeId: row.theme_id,
    title: row.title,
    addressedTo: row.addressed_to,
    meetingOn: isoDate(row.meeting_on),
    periodFrom: isoDate(row.period_from),
    periodUntil: isoDate(row.period_until),
    version: row.version,
    narratives: newestWords(texts),
  }
}

export function publicationOf(row: PublicationRow): Publication {
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
