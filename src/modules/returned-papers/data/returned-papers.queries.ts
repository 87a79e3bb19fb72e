import { type Db, reading } from '#platform/db/db.js'
import type { ReturnedPaper } from '../domain/returned-paper.js'
import type { ReturnedPapersTables } from './returned-papers.tables.js'

type Row = ReturnedPapersTables['returned_papers_paper']

/** One paper that came back. */
export async function returnedPaperById(db: Db, id: string): Promise<ReturnedPaper | undefined> {
  const row = await papers(db).selectAll().where('id', '=', id).executeTakeFirst()
  return row && paperOf(row)
}

/** Every paper of a report that came back, the newest first, without its paragraphs. */
export async function returnedPapersOf(db: Db, reportId: string): Promise<Omit<ReturnedPaper, 'paragraphs'>[]> {
  const rows = await papers(db)
    .select(['id', 'report_id', 'file_name', 'sha256', 'made_from', 'received_at', 'received_by'])
    .where('report_id', '=', reportId)
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => paperOf({ ...row, paragraphs: '[]' }))
}

const papers = (db: Db) => reading<ReturnedPapersTables>(db).selectFrom('returned_papers_paper')

/** Written by this module and never changed since: what it wrote is what is read. */
function paperOf(row: Row): ReturnedPaper {
  const madeFrom: Record<string, number> | null = row.made_from === '' ? null : JSON.parse(row.made_from)
  return {
    ...{ id: row.id, reportId: row.report_id, fileName: row.file_name, sha256: row.sha256 },
    madeFrom: madeFrom ? new Map(Object.entries(madeFrom)) : undefined,
    paragraphs: JSON.parse(row.paragraphs),
    ...{ receivedAt: row.received_at, receivedBy: row.received_by },
  }
}
