/** What other modules may use of national tables. Everything else in this folder is private. */
export { bindTable } from './actions/bind-table.js'
export { preceptsOf, type RecordedCrime, recordedCrime, workforceOf } from './actions/force-figures.js'
export { type ImportOutcome, type ImportRequest, importTable } from './actions/import-table.js'
export { type TableRow, tableRows } from './actions/table-rows.js'
export { tableFiles } from './data/national-tables.queries.js'
export type { TableSlice } from './domain/table-slice.js'
