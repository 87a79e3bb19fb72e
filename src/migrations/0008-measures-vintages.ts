import type { Schema, SchemaMigration } from '#platform/db/schema.js'

export const measuresVintages: SchemaMigration = {
  name: '0008-measures-vintages',
  up: async (schema) => {
    await addMethod(schema)
    await addVintages(schema)
    await createDefinitions(schema)
    await createPublications(schema)
    await createBreaks(schema)
    await createPhasesAndTargets(schema)
    await createFrameworks(schema)
    await createCommentaries(schema)
  },
}

/** How figures of shorter periods make a longer one, and what a rate is for each of: 1,000 people. */
async function addMethod(schema: Schema): Promise<void> {
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
}

/** The area and interval of a figure, and the day from which it counts as known: of taking it in, or of its publication. */
async function addVintages(schema: Schema): Promise<void> {
  await schema.addColumn('measures_observation', `area text not null default ''`)
  await schema.addColumn('measures_observation', 'interval_lower real')
  await schema.addColumn('measures_observation', 'interval_upper real')
  await schema.addColumn('measures_observation', `known_on text not null default ''`)
  await schema.addColumn('measures_import', `known_on text not null default ''`)
  await schema.addColumn('measures_import', `kind text not null default 'file'`)
  const days = [
    ['measures_observation', 'recorded_at'],
    ['measures_import', 'imported_at'],
  ] as const
  for (const [table, moment] of days)
    await schema.amendAppendOnly(table, `update ${table} set known_on = substr(${moment}, 1, 10)`)
  await schema.run('drop index measures_observation_by_measure_id_period_recorded_at')
  await schema.createIndex('measures_observation', ['measure_id', 'area', 'period'])
  await schema.createIndex('measures_import', ['sha256'])
}

/** Every wording that a measure has had. */
async function createDefinitions(schema: Schema): Promise<void> {
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
}

/** When each measure became public and when it ceased to be. Those public before this table are so since their day. */
async function createPublications(schema: Schema): Promise<void> {
  await schema.createTable(
    'measures_publication',
    `id text primary key,
     measure_id text not null references measures_measure (id),
     is_public integer not null check (is_public in (0, 1)),
     known_on text not null,
     recorded_at text not null,
     recorded_by text not null`,
  )
  await schema.run(
    `insert into measures_publication (id, measure_id, is_public, known_on, recorded_at, recorded_by)
     select id || '-1', id, 1, substr(published_at, 1, 10), published_at, ''
     from measures_measure where published_at is not null`,
  )
  await schema.createIndex('measures_publication', ['measure_id'])
  await schema.makeAppendOnly('measures_publication')
}

async function createBreaks(schema: Schema): Promise<void> {
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
     ${WITHDRAWAL}`,
  )
  await schema.createIndex('measures_break', ['measure_id'])
}

/** Why, when and by whom something said by mistake was taken back. */
const WITHDRAWAL = 'withdrawn_reason text, withdrawn_on text, withdrawn_by text'

async function createPhasesAndTargets(schema: Schema): Promise<void> {
  const tables = [
    ['measures_phase', 'baseline_points integer'],
    ['measures_target', 'value real not null, source text not null'],
  ] as const
  for (const [table, columns] of tables) {
    await schema.createTable(
      table,
      `id text primary key,
       measure_id text not null references measures_measure (id),
       starts_on text not null,
       ${columns},
       reason text not null,
       known_on text not null,
       recorded_at text not null,
       recorded_by text not null,
       ${WITHDRAWAL}`,
    )
    await schema.createIndex(table, ['measure_id'])
  }
}

async function createFrameworks(schema: Schema): Promise<void> {
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
}

async function createCommentaries(schema: Schema): Promise<void> {
  await schema.createTable(
    'measures_commentary',
    `id text primary key,
     measure_id text not null references measures_measure (id),
     period text not null,
     narrative text not null,
     response text not null,
     known_on text not null,
     recorded_at text not null,
     recorded_by text not null`,
  )
  await schema.createIndex('measures_commentary', ['measure_id', 'period'])
  await schema.makeAppendOnly('measures_commentary')
}
