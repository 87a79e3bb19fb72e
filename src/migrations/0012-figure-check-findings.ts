import type { SchemaMigration } from '#platform/db/schema.js'

export const figureCheckFindings: SchemaMigration = {
  name: '0012-figure-check-findings',
  up: async (schema) => {
    // What people decided of a finding. It holds while the document has its name and the passage its words.
    await schema.createTable(
      'figure_check_decision',
      `id text primary key,
       document_key text not null,
       finding_id text not null,
       kind text not null,
       quote text not null,
       decision text not null,
       reason text not null,
       decided_at text not null,
       decided_by text not null`,
    )
    await schema.createIndex('figure_check_decision', ['document_key', 'finding_id'])
    await schema.makeAppendOnly('figure_check_decision')
    // Only documents that somebody asked to keep, with what was found in them then.
    await schema.createTable(
      'figure_check_document',
      `id text primary key,
       document_key text not null,
       name text not null,
       sha256 text not null,
       content text not null,
       kept_at text not null,
       kept_by text not null`,
    )
  },
}
