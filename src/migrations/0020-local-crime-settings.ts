import type { SchemaMigration } from '#platform/db/schema.js'

export const localCrimeSettings: SchemaMigration = {
  name: '0020-local-crime-settings',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
