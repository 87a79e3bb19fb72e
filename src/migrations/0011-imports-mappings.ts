import type { SchemaMigration } from '#platform/db/schema.js'

export const importsMappings: SchemaMigration = {
  name: '0011-imports-mappings',
  up: async (schema) => {
    // Every file that figures were taken in from, as it came, by its SHA-256.
    await schema.createTable(
      'imports_file',
      `sha256 text primary key,
       file_name text not null,
       bytes blob not null,
       kept_at text not null,
       kept_by text not null`,
    )
    await schema.makeAppendOnly('imports_file')
    // How files of one form are read, by a name that the office chose.
    await schema.createTable(
      'imports_mapping',
      `name text primary key,
       mapping text not null,
       saved_at text not null,
       saved_by text not null`,
    )
    // A file that waits for a yes; forgotten after a week.
    await schema.createTable(
      'imports_draft',
      `id text primary key,
       file_name text not null,
       bytes blob not null,
       source text not null,
       mapping text not null,
       known_on text,
       created_at text not null,
       created_by text not null`,
    )
    await schema.run('drop table measures_import_draft')
  },
}
