import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { CorrectionFacts } from '../domain/correction.js'
import type { PublicationsTables } from './publications.tables.js'

type Row = PublicationsTables['publications_correction']

/** The corrections of a report, by the number that each made. */
export async function correctionsOf(db: Db, reportId: string): Promise<Map<number, CorrectionFacts>> {
  const rows = await corrections(db).selectAll().where('report_id', '=', reportId).orderBy('number').execute()
  return new Map(rows.map((row) => [row.number, factsOf(row)]))
}

/** Every correction, the newest first. */
export async function allCorrections(db: Db): Promise<CorrectionFacts[]> {
  const rows = await corrections(db).selectAll().orderBy('recorded_at', 'desc').orderBy('publication_id').execute()
  return rows.map(factsOf)
}

const corrections = (db: Db) => reading<PublicationsTables>(db).selectFrom('publications_correction')

function factsOf(row: Row): CorrectionFacts {
  const { number, replaces, figure, reason } = row
  // Written by this module and never changed since: the table takes no updates.
  const lines: string[] = JSON.parse(row.changes)
  return {
    ...{ number, replaces, figure, reason, lines },
    publicationId: row.publication_id,
    reportId: row.report_id,
    decidedBy: row.decided_by,
    on: isoDate(row.made_on),
  }
}
