import type { SchemaMigration } from '#platform/db/schema.js'

export const importsMappings: SchemaMigration = {
  name: '0011-imports-mappings',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
