import { askedDay } from '#modules/measures/index.js'
import { ownForce, stopCounts } from '#modules/police-data/index.js'
import { toCsv } from '#platform/csv.js'
import { CSV, file } from '#platform/web/file.js'

const COLUMNS = ['month', 'ethnicity', 'age', 'object', 'outcome-group', 'find'] as const

/** Stops and searches by month, ethnic group, age, object and outcome; what was not recorded is empty. */
export const stopsFile = file('/stop-and-search/searches.csv', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const force = await ownForce(deps)
    const { knownOn } = askedDay(query, deps.today())
    const slice = force && { forces: [force.slug], ...(knownOn && { knownOn }) }
    const counted = slice && (await stopCounts(deps, slice, COLUMNS))
    const rows = counted?.ok ? counted.value : []
    const body = toCsv(
      [...COLUMNS.map((name) => name.replace('-', '_')), 'count', 'source', 'recorded_by', 'licence'],
      rows.map((row) => [
        ...COLUMNS.map((name) => textOf(row[name])),
        ...[row.count, 'data.police.uk, stop and search files', force?.name ?? '', 'Open Government Licence v3.0'],
      ]),
    )
    return { type: CSV, body, fileName: 'stop-and-search.csv' }
  },
})

const textOf = (value: string | boolean | null | undefined) =>
  value === null || value === undefined ? null : String(value)
