import { type Db, reading } from '#platform/db/db.js'
import { SECTION_STATES, type SectionComment, type SectionText, type SectionWork } from '../domain/section-work.js'
import type { ReportsTables } from './reports.tables.js'

/** Every text of one section, oldest first. */
export async function textsOf(db: Db, reportId: string, section: string): Promise<SectionText[]> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_text')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('section', '=', section)
    .orderBy('number')
    .execute()
  return rows.map(({ number, text, written_at, written_by }) => ({
    ...{ number, text },
    ...{ writtenAt: written_at, writtenBy: written_by },
  }))
}

/** What is known of the work on each section of a report, by section. */
export async function sectionWork(db: Db, reportId: string): Promise<Map<string, SectionWork>> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_section')
    .selectAll()
    .where('report_id', '=', reportId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.section,
      {
        section: row.section,
        ownerId: row.owner_id,
        state: SECTION_STATES.find((state) => state === row.state) ?? 'draft',
        stateAt: row.state_at,
        stateBy: row.state_by,
      },
    ]),
  )
}

/** Every comment on a report, oldest first. */
export async function commentsOf(db: Db, reportId: string): Promise<SectionComment[]> {
  const rows = await reading<ReportsTables>(db)
    .selectFrom('reports_comment')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    section: row.section,
    text: row.text,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  }))
}
