import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { inPrint, isOneSlip } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isRounded, isTotalLabel, tablesOf, transposed } from '#modules/tables/index.js'
import type { Check } from './check.js'

/**
 * A last row, or last column, that no word calls a total ("Year", the name of the force) but that is the sum of the others
 * save for one digit.
 */
export const checkLastRow: Check = (document) =>
  tablesOf(document)
    .flatMap((grid) => [grid, transposed(grid)])
    .flatMap((grid) => columnsOf(grid))
    .map(({ parts, last, label }): Finding => {
      const sum = sumOf(parts)
      const isCalled = whole.test(label.trim())
      const said = `“${label.trim()}” is printed as ${last.text.trim()}; the ${parts.length} figures before it add up to ${inPrint(sum)}.`
      return findingOf({
        kind: 'sum',
        verdict: isCalled ? 'warning' : 'question',
        quotes: [last, ...parts].map((cell) => quoteOf(document, cell.start, cell.end)),
        message: isCalled ? said : `${said} Is it their total?`,
        working: `${parts.map((cell) => cell.text.trim()).join(' + ')} = ${inPrint(sum)}`,
        suggestion: `Print ${inPrint(sum)}, or mend the figure that is wrong.`,
      })
    })

type Column = { readonly parts: GridCell[]; readonly last: GridCell; readonly label: string }

const MOST_PARTS = 40

/** Names of what holds all the parts of a table: a year of quarters, a county of districts. */
const whole =
  /^(?:full |whole |the )?(?:years?|annual|12 months|county|force|country|area|all|everyone|everywhere|overall)\b|^(?:the )?(?:quarter|half(?:[ -]year)?)$|\b(?:county|force|constabulary|police)$/i
const other = /average|mean|target|rate|%|change|difference|median|previous|last year|budget|forecast/i
const year = /^\W*(?:19|20)\d\d/

function columnsOf(grid: Grid): Column[] {
  const rows = grid.rows.filter((row) => row.cells.some((cell) => cell?.number))
  const last = rows.at(-1)
  const parts = rows.slice(0, -1)
  const labels = [...rows.map((row) => row.label), ...grid.headers]
  const isCalled = whole.test(last?.label.trim() ?? '')
  const fewest = isCalled ? 2 : 3
  if (!last || parts.length < fewest || parts.length > MOST_PARTS) return []
  if (labels.some((label) => isTotalLabel(label))) return []
  if (rows.some(({ label }) => other.test(label) || year.test(label))) return []
  return grid.headers.flatMap((header, at): Column[] => {
    const cells = parts.flatMap((row) => row.cells[at] ?? [])
    const cell = last.cells[at]
    if (!cell || cells.length < parts.length || other.test(header)) return []
    return isOneDigitOff(cells, cell, { isDrifting: isRounded(grid), isCalled })
      ? [{ parts: cells, last: cell, label: last.label }]
      : []
  })
}

/** Whether the figures may be out by rounding, and whether the last row's name is that of a whole. */
type Manner = { readonly isDrifting: boolean; readonly isCalled: boolean }

const sumOf = (cells: readonly GridCell[]) => cells.reduce((sum, cell) => sum + (cell.number?.value ?? 0), 0)

/** Whole numbers whose sum misses the last by one digit in one place, by more than rounding may; the last is larger than each. */
function isOneDigitOff(parts: readonly GridCell[], last: GridCell, { isDrifting, isCalled }: Manner): boolean {
  const shown = last.number?.value ?? 0
  const isWhole = [...parts, last].every(
    ({ number }) =>
      number?.step === 1 && number.unit === last.number?.unit && number.unit !== 'percent' && number.value >= 0,
  )
  const larger = parts.filter(({ number }) => (number?.value ?? 0) >= shown)
  const rest = sumOf(parts.filter((part) => !larger.includes(part)))
  if (!isWhole || shown < LEAST || (larger.length > 0 && !(isCalled && larger.length === 1 && rest < shown)))
    return false
  const gap = Math.abs(sumOf(parts) - shown)
  const drift = isDrifting ? parts.length : 0
  return gap > drift && (isCalled || gap < shown / 2) && isOneSlip(sumOf(parts), shown)
}

const LEAST = 50
