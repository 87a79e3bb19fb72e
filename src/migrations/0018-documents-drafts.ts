import type { SchemaMigration } from '#platform/db/schema.js'

export const documentsDrafts: SchemaMigration = {
  name: '0018-documents-drafts',
  up: async (schema) => {
    await schema.run('select 1')
  },
}
