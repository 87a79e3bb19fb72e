import type { SchemaMigration } from '#platform/db/schema.js'

export const documentsStyle: SchemaMigration = {
  name: '0026-documents-style',
  up: async (schema) => {
    // Pictures of the house style by their fingerprint, for good: a paper that was published goes on showing its own.
    await schema.createTable(
      'documents_image',
      `sha256 text primary key,
       type text not null,
       bytes blob not null,
       width integer not null,
       height integer not null,
       added_at text not null,
       added_by text not null`,
    )
    await schema.makeAppendOnly('documents_image')
    // Each house style as it was set; the newest number is the one that stands.
    await schema.createTable(
      'documents_style',
      `number integer primary key,
       typeface text not null,
       cover text not null,
       logo text references documents_image (sha256),
       logo_alt text not null,
       picture text references documents_image (sha256),
       picture_alt text not null,
       set_at text not null,
       set_by text not null`,
    )
    await schema.makeAppendOnly('documents_style')
  },
}
