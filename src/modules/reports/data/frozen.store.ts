import { type Tx, writing } from '#platform/db/db.js'
import type { KeptSection } from './frozen.queries.js'
import type { ReportsTables } from './reports.tables.js'

/** Keeps what a section stands on, in place of what it stood on before. */
export async function keepFrozen(tx: Tx, reportId: string, { section, frozenAt, content }: KeptSection): Promise<void> {
  const columns = { frozen_at: frozenAt, content }
  await writing<ReportsTables>(tx)
    .insertInto('reports_frozen')
    .values({ report_id: reportId, section, ...columns })
    .onConflict((conflict) => conflict.columns(['report_id', 'section']).doUpdateSet(columns))
    .execute()
}

/** Lets the figures of a section follow the register again. */
export async function thaw(tx: Tx, reportId: string, section: string): Promise<void> {
  await writing<ReportsTables>(tx)
    .deleteFrom('reports_frozen')
    .where('report_id', '=', reportId)
    .where('section', '=', section)
    .execute()
}
