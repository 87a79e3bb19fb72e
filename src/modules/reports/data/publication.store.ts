import type { Json } from '#kernel/canonical-json.js'
import { type Tx, writing } from '#platform/db/db.js'
import { keepBytes } from '#platform/db/kept-files.js'
import type { ChartSeries } from '../domain/chart-series.js'
import type { PublicationFile } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

/** Keeps one form of a publication for good. */
export async function insertFile(tx: Tx, publicationId: string, file: PublicationFile): Promise<void> {
  const { format, fileName, bytes, sha256 } = file
  await keepBytes(tx, sha256, bytes)
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication_file')
    .values({ publication_id: publicationId, format, file_name: fileName, sha256 })
    .execute()
}

/** Keeps what stood behind one figure of a publication. */
export async function insertFigure(tx: Tx, publicationId: string, figure: string, facts: Json): Promise<void> {
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication_figure')
    .values({ publication_id: publicationId, figure, facts: JSON.stringify(facts) })
    .execute()
}

/** Keeps the numbers behind one chart or map of a publication. */
export async function insertSeries(tx: Tx, publicationId: string, series: ChartSeries): Promise<void> {
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication_series')
    .values({ publication_id: publicationId, number: series.number, facts: JSON.stringify(series) })
    .execute()
}
