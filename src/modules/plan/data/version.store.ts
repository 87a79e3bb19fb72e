import { type Tx, writing } from '#platform/db/db.js'
import type { PlanVersion } from '../domain/version.js'
import type { PlanTables } from './plan.tables.js'

/** Keeps a published version for ever. `content` is the very text that was hashed. */
export async function insertVersion(
  tx: Tx,
  version: Omit<PlanVersion, 'content'> & { content: string },
): Promise<void> {
  const { id, planId, number, note, content, sha256, publishedAt, publishedBy } = version
  await writing<PlanTables>(tx)
    .insertInto('plan_version')
    .values({
      ...{ id, plan_id: planId, number, note, content, sha256 },
      published_at: publishedAt,
      published_by: publishedBy,
    })
    .execute()
}
