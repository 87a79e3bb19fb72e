import { type Tx, writing } from '#platform/db/db.js'
import type { PreElectionPeriod } from '../domain/period.js'
import type { PreElectionTables } from './pre-election.tables.js'

/** How a period is named in the audit trail. */
export const periodSubject = (id: string) => `pre-election.period:${id}`

/** Adds a period. */
export async function insertPeriod(tx: Tx, period: PreElectionPeriod, recordedAt: string): Promise<void> {
  const { id, election, from, until, decidedBy } = period
  await writing<PreElectionTables>(tx)
    .insertInto('pre_election_period')
    .values({ id, election, starts_on: from, ends_on: until, decided_by: decidedBy, recorded_at: recordedAt })
    .execute()
}

/** Takes a period back, with the reason; the period itself stays on record. */
export async function insertTakenBack(tx: Tx, periodId: string, reason: string, recordedAt: string): Promise<void> {
  await writing<PreElectionTables>(tx)
    .insertInto('pre_election_taken_back')
    .values({ period_id: periodId, reason, recorded_at: recordedAt })
    .execute()
}
