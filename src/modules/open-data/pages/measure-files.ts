import {
  type ExportedMeasure,
  figuresCsv,
  figuresMetadata,
  jsonText,
  measureJson,
  type PublishedData,
  publishedData,
  workbookOf,
} from '#modules/exports/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { WORKBOOK_TYPES } from '#platform/tables/write-workbook.js'
import { CSV, file, JSON_TYPE } from '#platform/web/file.js'
import type { Route } from '#platform/web/route.js'
import { asKnownOn } from './as-known-on.js'

const METADATA_TYPE = 'application/csvm+json; charset=utf-8'

const csv = file('/measures/:measure/data.csv', {
  permission: 'site:read',
  respond: async ({ deps, params, query }) => ({
    type: CSV,
    body: figuresCsv((await published(deps, params.measure, query)).measure),
    fileName: `${params.measure}.csv`,
    describedBy: `data.csv-metadata.json${askedDay(query, deps)}`,
  }),
})

const metadata = file('/measures/:measure/data.csv-metadata.json', {
  permission: 'site:read',
  respond: async ({ deps, params, query }) => {
    const { data, measure } = await published(deps, params.measure, query)
    return { type: METADATA_TYPE, body: jsonText(figuresMetadata(data, measure, `data.csv${askedDay(query, deps)}`)) }
  },
})

const json = file('/measures/:measure/data.json', {
  permission: 'site:read',
  respond: async ({ deps, params, query }) => {
    const { data, measure } = await published(deps, params.measure, query)
    return { type: JSON_TYPE, body: jsonText(measureJson(data, measure)) }
  },
})

const xlsx = file('/measures/:measure/data.xlsx', {
  permission: 'site:read',
  respond: async ({ deps, params, query }) => ({
    type: WORKBOOK_TYPES.xlsx,
    body: await workbookOf((await published(deps, params.measure, query)).data),
    fileName: `${params.measure}.xlsx`,
  }),
})

/** The files of one measure. All of them can be asked for as known on a day. */
export const measureFiles: readonly Route[] = [csv, metadata, json, xlsx]

type Asked = Readonly<Record<string, string>>

async function published(
  deps: Deps,
  slug: string,
  query: Asked,
): Promise<{ data: PublishedData; measure: ExportedMeasure }> {
  const data = await publishedData(deps, { measure: slug, knownOn: asKnownOn(query, deps) })
  return { data, measure: found(data.measures[0]) }
}

function askedDay(query: Asked, deps: Deps): string {
  const day = asKnownOn(query, deps)
  return day ? `?as-known-on=${day}` : ''
}
