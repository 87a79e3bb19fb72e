import type { SchemaMigration } from '#platform/db/schema.js'

export const measuresVintages: SchemaMigration = {
  name: '0008-measures-vintages',
  up: async (schema) => {
    // How figures of shorter periods make a longer one, and what a rate is for each of: 1,000 people.
    await schema.addColumn('measures_measure', `pooling text not null default ''`)
    await schema.addColumn('measures_measure', 'per integer not null default 1')
    await schema.addColumn('measures_measure', 'formula text')
    await schema.addColumn('measures_measure', 'is_seasonal integer not null default 0')
    await schema.addColumn('measures_measure', 'is_survey integer not null default 0')
    await schema.addColumn('measures_measure', 'suppress_below integer')
    await schema.run(`update measures_measure set per = 100 where unit = 'percentage'`)
    await schema.run(
      `update measures_measure set pooling = case
         when frequency = 'rolling-12-months' then 'none'
         when frequency = 'as-at' then 'last'
         when unit in ('count', 'pounds') then 'sum'
         else 'ratio' end`,
    )
    // What the measure is called in that plan, where the plan has its own name for it.
    await schema.addColumn('measures_measure_node', `label text not null default ''`)
    // Another area than the office's own, and the interval that the source gives.
    await schema.addColumn('measures_observation', `area text not null default ''`)
    await schema.addColumn('measures_observation', 'interval_lower real')
    await schema.addColumn('measures_observation', 'interval_upper real')
    // The day from which figures count as known: that of taking them in, or of their publication.
    await schema.addColumn('measures_observation', `known_on text not null default ''`)
    await schema.addColumn('measures_import', `known_on text not null default ''`)
    await schema.addColumn('measures_import', `kind text not null default 'file'`)
    await schema.amendAppendOnly(
      'measures_observation',
      'update measures_observation set known_on = substr(recorded_at, 1, 10)',
    )
    await schema.amendAppendOnly('measures_import', 'update measures_import set known_on = substr(imported_at, 1, 10)')
    await schema.run('drop index measures_observation_by_measure_id_period_recorded_at')
    await schema.createIndex('measures_observation', ['measure_id', 'area', 'period'])
    await schema.createTable(
      'measures_definition',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       number integer not null,
       description text not null,
       reason text not null,
       changes_meaning integer not null check (changes_meaning in (0, 1)),
       known_on text not null,
       recorded_at text not null,
       recorded_by text not null,
       unique (measure_id, number)`,
    )
    await schema.makeAppendOnly('measures_definition')
    await schema.createTable(
      'measures_break',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       starts_on text not null,
       kind text not null,
       reason text not null,
       known_on text not null,
       recorded_at text not null,
       recorded_by text not null,
       acknowledged_reason text,
       acknowledged_on text,
       acknowledged_by text,
       withdrawn_reason text,
       withdrawn_on text,
       withdrawn_by text`,
    )
    await schema.createIndex('measures_break', ['measure_id'])
    await schema.createTable(
      'measures_phase',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       starts_on text not null,
       baseline_points integer,
       reason text not null,
       known_on text not null,
       recorded_at text not null,
       recorded_by text not null,
       withdrawn_reason text,
       withdrawn_on text,
       withdrawn_by text`,
    )
    await schema.createIndex('measures_phase', ['measure_id'])
    await schema.createTable(
      'measures_target',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       value real not null,
       starts_on text not null,
       source text not null,
       reason text not null,
       known_on text not null,
       recorded_at text not null,
       recorded_by text not null,
       withdrawn_reason text,
       withdrawn_on text,
       withdrawn_by text`,
    )
    await schema.createIndex('measures_target', ['measure_id'])
    await schema.createTable(
      'measures_framework',
      `id text primary key,
       slug text not null unique,
       name text not null,
       kind text not null,
       source text not null,
       source_url text,
       starts_on text,
       ends_on text,
       version integer not null`,
    )
    await schema.createTable(
      'measures_framework_entry',
      `framework_id text not null references measures_framework (id),
       measure_id text not null references measures_measure (id),
       position integer not null,
       label text not null,
       primary key (framework_id, measure_id)`,
    )
    await schema.createIndex('measures_framework_entry', ['measure_id'])
    await schema.createTable(
      'measures_commentary',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       period text not null,
       narrative text not null,
       response text not null,
       recorded_at text not null,
       recorded_by text not null,
       published_at text`,
    )
    await schema.createIndex('measures_commentary', ['measure_id', 'period'])
  },
}
