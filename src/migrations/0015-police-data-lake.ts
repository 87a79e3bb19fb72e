import type { SchemaMigration } from '#platform/db/schema.js'

export const policeDataLake: SchemaMigration = {
  name: '0015-police-data-lake',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
