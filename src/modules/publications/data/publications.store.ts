import { type Tx, writing } from '#platform/db/db.js'
import type { CorrectionFacts } from '../domain/correction.js'
import type { PublicationsTables } from './publications.tables.js'

/** Keeps for good why a number of a report was made. */
export async function insertCorrection(tx: Tx, facts: CorrectionFacts, recordedAt: string): Promise<void> {
  const { publicationId, reportId, number, replaces, figure, reason, decidedBy, lines, on } = facts
  await writing<PublicationsTables>(tx)
    .insertInto('publications_correction')
    .values({
      ...{ publication_id: publicationId, report_id: reportId, number, replaces, figure, reason },
      ...{ decided_by: decidedBy, changes: JSON.stringify(lines), made_on: on, recorded_at: recordedAt },
    })
    .execute()
}
