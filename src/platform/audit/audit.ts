import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json.js'
import type { Actor } from '../actor.js'
import { type Tx, writing } from '../db/db.js'
import type { AuditLine } from '../deps.js'
import type { AuditRow, AuditTables } from './audit.tables.js'

/** The hash that stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/**
 * The hash of one entry: SHA-256 over its canonical JSON, which holds the hash of the entry before. An entry that came
 * from nowhere on the network has no such field, as none had at first.
 */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor_id, actor_name, action, subject, detail, previous_hash, came_from } = row
  const facts = { seq, at, actor_id, actor_name, action, subject, detail, previous_hash }
  const text = canonicalJson(came_from === null ? facts : { ...facts, came_from })
  return createHash('sha256').update(text).digest('hex')
}

/** Appends one entry to the chain, in the transaction of the change that it records. */
export function auditWith(now: () => Date) {
  return async (tx: Tx, actor: Actor, line: AuditLine): Promise<void> => {
    const tables = writing<AuditTables>(tx)
    const head = await tables.selectFrom('audit_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
    const row = {
      seq: head.seq + 1,
      at: now().toISOString(),
      actor_id: actor.id,
      actor_name: actor.name,
      action: line.action,
      subject: line.subject,
      detail: line.detail === undefined ? null : canonicalJson(line.detail),
      previous_hash: head.hash,
      came_from: actor.cameFrom ?? null,
    }
    const hash = hashOf(row)
    await tables
      .insertInto('audit_entry')
      .values({ ...row, hash })
      .execute()
    await tables.updateTable('audit_head').set({ seq: row.seq, hash }).where('id', '=', 1).execute()
  }
}
