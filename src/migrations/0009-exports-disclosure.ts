import type { SchemaMigration } from '#platform/db/schema.js'

export const exportsDisclosure: SchemaMigration = {
  name: '0009-exports-disclosure',
  up: async (schema) => {
    // The office's rule for small numbers, each decision kept: the newest is in force.
    await schema.createTable(
      'disclosure_rule',
      `id text primary key,
       suppress_below integer,
       shows_zero integer not null check (shows_zero in (0, 1)),
       reason text not null,
       recorded_at text not null,
       recorded_by text not null`,
    )
    await schema.makeAppendOnly('disclosure_rule')
    // Which measures are the parts of which: what anyone can add up and take away.
    await schema.createTable(
      'disclosure_part',
      `whole_id text not null,
       part_id text not null,
       recorded_at text not null,
       recorded_by text not null,
       primary key (whole_id, part_id)`,
    )
  },
}
