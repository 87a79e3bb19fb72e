import type { Json } from '#kernel/canonical-json.js'
import { type Tx, writing } from '#platform/db/db.js'
import type { PublicationFile } from '../domain/report.js'
import type { ReportsTables } from './reports.tables.js'

/** Keeps one form of a publication for good. */
export async function insertFile(tx: Tx, publicationId: string, file: PublicationFile): Promise<void> {
  const { format, fileName, bytes, sha256 } = file
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication_file')
    .values({ publication_id: publicationId, format, file_name: fileName, bytes, sha256 })
    .execute()
}

/** Keeps what stood behind one figure of a publication. */
export async function insertFigure(tx: Tx, publicationId: string, figure: string, facts: Json): Promise<void> {
  await writing<ReportsTables>(tx)
    .insertInto('reports_publication_figure')
    .values({ publication_id: publicationId, figure, facts: JSON.stringify(facts) })
    .execute()
}
