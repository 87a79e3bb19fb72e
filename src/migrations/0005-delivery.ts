import type { SchemaMigration } from '#platform/db/schema.js'

export const delivery: SchemaMigration = {
  name: '0005-delivery',
  up: async (schema) => {
    await schema.createTable(
      'delivery_action',
      `id text primary key,
       plan_id text not null,
       node_id text not null,
       slug text not null,
       position integer not null,
       title text not null,
       description text not null,
       lead_id text,
       starts_on text not null,
       due_on text not null,
       published_at text,
       version integer not null`,
    )
    await schema.createIndex('delivery_action', ['plan_id', 'slug'], { unique: true })
    await schema.createIndex('delivery_action', ['node_id'])
    await schema.createTable(
      'delivery_action_partner',
      `action_id text not null references delivery_action (id),
       organisation_id text not null,
       primary key (action_id, organisation_id)`,
    )
    await schema.createTable(
      'delivery_milestone',
      `id text primary key,
       action_id text not null references delivery_action (id),
       position integer not null,
       title text not null,
       due_on text not null`,
    )
    await schema.createIndex('delivery_milestone', ['action_id'])
    // An update is dated, says what was done and which milestones it completes; it is never rewritten.
    await schema.createTable(
      'delivery_update',
      `id text primary key,
       action_id text not null references delivery_action (id),
       on_date text not null,
       text text not null,
       evidence_title text,
       evidence_url text,
       override_status text,
       override_reason text,
       recorded_at text not null,
       recorded_by text not null,
       published_at text,
       published_by text`,
    )
    await schema.createIndex('delivery_update', ['action_id', 'on_date'])
    await schema.createTable(
      'delivery_update_milestone',
      `update_id text not null references delivery_update (id),
       milestone_id text not null references delivery_milestone (id),
       primary key (update_id, milestone_id)`,
    )
    await schema.createIndex('delivery_update_milestone', ['milestone_id'])
  },
}
