import type { SchemaMigration } from '#platform/db/schema.js'

export const body: SchemaMigration = {
  name: '0003-body',
  up: async (schema) => {
    await schema.createTable(
      'body_body',
      `id text primary key,
       successor_id text references body_body (id),
       brand_colour text not null,
       notice text,
       demonstration_on text,
       version integer not null`,
    )
    await schema.createIndex('body_body', ['successor_id'])
    // What the body is called and which titles it uses, each for the days that it holds.
    await schema.createTable(
      'body_description',
      `id text primary key,
       body_id text not null references body_body (id),
       type text not null,
       name text not null,
       short_name text not null,
       office_name text not null,
       office_holder_title text not null,
       deputy_title text not null,
       chief_officer_title text not null,
       scrutiny_panel_name text not null,
       from_on text not null,
       until_on text`,
    )
    await schema.createIndex('body_description', ['body_id', 'from_on'])
    await schema.createTable(
      'body_force',
      `id text primary key,
       body_id text not null references body_body (id),
       name text not null,
       short_name text not null,
       from_on text not null,
       until_on text`,
    )
    await schema.createIndex('body_force', ['body_id'])
    await schema.createTable(
      'body_area',
      `id text primary key,
       body_id text not null references body_body (id),
       kind text not null,
       code text not null,
       name text not null,
       from_on text not null,
       until_on text`,
    )
    await schema.createIndex('body_area', ['body_id', 'kind'])
    // Everyone who can lead or support: the office, the force, councils, partnerships, charities.
    await schema.createTable(
      'body_organisation',
      `id text primary key,
       body_id text not null references body_body (id),
       kind text not null,
       name text not null,
       short_name text not null,
       from_on text not null,
       until_on text`,
    )
    await schema.createIndex('body_organisation', ['body_id'])
  },
}
