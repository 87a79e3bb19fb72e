import { type Db, reading, sql } from '../db/db.js'
import type { AuditRow, AuditTables } from './audit.tables.js'
import { type ChainEnd, type ChainReport, followChain } from './chain.js'

/** One entry of the trail as a person reads it. */
export type AuditEntry = {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly detail: string | null
  /** The network address that it came from; null on the command line, and where it was not recorded. */
  readonly cameFrom: string | null
}

/** Which entries are asked for: each that is given narrows. */
export type AuditFilter = {
  /** Entries before this number. */
  readonly before?: number | undefined
  readonly actorId?: string | undefined
  /** From this moment on, in UTC. */
  readonly from?: string | undefined
  /** Before this moment, in UTC. */
  readonly until?: string | undefined
  /** Letters that stand in what was done, to what, or in its details; a capital A to Z counts as the small letter. */
  readonly words?: string | undefined
}

/** The newest entries of those that are asked for, newest first. */
export async function auditEntries(db: Db, limit: number, filter: AuditFilter = {}): Promise<AuditEntry[]> {
  const { before, actorId, from, until, words } = filter
  let entries = reading<AuditTables>(db).selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(limit)
  if (before !== undefined) entries = entries.where('seq', '<', before)
  if (actorId !== undefined) entries = entries.where('actor_id', '=', actorId)
  if (from !== undefined) entries = entries.where('at', '>=', from)
  if (until !== undefined) entries = entries.where('at', '<', until)
  if (words !== undefined) {
    const text = sql<string>`lower(action || ' ' || subject || ' ' || coalesce(detail, ''))`
    // Details stand there as JSON: a quotation mark in them has a stroke before it.
    const plain = JSON.stringify(words).slice(1, -1)
    // Without the words it would be another text: no sign of theirs means anything to the database. It makes both small
    // by the same rule, which on SQLite knows the letters a to z only.
    entries = entries.where((entry) =>
      entry.or(
        [plain, plain.replaceAll(' ', '-')].map(
          (each) => sql<boolean>`replace(${text}, lower(${each}), '') <> ${text}`,
        ),
      ),
    )
  }
  return (await entries.execute()).map(entryOf)
}

/** Who stands in the trail, by id. */
export async function auditActorIds(db: Db): Promise<string[]> {
  const rows = await reading<AuditTables>(db).selectFrom('audit_entry').select('actor_id').distinct().execute()
  return rows.map(({ actor_id }) => actor_id)
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

/** Every row of the trail, from the first, as it is stored; a thousand are read at a time. */
export async function* auditRows(db: Db): AsyncGenerator<AuditRow> {
  let last = 0
  for (;;) {
    const rows: AuditRow[] = await reading<AuditTables>(db)
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(1000)
      .execute()
    if (rows.length === 0) return
    yield* rows
    last = rows.at(-1)?.seq ?? last
  }
}

/** Where the register says that the chain ends. */
export async function auditEnd(db: Db): Promise<ChainEnd | undefined> {
  const head = await reading<AuditTables>(db)
    .selectFrom('audit_head')
    .selectAll()
    .where('id', '=', 1)
    .executeTakeFirst()
  return head && { seq: head.seq, hash: head.hash }
}

/** Walks the whole chain: a changed, removed, inserted or cut-off entry is found, and named by its number. */
export async function verifyAudit(
  db: Db,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ChainReport> {
  const end = await auditEnd(db)
  if (!end) return { intact: false, seq: 0, problem: 'The record of where the chain ends is missing' }
  return followChain(auditRows(db), end, onProgress)
}

function entryOf(row: AuditRow): AuditEntry {
  const { seq, at, actor_name, action, subject, detail, came_from } = row
  return { seq, at, actorName: actor_name, action, subject, detail, cameFrom: came_from }
}
