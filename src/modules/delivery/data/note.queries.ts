import { type Db, reading } from '#platform/db/db.js'
import { NOTE_KINDS, type Note } from '../domain/note.js'
import type { DeliveryTables } from './delivery.tables.js'

/** The office's own notes beside an action, the newest first. Nothing that leaves the office may ask for them. */
export async function notesOf(db: Db, actionId: string): Promise<Note[]> {
  const rows = await reading<DeliveryTables>(db)
    .selectFrom('delivery_note')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    actionId: row.action_id,
    kind: NOTE_KINDS.find((each) => each === row.kind) ?? 'other',
    text: row.text,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  }))
}
