import { type Tx, writing } from '#platform/db/db.js'
import type { Run } from '../domain/run.js'
import type { OperationsTables } from './operations.tables.js'

/** Keeps a run as it now stands; the same kind is due only once under one name. */
export async function saveRun(tx: Tx, id: string, run: Run): Promise<void> {
  const { kind, due, attempts, startedAt, finishedAt, outcome, summary, detail } = run
  const columns = {
    ...{ attempts, started_at: startedAt, finished_at: finishedAt },
    ...{ outcome, summary, detail: JSON.stringify(detail) },
  }
  await writing<OperationsTables>(tx)
    .insertInto('operations_run')
    .values({ id, kind, due, ...columns })
    .onConflict((conflict) => conflict.columns(['kind', 'due']).doUpdateSet(columns))
    .execute()
}
