import { type Tx, writing } from '#platform/db/db.js'
import type { StandIn } from '../domain/stand-in.js'
import type { PeopleTables } from './people.tables.js'

/** Keeps that somebody acts for another. */
export async function insertStandIn(
  tx: Tx,
  { id, accountId, standInId, from, until }: StandIn,
  { madeBy, madeAt }: { readonly madeBy: string; readonly madeAt: string },
): Promise<void> {
  await writing<PeopleTables>(tx)
    .insertInto('people_stand_in')
    .values({
      id,
      account_id: accountId,
      stand_in_id: standInId,
      from_on: from,
      until_on: until,
      made_by: madeBy,
      made_at: madeAt,
      ended_at: null,
    })
    .execute()
}

/** Ends an arrangement before its last day, in every session that uses it. */
export async function endStandInAt(tx: Tx, id: string, endedAt: string): Promise<void> {
  const tables = writing<PeopleTables>(tx)
  await tables.updateTable('people_stand_in').set({ ended_at: endedAt }).where('id', '=', id).execute()
  await tables.updateTable('people_session').set({ standing_in_id: null }).where('standing_in_id', '=', id).execute()
}
