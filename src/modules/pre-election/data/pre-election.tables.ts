export type PreElectionTables = {
  pre_election_period: {
    id: string
    election: string
    starts_on: string
    ends_on: string
    decided_by: string
    recorded_at: string
  }
  pre_election_taken_back: { period_id: string; reason: string; recorded_at: string }
}
