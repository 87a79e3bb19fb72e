import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { Commentary } from '../domain/commentary.js'
import { periodFrom } from '../domain/period.js'
import type { HistoryTables } from './history.tables.js'
import type { KnownOn } from './observations.queries.js'

/** All that was said of a measure's figures, the earliest first; as known on a day, or now. */
export async function commentariesOf(db: Db, measureId: string, { knownOn }: KnownOn = {}): Promise<Commentary[]> {
  let said = reading<HistoryTables>(db).selectFrom('measures_commentary').where('measure_id', '=', measureId)
  if (knownOn !== undefined) said = said.where('known_on', '<=', knownOn)
  const rows = await said.selectAll().orderBy('recorded_at').orderBy('id').execute()
  return rows.map((row) => ({
    ...{ id: row.id, measureId, narrative: row.narrative, response: row.response },
    period: periodFrom(row.period),
    knownOn: isoDate(row.known_on),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}
