import type { SchemaMigration } from '#platform/db/schema.js'

export const measuresChecks: SchemaMigration = {
  name: '0019-measures-checks',
  up: async (schema) => {
    // Whether a percentage may lie outside 0 to 100. Of what is there nobody has said so: each such figure is asked about.
    await schema.addColumn('measures_measure', `beyond_whole text not null default 'asked'`)
  },
}
