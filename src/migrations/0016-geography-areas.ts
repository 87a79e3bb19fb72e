import type { SchemaMigration } from '#platform/db/schema.js'

export const geographyAreas: SchemaMigration = {
  name: '0016-geography-areas',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
