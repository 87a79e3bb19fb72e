import type { SchemaMigration } from '#platform/db/schema.js'

export const plan: SchemaMigration = {
  name: '0004-plan',
  up: async (schema) => {
    await schema.createTable(
      'plan_plan',
      `id text primary key,
       body_id text not null,
       slug text not null unique,
       title text not null,
       vision text not null,
       election_on text not null,
       next_election_on text not null,
       starts_on text not null,
       version integer not null`,
    )
    // The plan's own words for its levels, and what hangs from what.
    await schema.createTable(
      'plan_level',
      `id text primary key,
       plan_id text not null references plan_plan (id),
       parent_id text references plan_level (id),
       position integer not null,
       name text not null,
       plural text not null,
       is_tracked integer not null check (is_tracked in (0, 1)),
       holds_actions integer not null check (holds_actions in (0, 1))`,
    )
    await schema.createIndex('plan_level', ['plan_id'])
    await schema.createIndex('plan_level', ['parent_id'])
    await schema.createTable(
      'plan_node',
      `id text primary key,
       plan_id text not null references plan_plan (id),
       level_id text not null references plan_level (id),
       parent_id text references plan_node (id),
       position integer not null,
       slug text not null,
       title text not null,
       text text not null,
       version integer not null`,
    )
    await schema.createIndex('plan_node', ['plan_id', 'slug'], { unique: true })
    await schema.createIndex('plan_node', ['parent_id'])
    await schema.createIndex('plan_node', ['level_id'])
    // role 'lead' (at most one a node) or 'support', with what that body does.
    await schema.createTable(
      'plan_node_body',
      `node_id text not null references plan_node (id),
       organisation_id text not null,
       role text not null check (role in ('lead', 'support')),
       part text not null,
       position integer not null,
       primary key (node_id, organisation_id)`,
    )
    await schema.createTable(
      'plan_version',
      `id text primary key,
       plan_id text not null references plan_plan (id),
       number integer not null,
       note text not null,
       content text not null,
       sha256 text not null,
       published_at text not null,
       published_by text not null`,
    )
    await schema.createIndex('plan_version', ['plan_id', 'number'], { unique: true })
    await schema.makeAppendOnly('plan_version')
  },
}
