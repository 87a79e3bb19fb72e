import { type ExportFile, exportFiles, publishedData } from '#modules/exports/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { WORKBOOK_TYPES } from '#platform/tables/write-workbook.js'
import { CSV, file, JSON_TYPE } from '#platform/web/file.js'
import type { Route } from '#platform/web/route.js'
import { asKnownOn } from './as-known-on.js'

/** The tables of the data package, as they lie beside its descriptor. */
const TABLES = ['data/measures.csv', 'data/figures.csv', 'data/vintages.csv', 'data/files.csv'] as const

/** Everything of the measures at once: a Frictionless data package and a workbook. */
export const packageFiles: readonly Route[] = [
  file('/open-data/datapackage.json', {
    permission: 'site:read',
    respond: async ({ deps, query }) => ({
      type: JSON_TYPE,
      body: (await packageFile(deps, 'datapackage.json', query)).bytes,
    }),
  }),
  ...TABLES.map((path) =>
    file(`/open-data/${path}`, {
      permission: 'site:read',
      respond: async ({ deps, query }) => ({
        type: CSV,
        body: (await packageFile(deps, path, query)).bytes,
        fileName: path.replace('data/', ''),
      }),
    }),
  ),
  file('/open-data/measures.xlsx', {
    permission: 'site:read',
    respond: async ({ deps, query }) => {
      const [book] = await exportFiles(await publishedData(deps, { knownOn: asKnownOn(query, deps) }), 'xlsx')
      return { type: WORKBOOK_TYPES.xlsx, body: found(book).bytes, fileName: 'measures.xlsx' }
    },
  }),
]

async function packageFile(deps: Deps, path: string, query: Readonly<Record<string, string>>): Promise<ExportFile> {
  const files = await exportFiles(await publishedData(deps, { knownOn: asKnownOn(query, deps) }), 'datapackage')
  return found(files.find((each) => each.path === path))
}
