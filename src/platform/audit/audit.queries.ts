import { type Db, reading } from '../db/db.js'
import { GENESIS, hashOf } from './audit.js'
import type { AuditRow, AuditTables } from './audit.tables.js'

/** One entry of the trail as a person reads it. */
export type AuditEntry = {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly detail: string | null
}

/** The newest entries, or those before a number, newest first. */
export async function auditEntries(db: Db, limit: number, before = Number.MAX_SAFE_INTEGER): Promise<AuditEntry[]> {
  const rows = await reading<AuditTables>(db)
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** The last change to one thing, to tell someone who saved before them. */
export async function lastChangeTo(db: Db, subject: string): Promise<AuditEntry | undefined> {
  const row = await reading<AuditTables>(db)
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && entryOf(row)
}

/** The SHA-256 that the trail recorded when the thing was published: what is stored must still have it. */
export async function auditedHash(db: Db, subject: string): Promise<string | undefined> {
  const entry = await lastChangeTo(db, subject)
  if (!entry?.detail) return undefined
  const detail: { sha256?: unknown } = JSON.parse(entry.detail)
  return typeof detail.sha256 === 'string' ? detail.sha256 : undefined
}

/** What the trail recorded of the last change to a thing; undefined where it knows none. */
export async function auditedDetail(db: Db, subject: string): Promise<unknown> {
  const entry = await lastChangeTo(db, subject)
  return entry?.detail ? JSON.parse(entry.detail) : undefined
}

/** The number of the last entry: it changes whenever anything in the register does. */
export async function auditHead(db: Db): Promise<number> {
  const head = await reading<AuditTables>(db).selectFrom('audit_head').select('seq').executeTakeFirst()
  return head?.seq ?? 0
}

/** What is wrong with the chain, or how long it is. */
export type ChainReport =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly seq: number; readonly problem: string }

/** Walks the whole chain: a changed, removed, inserted or cut-off entry is found, and named by its number. */
export async function verifyAudit(
  db: Db,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ChainReport> {
  const tables = reading<AuditTables>(db)
  const head = await tables.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirst()
  if (!head) return { intact: false, seq: 0, problem: 'The record of where the chain ends is missing' }
  let previous = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows: AuditRow[] = await tables
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', previous.seq)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      const problem = problemWith(row, previous)
      if (problem) return { intact: false, seq: previous.seq + 1, problem }
      previous = row
    }
    onProgress(previous.seq, head.seq)
  }
  if (previous.seq !== head.seq || previous.hash !== head.hash) {
    return { intact: false, seq: previous.seq + 1, problem: `The chain should end at entry ${head.seq} and does not` }
  }
  return { intact: true, entries: previous.seq, head: previous.hash }
}

function problemWith(row: AuditRow, previous: { seq: number; hash: string }): string | undefined {
  if (row.seq !== previous.seq + 1) return `Entry ${previous.seq + 1} has been removed`
  if (row.previous_hash !== previous.hash) return `Entry ${row.seq} does not follow from the one before it`
  if (row.hash !== hashOf(row)) return `Entry ${row.seq} has been changed`
  return undefined
}

function entryOf(row: AuditRow): AuditEntry {
  const { seq, at, actor_name, action, subject, detail } = row
  return { seq, at, actorName: actor_name, action, subject, detail }
}
