import type { SchemaMigration } from '#platform/db/schema.js'

export const measuresChart: SchemaMigration = {
  name: '0013-measures-chart',
  up: async (schema) => {
    // Which control chart the monthly figures are drawn on. Wordings from before have none: theirs was this one.
    await schema.addColumn('measures_measure', `control_chart text not null default 'xmr'`)
  },
}
