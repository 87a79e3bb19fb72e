import { type Tx, writing } from '#platform/db/db.js'
import type { OfficeRule } from '../domain/office-rule.js'
import type { DisclosureTables } from './disclosure.tables.js'

/** Who decided, and when. */
export type Decided = { readonly id: string; readonly recordedAt: string; readonly recordedBy: string }

/** Adds a decision on small numbers; the one before it stays on record. */
export async function insertRule(tx: Tx, rule: OfficeRule, { id, recordedAt, recordedBy }: Decided): Promise<void> {
  await writing<DisclosureTables>(tx)
    .insertInto('disclosure_rule')
    .values({
      id,
      suppress_below: rule.suppressBelow,
      shows_zero: rule.showsZero ? 1 : 0,
      reason: rule.reason,
      recorded_at: recordedAt,
      recorded_by: recordedBy,
    })
    .execute()
}

/** Says of which measures another is the sum, in place of what was said before. */
export async function replaceParts(
  tx: Tx,
  { whole, parts }: { whole: string; parts: readonly string[] },
  { recordedAt, recordedBy }: Omit<Decided, 'id'>,
): Promise<void> {
  const tables = writing<DisclosureTables>(tx)
  await tables.deleteFrom('disclosure_part').where('whole_id', '=', whole).execute()
  for (const part of new Set(parts)) {
    await tables
      .insertInto('disclosure_part')
      .values({ whole_id: whole, part_id: part, recorded_at: recordedAt, recorded_by: recordedBy })
      .execute()
  }
}
