/** What other modules may use. Everything else in this folder is private. */
export { tablesBothWays, tablesOf } from './domain/document-tables.js'
export {
  type Grid,
  type GridCell,
  type GridRow,
  isBareTotal,
  isOfMoney,
  isRounded,
  isTotalLabel,
  transposed,
} from './domain/grid.js'
export { type Derived, type DerivedColumn, derivedColumns, isPercentColumn } from './domain/grid-columns.js'
