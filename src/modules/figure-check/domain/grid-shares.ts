import { type Fit, fitOf, isOneSlip, type TableNumber } from '#modules/quantities/index.js'
import type { Grid, GridCell } from '#modules/tables/index.js'
import { isPercentColumn, isTotalLabel } from '#modules/tables/index.js'
import { rounded12 } from './grid-totals.js'

/** A column of shares that should come to 100. */
export type ShareSum = { cells: GridCell[]; sum: number; fit: Fit; isSaid: boolean }

/** Columns of percentages that make up a whole: those that say so, and those that come within two points of 100. */
export function shareSums(grid: Grid): ShareSum[] {
  const hasWhole = grid.headers.filter((header, at) => isWholeColumn(grid, header, at)).length > 0
  return grid.headers.flatMap((header, at) => {
    if (isChange.test(header)) return []
    if (!isPercentColumn(grid, at)) return []
    const shown = grid.rows.filter((row) => row.cells[at]?.number && !isTotalLabel(row.label))
    const isEnd = (nth: number) => shown.length > 3 && (nth === 0 || nth === shown.length - 1)
    const parts = shown.filter((row, nth) => !(isEnd(nth) && row.cells[at]?.number?.value === 100))
    const cells = parts.flatMap((row) => row.cells[at] ?? [])
    const numbers = cells.flatMap((cell) => cell.number ?? [])
    if (numbers.length < 3 || numbers.some((number) => number.value < 0)) return []
    const hasTotal = grid.rows.some((row) => isTotalLabel(row.label) && row.cells[at]?.number)
    const sum = rounded12(numbers.reduce((total, number) => total + number.value, 0))
    const isSaid =
      (hasWhole && isOneSlip(sum, 100, stepOf(numbers))) ||
      /\b(share|split|breakdown|proportion|made up|distribution|how (?:the money|it) (?:is|was) spent|% of (?:the )?(?:total|all|budget|funding|spend))/i.test(
        `${grid.caption.slice(-NEAR)} ${header}`,
      )
    if (hasTotal || (!isSaid && Math.abs(sum - 100) > 2) || isOfMany(sum, stepOf(numbers))) return []
    const hundred = { value: 100, step: stepOf(numbers), unit: 'percent' as const }
    return [{ cells, sum, fit: fitOf(numbers, hundred, sum, true), isSaid }]
  })
}

/** In characters: of a table told by lines the passage before is the caption. */
const NEAR = 200

/** In points: "Share done" of three plans may come to 215 and be of three wholes. */
const FARTHEST = 50
const isOfMany = (sum: number, step: number) => Math.abs(sum - 100) > FARTHEST && !isOneSlip(sum, 100, step)

const stepOf = (numbers: readonly TableNumber[]) => Math.max(...numbers.map((number) => number.step))

const isChange = /\b(?:change|rise|increase|growth|difference)\b/i

/** Another column of the same rows comes to 100: so should all. */
function isWholeColumn(grid: Grid, header: string, at: number): boolean {
  if (isChange.test(header) || !isPercentColumn(grid, at)) return false
  const numbers = grid.rows.flatMap((row) => (isTotalLabel(row.label) ? [] : (row.cells[at]?.number ?? [])))
  const sum = rounded12(numbers.reduce((total, number) => total + number.value, 0))
  return numbers.length >= 3 && Math.abs(sum - 100) < stepOf(numbers) / 2
}
