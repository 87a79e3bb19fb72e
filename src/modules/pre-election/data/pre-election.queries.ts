import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import { type PreElectionPeriod, periodOn } from '../domain/period.js'
import type { PreElectionTables } from './pre-election.tables.js'

/** Every period, the latest first; those taken back too. */
export async function allPeriods(db: Db): Promise<PreElectionPeriod[]> {
  const rows = await reading<PreElectionTables>(db)
    .selectFrom('pre_election_period')
    .leftJoin('pre_election_taken_back', 'pre_election_taken_back.period_id', 'pre_election_period.id')
    .select(['id', 'election', 'starts_on', 'ends_on', 'decided_by', 'reason'])
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    election: row.election,
    from: isoDate(row.starts_on),
    until: isoDate(row.ends_on),
    decidedBy: row.decided_by,
    takenBack: row.reason,
  }))
}

/** The period that bars publication on a day, or undefined. */
export async function preElectionOn(db: Db, day: IsoDate): Promise<PreElectionPeriod | undefined> {
  return periodOn(await allPeriods(db), day)
}
