import { type Tx, writing } from '#platform/db/db.js'
import type { ReturnedPaper } from '../domain/returned-paper.js'
import type { ReturnedPapersTables } from './returned-papers.tables.js'

/** How the audit trail names a paper that came back. */
export const returnedSubject = (id: string) => `returned-papers.paper:${id}`

/** Keeps a paper that came back. The table takes no change afterwards. */
export async function insertReturnedPaper(tx: Tx, paper: ReturnedPaper): Promise<void> {
  const { id, reportId, fileName, sha256, madeFrom, paragraphs, receivedAt, receivedBy } = paper
  await writing<ReturnedPapersTables>(tx)
    .insertInto('returned_papers_paper')
    .values({
      ...{ id, report_id: reportId, file_name: fileName, sha256 },
      made_from: madeFrom ? JSON.stringify(Object.fromEntries(madeFrom)) : '',
      paragraphs: JSON.stringify(paragraphs),
      ...{ received_at: receivedAt, received_by: receivedBy },
    })
    .execute()
}
