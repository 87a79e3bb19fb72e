import type { SchemaMigration } from '#platform/db/schema.js'

export const publicationsCorrections: SchemaMigration = {
  name: '0023-publications-corrections',
  up: async (schema) => {
    // Why a number of a report stands in place of an earlier one: what was wrong, from what to what, and who decided.
    await schema.createTable(
      'publications_correction',
      `publication_id text primary key,
       report_id text not null,
       number integer not null,
       replaces integer not null,
       figure text not null,
       reason text not null,
       decided_by text not null,
       changes text not null,
       made_on text not null,
       recorded_at text not null`,
    )
    await schema.createIndex('publications_correction', ['report_id'])
    await schema.makeAppendOnly('publications_correction')
  },
}
