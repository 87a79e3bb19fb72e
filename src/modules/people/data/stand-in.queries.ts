import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { StandIn } from '../domain/stand-in.js'
import type { PeopleTables } from './people.tables.js'

/** Every arrangement that names this account, on either side, the latest first. Some are over. */
export async function standInsOf(db: Db, accountId: string): Promise<StandIn[]> {
  const rows = await reading<PeopleTables>(db)
    .selectFrom('people_stand_in')
    .selectAll()
    .where((row) => row.or([row('account_id', '=', accountId), row('stand_in_id', '=', accountId)]))
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    standInId: row.stand_in_id,
    from: isoDate(row.from_on),
    until: isoDate(row.until_on),
    endedAt: row.ended_at,
  }))
}
