import type { SchemaMigration } from '#platform/db/schema.js'

export const nationalTablesFigures: SchemaMigration = {
  name: '0017-national-tables-figures',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
