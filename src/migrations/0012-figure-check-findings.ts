import type { SchemaMigration } from '#platform/db/schema.js'

export const figureCheckFindings: SchemaMigration = {
  name: '0012-figure-check-findings',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
