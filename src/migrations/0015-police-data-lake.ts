import type { SchemaMigration } from '#platform/db/schema.js'

export const policeDataLake: SchemaMigration = {
  name: '0015-police-data-lake',
  up: async (schema) => {
    // One import of police open data: all of it was taken in, or it is not here. `sources` and `summary` are JSON.
    await schema.createTable(
      'police_data_import',
      `number integer primary key,
       release text not null,
       sources text not null,
       summary text not null,
       imported_at text not null,
       imported_by text not null`,
    )
    // One published file in one release. Its number stands on each of its rows in the lake, as `source`.
    await schema.createTable(
      'police_data_file',
      `number integer primary key,
       import_number integer not null references police_data_import (number),
       force text not null,
       month text not null,
       type text not null,
       release text not null,
       known_on text not null,
       name text not null,
       sha256 text not null,
       content_bytes integer not null,
       row_count integer not null,
       set_aside integer not null,
       parquet text not null`,
    )
    await schema.createIndex('police_data_file', ['import_number'])
    await schema.createIndex('police_data_file', ['force', 'type', 'month'])
    // What could not be taken in, line by line, with the reason.
    await schema.createTable(
      'police_data_set_aside',
      `import_number integer not null references police_data_import (number),
       number integer not null,
       file text not null,
       line integer not null,
       reason text not null,
       content text not null,
       primary key (import_number, number)`,
    )
    // What a newer release of a month said otherwise, counted; each Crime ID stands in the lake.
    await schema.createTable(
      'police_data_change',
      `import_number integer not null references police_data_import (number),
       force text not null,
       month text not null,
       type text not null,
       kind text not null,
       before text not null,
       after text not null,
       crimes integer not null,
       primary key (import_number, force, month, type, kind, before, after)`,
    )
    for (const table of ['import', 'file', 'set_aside', 'change']) await schema.makeAppendOnly(`police_data_${table}`)
    // A slice of the crimes that fills a measure at each import. `slice` is JSON.
    await schema.createTable(
      'police_data_binding',
      `id text primary key,
       measure_id text not null,
       slice text not null,
       bound_at text not null,
       bound_by text not null,
       ended_at text`,
    )
    await schema.createIndex('police_data_binding', ['measure_id'])
  },
}
