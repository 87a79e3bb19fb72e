import type { SchemaMigration } from '#platform/db/schema.js'

export const comparisonsNames: SchemaMigration = {
  name: '0014-comparisons-names',
  up: async (schema) => {
    // Short names that files give to areas; an area's own other names stay.
    for (const [code, names] of SHORT_NAMES)
      await schema.run(
        `update comparisons_area
           set aliases = case when aliases = '' then '${names}' else aliases || '|${names}' end
           where code = '${code}'`,
      )
  },
}

const SHORT_NAMES = [
  ['E23000001', 'Met|MPS'],
  ['E23000005', 'GMP'],
  ['E23000030', 'Hants'],
] as const
