import type { Json } from '#kernel/canonical-json.js'
import { type Db, reading } from '#platform/db/db.js'
import { keptBytes, sizesOf } from '#platform/db/kept-files.js'
import type { ChartSeries } from '../domain/chart-series.js'
import type { PublicationFile } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

/** The forms in which a publication was sent, without their bytes. */
export async function filesOf(
  db: Db,
  publicationId: string,
): Promise<(Omit<PublicationFile, 'bytes'> & { readonly size: number })[]> {
  const rows = await files(db).selectAll().where('publication_id', '=', publicationId).orderBy('format').execute()
  const fingerprints = rows.map(({ sha256 }) => sha256)
  const sizes = await sizesOf(db, fingerprints)
  return rows.map((row) => ({ ...named(row), size: sizes.get(row.sha256) ?? 0 }))
}

/** One form of a publication of a report, by the name of its file. */
export async function fileNamed(db: Db, reportId: string, fileName: string): Promise<PublicationFile | undefined> {
  const row = await files(db)
    .innerJoin('reports_publication', 'reports_publication.id', 'publication_id')
    .select(['format', 'file_name', 'reports_publication_file.sha256 as sha256'])
    .where('report_id', '=', reportId)
    .where('file_name', '=', fileName)
    .executeTakeFirst()
  const bytes = row && (await keptBytes(db, row.sha256))
  return bytes && { ...named(row), bytes }
}

/** Every form of a publication with its bytes, for checking that nobody has changed them. */
export async function wholeFilesOf(db: Db, publicationId: string): Promise<PublicationFile[]> {
  const rows = await files(db).selectAll().where('publication_id', '=', publicationId).orderBy('format').execute()
  const whole: PublicationFile[] = []
  for (const row of rows) {
    const bytes = await keptBytes(db, row.sha256)
    if (bytes) whole.push({ ...named(row), bytes })
  }
  return whole
}

/** A publication that was sent with these very bytes. */
export type Recognised = {
  readonly reportId: string
  readonly slug: string
  readonly title: string
  readonly number: number
  readonly format: PublicationFile['format']
  readonly publishedAt: string
  /** The newest number of the same report. */
  readonly newest: number
}

/** Which published report a fingerprint belongs to. */
export async function publicationWithHash(db: Db, sha256: string): Promise<Recognised | undefined> {
  const row = await files(db)
    .innerJoin('reports_publication', 'reports_publication.id', 'publication_id')
    .innerJoin('reports_report', 'reports_report.id', 'report_id')
    .select(['report_id', 'slug', 'number', 'format', 'published_at', 'particulars'])
    .where('reports_publication_file.sha256', '=', sha256)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const last = await reading<ReportsTables>(db)
    .selectFrom('reports_publication')
    .select(({ fn }) => fn.max('number').as('newest'))
    .where('report_id', '=', row.report_id)
    .executeTakeFirst()
  const { title }: { title: string } = JSON.parse(row.particulars)
  const { slug, number, format, published_at } = row
  return {
    reportId: row.report_id,
    slug,
    title,
    number,
    format: formatOf(format),
    publishedAt: published_at,
    newest: Number(last?.newest ?? number),
  }
}

/** What stood behind the figures of a publication, by their names in it. */
export async function figuresOf(db: Db, publicationId: string): Promise<Map<string, Json>> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_publication_figure')
    .select(['figure', 'facts'])
    .where('publication_id', '=', publicationId)
    .orderBy('figure')
    .execute()
  return new Map(rows.map(({ figure, facts }) => [figure, JSON.parse(facts) as Json]))
}

/** The numbers behind the charts and maps of a publication, in their order. */
export async function seriesOfPublication(db: Db, publicationId: string): Promise<ChartSeries[]> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_publication_series')
    .select('facts')
    .where('publication_id', '=', publicationId)
    .orderBy('number')
    .execute()
  // Written by this module and never changed since: the table takes no updates.
  return rows.map(({ facts }) => JSON.parse(facts) as ChartSeries)
}

const files = (db: Db) => reading<ReportsTables>(db).selectFrom('reports_publication_file')

type FileRow = Pick<ReportsTables['reports_publication_file'], 'format' | 'file_name' | 'sha256'>

function named({ format, file_name, sha256 }: FileRow): Omit<PublicationFile, 'bytes'> {
  return { format: formatOf(format), fileName: file_name, sha256 }
}

function formatOf(format: string): PublicationFile['format'] {
  return format === 'pdf' || format === 'docx' ? format : 'html'
}
