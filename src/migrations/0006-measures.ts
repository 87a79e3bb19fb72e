import type { SchemaMigration } from '#platform/db/schema.js'

export const measures: SchemaMigration = {
  name: '0006-measures',
  up: async (schema) => {
    await schema.createTable(
      'measures_measure',
      `id text primary key,
       slug text not null unique,
       title text not null,
       definition text not null,
       unit text not null,
       unit_label text not null,
       polarity text not null,
       frequency text not null,
       numerator text not null,
       denominator text not null,
       source text not null,
       source_url text,
       owner text not null,
       geography text not null,
       caveat text not null,
       is_headline integer not null check (is_headline in (0, 1)),
       published_at text,
       version integer not null`,
    )
    await schema.createTable(
      'measures_measure_node',
      `measure_id text not null references measures_measure (id),
       node_id text not null,
       primary key (measure_id, node_id)`,
    )
    await schema.createIndex('measures_measure_node', ['node_id'])
    await schema.createTable(
      'measures_import',
      `id text primary key,
       file_name text not null,
       sha256 text not null,
       title text not null,
       publisher text not null,
       licence text not null,
       attribution text not null,
       url text,
       reason text not null,
       files text not null,
       imported_at text not null,
       imported_by text not null`,
    )
    await schema.makeAppendOnly('measures_import')
    // Never overwritten: a later import of the same period stands beside the earlier.
    await schema.createTable(
      'measures_observation',
      `id text primary key,
       measure_id text not null references measures_measure (id),
       import_id text not null references measures_import (id),
       period text not null,
       numerator real,
       denominator real,
       value real,
       status text not null,
       note text not null,
       recorded_at text not null`,
    )
    await schema.createIndex('measures_observation', ['measure_id', 'period', 'recorded_at'])
    await schema.createIndex('measures_observation', ['import_id'])
    await schema.makeAppendOnly('measures_observation')
    // Figures that somebody has pasted and not yet confirmed; forgotten after a week.
    await schema.createTable(
      'measures_import_draft',
      `id text primary key,
       file_name text not null,
       content text not null,
       source text not null,
       created_at text not null,
       created_by text not null`,
    )
  },
}
