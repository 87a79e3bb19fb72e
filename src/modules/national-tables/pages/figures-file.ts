import { forceNamed } from '#modules/geography/index.js'
import { toCsv } from '#platform/csv.js'
import { found } from '#platform/errors.js'
import { CSV, file } from '#platform/web/file.js'
import { tableRows } from '../actions/table-rows.js'
import { isPlaceKind, isTableKind } from '../domain/table-kind.js'

/** The lines of a table of forces as CSV, with the meaning of what is missing and the file that says each. */
export const figuresFile = file('/staff/national-tables/:kind/figures.csv', {
  permission: 'national-tables:read',
  respond: async ({ deps, params, query }) => {
    const kind = found(ofForces(params.kind))
    const force = query.force === undefined ? undefined : found(forceNamed(query.force))
    const rows = await tableRows(deps.db, kind, force ? { area: force.code ?? force.area } : {})
    const labels = [...new Set(rows.flatMap((row) => Object.keys(row.labels)))]
    const figures = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))]
    const body = toCsv(
      ['area', 'code', 'from', 'until', ...labels, ...figures, 'missing because', 'file'],
      rows.map(({ area, areaName, from, until, labels: of, values, marks, file: name }) => [
        ...[areaName, area === areaName ? '' : area, from, until],
        ...labels.map((key) => of[key] ?? ''),
        ...figures.map((key) => values[key] ?? null),
        [...new Set(Object.values(marks))].join('; '),
        name,
      ]),
    )
    return { type: CSV, body, fileName: `${kind}${force ? `-${force.slug}` : ''}.csv` }
  },
})

function ofForces(kind: string) {
  return isTableKind(kind) && !isPlaceKind(kind) ? kind : undefined
}
