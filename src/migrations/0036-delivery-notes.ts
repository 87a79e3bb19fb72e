import type { SchemaMigration } from '#platform/db/schema.js'

export const deliveryNotes: SchemaMigration = {
  name: '0036-delivery-notes',
  up: async (schema) => {
    // What the office notes for itself beside an action. Never rewritten, never published.
    await schema.createTable(
      'delivery_note',
      `id text primary key,
       action_id text not null references delivery_action (id),
       kind text not null,
       text text not null,
       written_at text not null,
       written_by text not null`,
    )
    await schema.run('create index delivery_note_action on delivery_note (action_id, written_at)')
  },
}
