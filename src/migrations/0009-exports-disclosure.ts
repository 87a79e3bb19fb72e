import type { SchemaMigration } from '#platform/db/schema.js'

export const exportsDisclosure: SchemaMigration = {
  name: '0009-exports-disclosure',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
