import type { SchemaMigration } from '#platform/db/schema.js'

/** Where each source kept its own until now: the area stood inside the slice. */
const SOURCES = { police_data_binding: 'police-data', national_tables_binding: 'national-tables' } as const

export const bindings: SchemaMigration = {
  name: '0035-bindings',
  up: async (schema) => {
    // What fills a measure by itself, whatever its source: one at most for each measure and area. `slice` is JSON.
    await schema.createTable(
      'bindings_binding',
      `id text primary key,
       source text not null,
       measure_id text not null,
       area text not null,
       slice text not null,
       bound_at text not null,
       bound_by text not null,
       ended_at text`,
    )
    for (const [table, source] of Object.entries(SOURCES)) {
      for (const { id = '', slice: kept = '{}' } of await schema.read(`select id, slice from ${table}`)) {
        const { area = '', ...slice } = JSON.parse(kept) as { area?: string }
        await schema.run(
          `insert into bindings_binding (id, source, measure_id, area, slice, bound_at, bound_by, ended_at)
           select id, '${source}', measure_id, ${quoted(area)}, ${quoted(JSON.stringify(slice))}, bound_at, bound_by, ended_at
           from ${table} where id = ${quoted(id)}`,
        )
      }
      await schema.run(`drop table ${table}`)
    }
    await schema.run(
      'create unique index bindings_binding_in_force on bindings_binding (measure_id, area) where ended_at is null',
    )
  },
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
