import { type Db, reading } from '#platform/db/db.js'
import type { ReportsTables } from './reports.tables.js'

/** The office's own text of a template. */
export type OwnTemplate = { readonly name: string; readonly number: number; readonly text: string }

/** Every text of every template that the office changed, oldest first. */
export async function ownTemplates(db: Db): Promise<OwnTemplate[]> {
  return reading<ReportsTables>(db)
    .selectFrom('reports_template')
    .select(['name', 'number', 'text'])
    .orderBy('name')
    .orderBy('number')
    .execute()
}
