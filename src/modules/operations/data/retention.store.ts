import { type Tx, writing } from '#platform/db/db.js'
import type { OperationsTables } from './operations.tables.js'
import type { KeepingDecision } from './retention.queries.js'

/** Adds a decision; earlier ones stay. */
export async function insertKeepingDecision(
  tx: Tx,
  id: string,
  { kind, days, reason, at, by }: KeepingDecision & { readonly kind: string },
): Promise<void> {
  await writing<OperationsTables>(tx)
    .insertInto('operations_retention')
    .values({ id, kind, days, reason, decided_at: at, decided_by: by })
    .execute()
}
