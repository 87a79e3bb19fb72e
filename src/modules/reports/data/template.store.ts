import { type Tx, writing } from '#platform/db/db.js'
import type { ReportsTables } from './reports.tables.js'
import type { OwnTemplate } from './template.queries.js'

/** How the audit trail names a template. */
export const templateSubject = (name: string) => `reports.template:${name}`

/** Adds a text of a template; those before it stay. */
export async function insertTemplate(tx: Tx, { name, number, text }: OwnTemplate, savedAt: string, savedBy: string) {
  await writing<ReportsTables>(tx)
    .insertInto('reports_template')
    .values({ name, number, text, saved_at: savedAt, saved_by: savedBy })
    .execute()
}
