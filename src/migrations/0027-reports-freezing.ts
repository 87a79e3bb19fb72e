import type { SchemaMigration } from '#platform/db/schema.js'

export const reportsFreezing: SchemaMigration = {
  name: '0027-reports-freezing',
  up: async (schema) => {
    // The figures and parts of a section as they stood when it was signed off; gone when the sign-off is lost.
    await schema.createTable(
      'reports_frozen',
      `report_id text not null references reports_report (id),
       section text not null,
       frozen_at text not null,
       content text not null,
       primary key (report_id, section)`,
    )
    // The numbers behind each chart and map of a publication, in the order of its figures.
    await schema.createTable(
      'reports_publication_series',
      `publication_id text not null references reports_publication (id),
       number integer not null,
       facts text not null,
       primary key (publication_id, number)`,
    )
    await schema.makeAppendOnly('reports_publication_series')
    // The office's own templates, each text as it was saved; an empty one goes back to the template that comes with it.
    await schema.createTable(
      'reports_template',
      `name text not null,
       number integer not null,
       text text not null,
       saved_at text not null,
       saved_by text not null,
       primary key (name, number)`,
    )
    await schema.makeAppendOnly('reports_template')
  },
}
