import {
  dueDays,
  type MeasurePicture,
  measureCsv,
  measureJson,
  publicPicture,
  publishedMeasureBySlug,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { CSV, file, JSON_TYPE } from '#platform/web/file.js'

export const measureCsvFile = file('/measures/:measure/data.csv', {
  permission: 'site:read',
  respond: async ({ deps, params }) => ({
    type: CSV,
    body: measureCsv(await published(deps, params.measure)),
    fileName: `${params.measure}.csv`,
  }),
})

export const measureJsonFile = file('/measures/:measure/data.json', {
  permission: 'site:read',
  respond: async ({ deps, params }) => ({
    type: JSON_TYPE,
    body: measureJson(await published(deps, params.measure)),
  }),
})

async function published(deps: Deps, slug: string): Promise<MeasurePicture> {
  const measure = found(await publishedMeasureBySlug(deps.db, slug))
  return publicPicture(deps.db, measure, await dueDays(deps))
}
