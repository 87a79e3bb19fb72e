import { type Tx, writing } from '#platform/db/db.js'
import type { PlanDocument } from '../domain/plan-reading.js'
import type { PlanReadingTables } from './plan-reading.tables.js'

/** How the audit trail names a plan that was read. */
export const readingSubject = (id: string) => `plan-reading.document:${id}`

/** Keeps a plan that was read with all that was found in it. */
export async function insertPlanDocument(tx: Tx, document: PlanDocument): Promise<void> {
  const { id, fileName, sha256, title, parts, money, readAt, readBy } = document
  await writing<PlanReadingTables>(tx)
    .insertInto('plan_reading_document')
    .values({
      ...{ id, file_name: fileName, sha256, title, parts: JSON.stringify(parts), money: JSON.stringify(money) },
      ...{ read_at: readAt, read_by: readBy },
    })
    .execute()
}

/** A decision on one item of a reading. */
export type NewDecision = {
  readonly item: string
  readonly number: number
  readonly isConfirmed: boolean
  readonly at: string
  readonly by: string
}

/** Adds decisions; those before them stay. */
export async function insertDecisions(tx: Tx, documentId: string, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return
  await writing<PlanReadingTables>(tx)
    .insertInto('plan_reading_decision')
    .values(
      decisions.map(({ item, number, isConfirmed, at, by }) => ({
        ...{ document_id: documentId, item, number, is_confirmed: isConfirmed ? 1 : 0 },
        ...{ decided_at: at, decided_by: by },
      })),
    )
    .execute()
}
