import { toCsv } from '#platform/csv.js'
import { found } from '#platform/errors.js'
import { file } from '#platform/web/file.js'
import { decisionsOn, planDocumentById } from '../data/plan-reading.queries.js'
import { rowItem } from '../domain/plan-reading.js'

/** The confirmed rows of money of a plan as a file, a line for each figure, with the passage that it stands in. */
export const moneyFile = file('/staff/plans/read/:documentId/money.csv', {
  permission: 'plan:edit',
  respond: async ({ deps, params }) => {
    const { money } = found(await planDocumentById(deps.db, params.documentId))
    const decisions = await decisionsOn(deps.db, params.documentId)
    const rows = money.flatMap(({ title, rows: all }, table) =>
      all
        .filter((_, index) => decisions.get(rowItem(table, index))?.isConfirmed)
        .flatMap(({ label, values, span }) =>
          values.map(({ column, text }) => [
            ...[title, label, column, text],
            ...[span.page === undefined ? '' : String(span.page), String(span.line), span.quote],
          ]),
        ),
    )
    const body = toCsv(['table', 'row', 'column', 'value', 'page', 'line', 'passage'], rows)
    return { type: 'text/csv; charset=utf-8', body, fileName: 'money.csv' }
  },
})
