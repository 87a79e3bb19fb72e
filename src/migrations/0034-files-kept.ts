import type { SchemaMigration } from '#platform/db/schema.js'

/** Whose files were in rows of their own until now. Rows go on naming them by their SHA-256. */
const HOLDERS = ['imports_file', 'reports_publication_file', 'documents_image']

export const filesKept: SchemaMigration = {
  name: '0034-files-kept',
  up: async (schema) => {
    // Every file that rows name, once, by its SHA-256; without bytes when they stand in the store of files (ADR 0031).
    // What has a fingerprint for a name needs no guard against changes: reading and verifying compare them.
    await schema.createTable('files_kept', 'sha256 text primary key, size integer not null, bytes blob')
    for (const table of HOLDERS) {
      await schema.run(
        `insert into files_kept (sha256, size, bytes)
         select sha256, length(bytes), bytes from ${table} where true on conflict (sha256) do nothing`,
      )
      await schema.run(`alter table ${table} drop column bytes`)
    }
  },
}
