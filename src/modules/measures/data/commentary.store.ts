import { type Tx, writing } from '#platform/db/db.js'
import type { Commentary } from '../domain/commentary.js'
import type { HistoryTables } from './history.tables.js'

/** Keeps what was said of a period. */
export async function insertCommentary(tx: Tx, commentary: Commentary): Promise<void> {
  const { id, measureId, period, narrative, response, knownOn, recordedAt, recordedBy } = commentary
  await writing<HistoryTables>(tx)
    .insertInto('measures_commentary')
    .values({
      ...{ id, narrative, response, measure_id: measureId, period: period.code },
      ...{ known_on: knownOn, recorded_at: recordedAt, recorded_by: recordedBy },
    })
    .execute()
}
