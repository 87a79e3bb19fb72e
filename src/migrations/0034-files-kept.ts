import type { SchemaMigration } from '#platform/db/schema.js'

export const filesKept: SchemaMigration = {
  name: '0034-files-kept',
  up: async (schema) => {
    // Every file that rows name, once, by its SHA-256; without bytes when they stand in the store of files (ADR 0033).
    await schema.createTable('files_kept', 'sha256 text primary key, size integer not null, bytes blob')
  },
}
