import type { SchemaMigration } from '#platform/db/schema.js'

export const returnedPapers: SchemaMigration = {
  name: '0031-returned-papers',
  up: async (schema) => {
    // What a paper said when it came back from a word processor, and which words it was made from.
    await schema.createTable(
      'returned_papers_paper',
      `id text primary key,
       report_id text not null references reports_report (id),
       file_name text not null,
       sha256 text not null,
       made_from text not null,
       paragraphs text not null,
       received_at text not null,
       received_by text not null`,
    )
    await schema.createIndex('returned_papers_paper', ['report_id'])
    await schema.makeAppendOnly('returned_papers_paper')
  },
}
