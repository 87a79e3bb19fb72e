import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, type Kind, quoteOf, type Verdict } from '#modules/passages/index.js'
import { printed } from '#modules/quantities/index.js'
import { type Derived, type DerivedColumn, derivedColumns, type Grid, tablesBothWays } from '#modules/tables/index.js'
import type { Check } from './check.js'

/** Checks the columns of a table that follow from other columns: differences and percentage changes. */
export const checkTableChanges: Check = (document) =>
  tablesBothWays(document).flatMap((grid) => derivedIn(document, grid))

const kinds: Record<Derived['rule'], Kind> = { difference: 'sum', change: 'change' }

function derivedIn(document: CheckedDocument, grid: Grid): Finding[] {
  return derivedColumns(grid).flatMap((column) => column.cells.map((cell) => asFinding(document, column, cell)))
}

function asFinding(document: CheckedDocument, column: DerivedColumn, cell: Derived): Finding {
  const verdict = verdictOf(column, cell)
  const step = cell.target.number?.step ?? 1
  const middle = printed((cell.expected.low + cell.expected.high) / 2, step)
  return findingOf({
    verdict,
    kind: kinds[cell.rule],
    quotes: [cell.target, ...cell.from].map((one) => quoteOf(document, one.start, one.end)),
    message: verdict === 'holds' ? 'Follows from the figures beside it.' : messageFor(cell, middle),
    working: workingFor(cell, middle),
    ...(verdict === 'holds'
      ? {}
      : {
          suggestion: `Print ${middle}${cell.rule === 'difference' ? '' : '%'}, or correct the figures that it comes from.`,
        }),
  })
}

function verdictOf(column: DerivedColumn, cell: Derived): Verdict {
  if (cell.isRight) return 'holds'
  return cell.isNear || !column.isSure ? 'warning' : 'error'
}

function messageFor(cell: Derived, middle: string): string {
  const [one = '', other = ''] = cell.from.map((from) => from.text.trim())
  const shown = cell.target.text.trim()
  if (cell.rule === 'difference')
    return `The change between ${one} and ${other} is printed as ${shown}; it is ${middle}.`
  return `The percentage change from ${one} to ${other} is printed as ${shown}; it is ${middle}%.`
}

function workingFor(cell: Derived, middle: string): string {
  const [one = '', other = ''] = cell.from.map((from) => from.text.trim())
  return cell.rule === 'difference'
    ? `${other} − ${one} = ${middle}.`
    : `(${other} − ${one}) ÷ ${one} × 100 = ${middle}.`
}
