import type { SchemaMigration } from '#platform/db/schema.js'

export const auditOrigin: SchemaMigration = {
  name: '0029-audit-origin',
  up: async (schema) => {
    // The network address that a person's request came from; null on the command line, and for all that came before.
    await schema.addColumn('audit_entry', 'came_from text')
  },
}
