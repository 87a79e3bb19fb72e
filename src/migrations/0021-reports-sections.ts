import type { SchemaMigration } from '#platform/db/schema.js'

export const reportsSections: SchemaMigration = {
  name: '0021-reports-sections',
  up: async (schema) => {
    // Every text of a section, for good: the newest number is the one that stands. Who and when are not known of those
    // written before the history was kept.
    await schema.createTable(
      'reports_text',
      `report_id text not null references reports_report (id),
       section text not null,
       number integer not null,
       text text not null,
       written_at text,
       written_by text,
       primary key (report_id, section, number)`,
    )
    await schema.run(
      `insert into reports_text (report_id, section, number, text)
         select report_id, section, 1, text from reports_narrative`,
    )
    await schema.makeAppendOnly('reports_text')
    await schema.run('drop table reports_narrative')
    await schema.createTable(
      'reports_section',
      `report_id text not null references reports_report (id),
       section text not null,
       owner_id text,
       state text not null,
       state_at text,
       state_by text,
       primary key (report_id, section)`,
    )
    await schema.createTable(
      'reports_comment',
      `id text primary key,
       report_id text not null references reports_report (id),
       section text not null,
       text text not null,
       written_at text not null,
       written_by text not null,
       settled_at text,
       settled_by text`,
    )
    await schema.createIndex('reports_comment', ['report_id', 'section'])
  },
}
