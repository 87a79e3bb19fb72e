import type { SchemaMigration } from '#platform/db/schema.js'

export const geographyAreas: SchemaMigration = {
  name: '0016-geography-areas',
  up: async (schema) => {
    // One file that told something of places: a lookup, a count of residents, boundaries.
    await schema.createTable(
      'geography_import',
      `id text primary key,
       kind text not null,
       source text not null,
       imported_at text not null`,
    )
    // What a file says of one area in one edition. A fact that a newer file replaced stays, with that file's id.
    await schema.createTable(
      'geography_fact',
      `id text primary key,
       kind text not null,
       code text not null,
       other text not null,
       edition integer not null,
       content text not null,
       import_id text not null references geography_import (id),
       replaced_by text references geography_import (id)`,
    )
    await schema.createIndex('geography_fact', ['kind', 'code'])
    await schema.createIndex('geography_fact', ['import_id'])
    await schema.createIndex('geography_fact', ['replaced_by'])
  },
}
