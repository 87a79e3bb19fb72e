import type { SchemaMigration } from '#platform/db/schema.js'

export const operationsRuns: SchemaMigration = {
  name: '0024-operations-runs',
  up: async (schema) => {
    // One row for each thing that is done once by whichever process comes first: the backup of a day, its rehearsal.
    await schema.createTable(
      'operations_run',
      `id text primary key,
       kind text not null,
       due text not null,
       attempts integer not null,
       started_at text not null,
       finished_at text,
       outcome text check (outcome in ('well', 'failed')),
       summary text,
       detail text`,
    )
    await schema.createIndex('operations_run', ['kind', 'due'], { unique: true })
    // How long the office keeps each kind of record that is not kept for ever; the newest row of a kind counts.
    await schema.createTable(
      'operations_retention',
      `id text primary key,
       kind text not null,
       days integer not null check (days > 0),
       reason text not null,
       decided_at text not null,
       decided_by text not null`,
    )
    await schema.createIndex('operations_retention', ['kind'])
    await schema.makeAppendOnly('operations_retention')
    // The police data's files as they were first seen: they never change once they are there.
    await schema.createTable(
      'operations_lake_file',
      'path text primary key, sha256 text not null, content_bytes integer not null, seen_at text not null',
    )
    await schema.makeAppendOnly('operations_lake_file')
  },
}
