import type { SchemaMigration } from '#platform/db/schema.js'

export const measuresChecks: SchemaMigration = {
  name: '0019-measures-checks',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
