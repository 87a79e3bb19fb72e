import type { SchemaMigration } from '#platform/db/schema.js'

export const documentsDrafts: SchemaMigration = {
  name: '0018-documents-drafts',
  up: async (schema) => {
    await schema.addColumn('reports_report', "template text not null default 'theme-monitoring'")
    // Each form of a publication as a file, byte for byte as it was sent.
    await schema.createTable(
      'reports_publication_file',
      `publication_id text not null references reports_publication (id),
       format text not null,
       file_name text not null,
       bytes blob not null,
       sha256 text not null,
       primary key (publication_id, format)`,
    )
    await schema.createIndex('reports_publication_file', ['sha256'])
    await schema.makeAppendOnly('reports_publication_file')
    // What stood behind each figure on the day of publication.
    await schema.createTable(
      'reports_publication_figure',
      `publication_id text not null references reports_publication (id),
       figure text not null,
       facts text not null,
       primary key (publication_id, figure)`,
    )
    await schema.makeAppendOnly('reports_publication_figure')
  },
}
