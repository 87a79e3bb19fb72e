import { type Db, reading } from '#platform/db/db.js'
import type { Decisions, PlanDocument } from '../domain/plan-reading.js'
import type { PlanReadingTables } from './plan-reading.tables.js'

/** A plan that was read, by its id. What was written here is never changed: it is read as it was. */
export async function planDocumentById(db: Db, id: string): Promise<PlanDocument | undefined> {
  const row = await reading<PlanReadingTables>(db)
    .selectFrom('plan_reading_document')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { parts, money, file_name, read_at, read_by, sha256, title } = row
  return {
    ...{ id, fileName: file_name, sha256, title, readAt: read_at, readBy: read_by },
    parts: JSON.parse(parts),
    money: JSON.parse(money),
  }
}

/** Every plan that was read, the newest first, without what was found in it. */
export async function planDocuments(db: Db): Promise<Omit<PlanDocument, 'parts' | 'money'>[]> {
  const rows = await reading<PlanReadingTables>(db)
    .selectFrom('plan_reading_document')
    .select(['id', 'file_name', 'sha256', 'title', 'read_at', 'read_by'])
    .orderBy('read_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, file_name, sha256, title, read_at, read_by }) => ({
    ...{ id, fileName: file_name, sha256, title, readAt: read_at, readBy: read_by },
  }))
}

/** What was decided of each item of a reading: the newest decision, and its number. */
export async function decisionsOn(db: Db, documentId: string): Promise<Decisions> {
  const rows = await reading<PlanReadingTables>(db)
    .selectFrom('plan_reading_decision')
    .select(['item', 'number', 'is_confirmed'])
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute()
  return new Map(rows.map(({ item, number, is_confirmed }) => [item, { number, isConfirmed: is_confirmed === 1 }]))
}
