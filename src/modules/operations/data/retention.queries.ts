import { type Db, reading } from '#platform/db/db.js'
import type { OperationsTables } from './operations.tables.js'

/** How long the office decided to keep a kind of record, with the reason. */
export type KeepingDecision = {
  readonly days: number
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** The last decision on each kind of record, by kind. */
export async function keepingDecisions(db: Db): Promise<Map<string, KeepingDecision>> {
  const decisions = reading<OperationsTables>(db).selectFrom('operations_retention').selectAll()
  const rows = await decisions.orderBy('decided_at').orderBy('id').execute()
  return new Map(
    rows.map(({ kind, days, reason, decided_at, decided_by }) => [
      kind,
      { days, reason, at: decided_at, by: decided_by },
    ]),
  )
}
