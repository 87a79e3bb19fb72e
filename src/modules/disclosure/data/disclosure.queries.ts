import { type Db, reading } from '#platform/db/db.js'
import { type OfficeRule, UNDECIDED } from '../domain/office-rule.js'
import type { Sum } from '../domain/releases.js'
import type { DisclosureTables } from './disclosure.tables.js'

/** The office's rule for small numbers as it stands. */
export async function officeRule(db: Db): Promise<OfficeRule> {
  const rules = reading<DisclosureTables>(db).selectFrom('disclosure_rule').selectAll()
  const row = await rules.orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!row) return UNDECIDED
  const { suppress_below: suppressBelow, reason, recorded_at: recordedAt } = row
  return { suppressBelow, showsZero: row.shows_zero === 1, reason, recordedAt }
}

/** Which measures are sums of which, by their ids. */
export async function sumsOfMeasures(db: Db): Promise<Sum[]> {
  const parts = reading<DisclosureTables>(db).selectFrom('disclosure_part').selectAll()
  const rows = await parts.orderBy('whole_id').orderBy('part_id').execute()
  const byWhole = Map.groupBy(rows, ({ whole_id }) => whole_id)
  return [...byWhole].map(([whole, own]) => ({ whole, parts: own.map(({ part_id }) => part_id) }))
}
