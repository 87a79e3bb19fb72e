import type { SchemaMigration } from '#platform/db/schema.js'

export const comparisonsGroups: SchemaMigration = {
  name: '0010-comparisons-groups',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
