import { type Db, reading } from '#platform/db/db.js'
import type { CheckedText, KeptDocument } from '../domain/checked-text.js'
import { type Decision, type DecisionKind, lastDecisions } from '../domain/decision.js'
import type { FigureCheckTables } from './figure-check.tables.js'

/** The last decision on each finding of a document, by the finding's id. */
export async function decisionsOn(db: Db, documentKey: string): Promise<Map<string, Decision>> {
  const rows = await reading<FigureCheckTables>(db)
    .selectFrom('figure_check_decision')
    .selectAll()
    .where('document_key', '=', documentKey)
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return lastDecisions(rows.map(decisionOf))
}

/** The documents that people asked to keep, the newest first. */
export async function keptDocuments(db: Db): Promise<KeptDocument[]> {
  const rows = await reading<FigureCheckTables>(db)
    .selectFrom('figure_check_document')
    .select(['id', 'name', 'kept_at'])
    .orderBy('kept_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, kept_at }) => ({ id, name, keptAt: kept_at }))
}

/** One kept document with what was found in it. */
export async function keptDocument(db: Db, id: string): Promise<CheckedText | undefined> {
  const row = await reading<FigureCheckTables>(db)
    .selectFrom('figure_check_document')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { document_key, name, sha256, content } = row
  return { id, documentKey: document_key, name, sha256, isKept: true, checked: JSON.parse(content) }
}

function decisionOf(row: FigureCheckTables['figure_check_decision']): Decision {
  const { id, document_key, finding_id, kind, quote, reason, decided_at, decided_by } = row
  return {
    ...{ id, kind, quote, reason },
    documentKey: document_key,
    findingId: finding_id,
    decision: row.decision as DecisionKind,
    decidedAt: decided_at,
    decidedBy: decided_by,
  }
}

/** How many documents were kept before a moment. */
export async function documentsKeptBefore(db: Db, moment: string): Promise<number> {
  const documents = reading<FigureCheckTables>(db).selectFrom('figure_check_document').select('id')
  return (await documents.where('kept_at', '<', moment).execute()).length
}
