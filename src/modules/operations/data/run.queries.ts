import { type Db, reading } from '#platform/db/db.js'
import { isDue, type Run, type RunDetail, type RunKind } from '../domain/run.js'
import type { OperationsTables } from './operations.tables.js'

const runs = (db: Db) => reading<OperationsTables>(db).selectFrom('operations_run').selectAll()

/** What was due once under this name, if anyone has begun it. */
export async function runFor(db: Db, kind: RunKind, due: string): Promise<Run | undefined> {
  const row = await runs(db).where('kind', '=', kind).where('due', '=', due).executeTakeFirst()
  return row && runOf(row)
}

/** The last of a kind that was begun; with an outcome, the last that ended so. */
export async function lastRun(db: Db, kind: RunKind, outcome?: 'well' | 'failed'): Promise<Run | undefined> {
  const ofKind = runs(db).where('kind', '=', kind)
  const ended = outcome ? ofKind.where('outcome', '=', outcome) : ofKind
  const row = await ended.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && runOf(row)
}

function runOf(row: OperationsTables['operations_run']): Run {
  const detail: RunDetail = row.detail ? JSON.parse(row.detail) : {}
  const outcome = row.outcome === 'well' || row.outcome === 'failed' ? row.outcome : null
  return {
    ...{ kind: row.kind as RunKind, due: row.due, attempts: row.attempts, startedAt: row.started_at },
    ...{ finishedAt: row.finished_at, outcome, summary: row.summary, detail },
  }
}

/** The last backup of the day that went well. */
export function lastBackup(db: Db): Promise<Run | undefined> {
  return lastRun(db, 'backup', 'well')
}

/** Whether the backup of this day still has to be begun by itself. */
export async function isBackupDue(db: Db, day: string, now: Date): Promise<boolean> {
  return isDue(await runFor(db, 'backup', day), now)
}
