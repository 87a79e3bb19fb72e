import type { SchemaMigration } from '#platform/db/schema.js'

export const preElectionPeriods: SchemaMigration = {
  name: '0020-pre-election-periods',
  up: async (schema) => {
    await schema.createTable(
      'pre_election_period',
      `id text primary key,
       election text not null,
       starts_on text not null,
       ends_on text not null,
       decided_by text not null,
       recorded_at text not null`,
    )
    await schema.makeAppendOnly('pre_election_period')
    await schema.createTable(
      'pre_election_taken_back',
      `period_id text primary key references pre_election_period (id),
       reason text not null,
       recorded_at text not null`,
    )
    await schema.makeAppendOnly('pre_election_taken_back')
  },
}
