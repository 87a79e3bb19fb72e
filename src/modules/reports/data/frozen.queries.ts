import type { Instant } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { ReportsTables } from './reports.tables.js'

/** What a section stood on when it was signed off: `content` is as it was written (`document/frozen-section.ts`). */
export type KeptSection = { readonly section: string; readonly frozenAt: Instant; readonly content: string }

/** Every section of a report whose figures are frozen. */
export async function frozenSections(db: Db, reportId: string): Promise<KeptSection[]> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_frozen')
    .select(['section', 'frozen_at', 'content'])
    .where('report_id', '=', reportId)
    .orderBy('section')
    .execute()
  return rows.map(({ section, frozen_at, content }) => ({ section, frozenAt: frozen_at, content }))
}
