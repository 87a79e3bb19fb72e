import type { SchemaMigration } from '#platform/db/schema.js'

export const planReadings: SchemaMigration = {
  name: '0032-plan-readings',
  up: async (schema) => {
    // What was found in an old plan, each part with the passage that it stands in.
    await schema.createTable(
      'plan_reading_document',
      `id text primary key,
       file_name text not null,
       sha256 text not null,
       title text not null,
       parts text not null,
       money text not null,
       read_at text not null,
       read_by text not null`,
    )
    await schema.makeAppendOnly('plan_reading_document')
    // Who confirmed a part, or took that back; of several the newest holds.
    await schema.createTable(
      'plan_reading_decision',
      `document_id text not null references plan_reading_document (id),
       item text not null,
       number integer not null,
       is_confirmed integer not null,
       decided_at text not null,
       decided_by text not null,
       primary key (document_id, item, number)`,
    )
    await schema.makeAppendOnly('plan_reading_decision')
  },
}
