import { type Tx, writing } from '#platform/db/db.js'
import type { SectionComment, SectionText, SectionWork } from '../domain/section-work.js'
import type { ReportsTables } from './reports.tables.js'

/** How the audit trail names a section. */
export const sectionSubject = (reportId: string, section: string) => `reports.section:${reportId}/${section}`

/** Adds a text of a section; those before it stay. */
export async function insertText(tx: Tx, reportId: string, section: string, text: SectionText): Promise<void> {
  const { number, writtenAt, writtenBy } = text
  await writing<ReportsTables>(tx)
    .insertInto('reports_text')
    .values({ report_id: reportId, section, number, text: text.text, written_at: writtenAt, written_by: writtenBy })
    .execute()
}

/** Keeps who writes a section and how far it is. */
export async function saveWork(tx: Tx, reportId: string, work: SectionWork): Promise<void> {
  const columns = { owner_id: work.ownerId, state: work.state, state_at: work.stateAt, state_by: work.stateBy }
  await writing<ReportsTables>(tx)
    .insertInto('reports_section')
    .values({ report_id: reportId, section: work.section, ...columns })
    .onConflict((conflict) => conflict.columns(['report_id', 'section']).doUpdateSet(columns))
    .execute()
}

/** Adds a comment. */
export async function insertComment(tx: Tx, reportId: string, comment: SectionComment): Promise<void> {
  const { id, section, text, writtenAt, writtenBy, settledAt, settledBy } = comment
  await writing<ReportsTables>(tx)
    .insertInto('reports_comment')
    .values({
      ...{ id, report_id: reportId, section, text },
      ...{ written_at: writtenAt, written_by: writtenBy, settled_at: settledAt, settled_by: settledBy },
    })
    .execute()
}

/** Marks a comment as settled. */
export async function saveSettled(tx: Tx, { id, settledAt, settledBy }: SectionComment): Promise<void> {
  await writing<ReportsTables>(tx)
    .updateTable('reports_comment')
    .set({ settled_at: settledAt, settled_by: settledBy })
    .where('id', '=', id)
    .execute()
}
