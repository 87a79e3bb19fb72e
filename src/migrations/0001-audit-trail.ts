import type { SchemaMigration } from '#platform/db/schema.js'

export const auditTrail: SchemaMigration = {
  name: '0001-audit-trail',
  up: async (schema) => {
    await schema.createTable(
      'audit_entry',
      `seq integer primary key,
       at text not null,
       actor_id text not null,
       actor_name text not null,
       action text not null,
       subject text not null,
       detail text,
       previous_hash text not null,
       hash text not null`,
    )
    await schema.createIndex('audit_entry', ['subject', 'seq'])
    await schema.makeAppendOnly('audit_entry')
    await schema.createTable(
      'audit_head',
      'id integer primary key check (id = 1), seq integer not null, hash text not null',
    )
    await schema.run(`insert into audit_head (id, seq, hash) values (1, 0, '${'0'.repeat(64)}')`)
  },
}
