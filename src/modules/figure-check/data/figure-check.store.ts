import { type Tx, writing } from '#platform/db/db.js'
import type { CheckedText } from '../domain/checked-text.js'
import type { Decision } from '../domain/decision.js'
import type { FigureCheckTables } from './figure-check.tables.js'

export async function insertDecision(tx: Tx, decision: Decision): Promise<void> {
  const { id, documentKey, findingId, kind, quote, reason, decidedAt, decidedBy } = decision
  await writing<FigureCheckTables>(tx)
    .insertInto('figure_check_decision')
    .values({
      ...{ id, kind, quote, reason, decision: decision.decision },
      ...{ document_key: documentKey, finding_id: findingId, decided_at: decidedAt, decided_by: decidedBy },
    })
    .execute()
}

export async function insertDocument(tx: Tx, text: CheckedText, at: { keptAt: string; keptBy: string }): Promise<void> {
  const { id, documentKey, name, sha256, checked } = text
  await writing<FigureCheckTables>(tx)
    .insertInto('figure_check_document')
    .values({
      ...{ id, name, sha256, document_key: documentKey, content: JSON.stringify(checked) },
      ...{ kept_at: at.keptAt, kept_by: at.keptBy },
    })
    .execute()
}

export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await writing<FigureCheckTables>(tx).deleteFrom('figure_check_document').where('id', '=', id).execute()
}

/** Forgets the documents that were kept before a moment. */
export async function deleteDocumentsBefore(tx: Tx, moment: string): Promise<void> {
  await writing<FigureCheckTables>(tx).deleteFrom('figure_check_document').where('kept_at', '<', moment).execute()
}
