import type { SchemaMigration } from '#platform/db/schema.js'

export const reports: SchemaMigration = {
  name: '0007-reports',
  up: async (schema) => {
    await schema.createTable(
      'reports_report',
      `id text primary key,
       slug text not null unique,
       plan_id text not null,
       theme_id text not null,
       title text not null,
       addressed_to text not null,
       meeting_on text not null,
       period_from text not null,
       period_until text not null,
       version integer not null`,
    )
    await schema.createTable(
      'reports_narrative',
      `report_id text not null references reports_report (id),
       section text not null,
       text text not null,
       primary key (report_id, section)`,
    )
    // What was sent to the Panel, word for word and figure for figure.
    await schema.createTable(
      'reports_publication',
      `id text primary key,
       report_id text not null references reports_report (id),
       number integer not null,
       particulars text not null,
       html text not null,
       sha256 text not null,
       published_at text not null,
       published_by text not null`,
    )
    await schema.createIndex('reports_publication', ['report_id', 'number'], { unique: true })
    await schema.makeAppendOnly('reports_publication')
  },
}
