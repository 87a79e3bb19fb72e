import type { SchemaMigration } from '#platform/db/schema.js'

export const nationalTablesFigures: SchemaMigration = {
  name: '0017-national-tables-figures',
  up: async (schema) => {
    // Every file that was taken in: what it was, whose, by whom and when, and what it changed.
    await schema.createTable(
      'national_tables_file',
      `id text primary key,
       kind text not null,
       name text not null,
       sha256 text not null,
       bytes integer not null,
       publisher text not null,
       licence text not null,
       attribution text not null,
       rows_read integer not null,
       added integer not null,
       changed integer not null,
       withdrawn integer not null,
       unchanged integer not null,
       from_on text,
       until_on text,
       warnings text not null,
       imported_at text not null,
       imported_by text not null`,
    )
    await schema.createIndex('national_tables_file', ['kind', 'sha256'])
    await schema.makeAppendOnly('national_tables_file')
    // One line of figures for an area and a period. A line that a newer file replaced stays, with that file's id.
    await schema.createTable(
      'national_tables_row',
      `id text primary key,
       kind text not null,
       area text not null,
       area_name text not null,
       from_on text not null,
       until_on text not null,
       labels text not null,
       figures text not null,
       file_id text not null references national_tables_file (id),
       replaced_by text references national_tables_file (id)`,
    )
    await schema.createIndex('national_tables_row', ['kind', 'area', 'until_on'])
    await schema.createIndex('national_tables_row', ['file_id'])
    await schema.createIndex('national_tables_row', ['replaced_by'])
  },
}
