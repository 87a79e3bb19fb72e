import { quantityOfCell } from '#modules/claims/index.js'
import { type CheckedDocument, quoteOf } from '#modules/passages/index.js'
import { type Grid, type GridCell, type GridRow, tablesBothWays } from '#modules/tables/index.js'
import type { Asked } from './percentage-asked.js'

const baseName =
  /^(?:unweighted )?(?:base|n|n\s?=|sample(?: size)?|(?:number|total)(?: of)? (?:respondents|responses|replies|returns|people|surveyed|answering|asked)|respondents|responses|replies|number (?:asked|replying|responding|answering)|base size|base \(n\)|\(n\)|total respondents|total responses)\b\W*$/i

/** Names that can be nothing but the base of the shares beside them. */
const sureBase = /^(?:unweighted )?(?:base|n|n\s?=|sample)/i

/** Percentages of a table whose column, or row, names the number that they are taken from: "Base", "n", "Replies". */
export const tableBases = (document: CheckedDocument): Asked[][] =>
  tablesBothWays(document).flatMap((grid) => basesOf(document, grid))

function basesOf(document: CheckedDocument, grid: Grid): Asked[][] {
  const base = grid.rows.find((row) => baseName.test(row.label.trim()))
  if (!base || /weighted/i.test(grid.caption.replace(/unweighted/gi, ''))) return []
  if (!sureBase.test(base.label.trim()) && grid.rows.some(isSplit)) return []
  return grid.headers.map((_, column) => ofColumn(document, { rows: grid.rows, base, column }))
}

/** Shares that come to 100 are of the column's total: the number beside each is its part. */
function isSplit({ cells }: GridRow): boolean {
  const shares = cells.flatMap((cell) => (cell?.number?.unit === 'percent' ? [cell.number.value] : []))
  return (
    shares.length > 2 && [100, 200].some((whole) => Math.abs(shares.reduce((sum, share) => sum + share, 0) - whole) < 4)
  )
}

function ofColumn(
  document: CheckedDocument,
  { rows, base, column }: { rows: GridRow[]; base: GridRow; column: number },
): Asked[] {
  const whole = base.cells[column]
  if (whole?.number?.unit !== 'plain' || whole.number.step !== 1) return []
  const size = whole.number.value
  return rows.flatMap((row) => {
    const cell = row.cells[column]
    return row !== base && cell?.number?.unit === 'percent' && isShare(row, cell)
      ? [
          {
            percent: quantityOfCell(cell.number, cell),
            base: size,
            isTight: false,
            quotes: [cell, whole].map((one) => quoteOf(document, one.start, one.end)),
          },
        ]
      : []
  })
}

const isShare = (row: GridRow, cell: GridCell) =>
  !/\b(?:change|difference|rate|average|points?|increase|target|margin)\b/i.test(row.label) &&
  !/^[+\-−–(]/.test(cell.text.trim())
