import type { SchemaMigration } from '#platform/db/schema.js'

export const nationalTablesBindings: SchemaMigration = {
  name: '0028-national-tables-bindings',
  up: async (schema) => {
    // Lines of a national table that fill a measure at each import. `slice` is JSON.
    await schema.createTable(
      'national_tables_binding',
      `id text primary key,
       measure_id text not null,
       slice text not null,
       bound_at text not null,
       bound_by text not null,
       ended_at text`,
    )
    await schema.createIndex('national_tables_binding', ['measure_id'])
  },
}
