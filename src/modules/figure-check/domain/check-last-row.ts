import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { inPrint, isMisprintedSum, isOneSlip } from '#modules/quantities/index.js'
import {
  type Grid,
  type GridCell,
  type GridRow,
  isRounded,
  isTotalLabel,
  tablesOf,
  transposed,
} from '#modules/tables/index.js'
import type { Check } from './check.js'

/**
 * A last row, or last column, that no word calls a total ("Year", the name of the force), or a first one whose parts stand
 * under it ("of which …"), that is the sum of the others save for one digit.
 */
export const checkLastRow: Check = (document) =>
  tablesOf(document)
    .flatMap((grid) => [grid, transposed(grid)])
    .flatMap((grid) => columnsOf(grid))
    .map(({ parts, last, label, isFirst }): Finding => {
      const sum = sumOf(parts)
      const isCalled = !isFirst && whole.test(label.trim())
      const said = `“${label.trim()}” is printed as ${last.text.trim()}; the ${parts.length} figures ${isFirst ? 'under' : 'before'} it add up to ${inPrint(sum)}.`
      return findingOf({
        kind: 'sum',
        verdict: isCalled ? 'warning' : 'question',
        quotes: [last, ...parts].map((cell) => quoteOf(document, cell.start, cell.end)),
        message: isCalled ? said : `${said} Is it their total?`,
        working: `${parts.map((cell) => cell.text.trim()).join(' + ')} = ${inPrint(sum)}`,
        suggestion: `Print ${inPrint(sum)}, or mend the figure that is wrong.`,
      })
    })

type Column = { readonly parts: GridCell[]; readonly last: GridCell; readonly label: string; readonly isFirst: boolean }

const MOST_PARTS = 40

/** Names of what holds all the parts of a table: a year of quarters, a county of districts. */
const whole =
  /^(?:full |whole |the )?(?:years?|annual|12 months|county|force|country|area|all|everyone|everywhere|overall)\b|^(?:these|those|the|all)\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|^(?:the )?(?:quarter|half(?:[ -]year)?)$|\b(?:county|force|constabulary|police)$/i
const other = /average|mean|target|rate|%|change|difference|median|previous|last year|budget|forecast/i
const year = /^\W*(?:\d\d? [a-z]+ )?(?:19|20)\d\d/i

function columnsOf(grid: Grid): Column[] {
  const rows = grid.rows.filter((row) => row.cells.some((cell) => cell?.number))
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last || rows.some(({ label }) => other.test(label) || year.test(label))) return []
  const totals = rows.filter(({ label }) => isTotalLabel(label))
  const isHeaded = grid.headers.some((header) => isTotalLabel(header))
  const isFirst =
    !isHeaded && (totals.length === 0 ? rows.slice(1).every(isOfWhich) : totals.length === 1 && totals[0] === first)
  if (isFirst) return wholesOf(grid, first, { parts: rows.slice(1), isCalled: true, isFirst })
  const parts = rows.slice(0, -1)
  const isProven = isTotalElsewhere(grid, last, parts)
  if ((isHeaded && !isProven) || totals.length > 0) return []
  return wholesOf(grid, last, { parts, isCalled: isProven || whole.test(last.label.trim()), isFirst })
}

/** Another column of the last row is the sum of three figures or more, and so large that this is no chance. */
const isTotalElsewhere = (grid: Grid, last: GridRow, parts: readonly GridRow[]) =>
  grid.headers.some((header, at) => {
    const { value = 0, step = 1, unit } = last.cells[at]?.number ?? {}
    const cells = parts.flatMap((row) => row.cells[at] ?? [])
    const filled = cells.filter(({ number }) => number && number.value !== 0 && number.value !== value)
    return (
      !other.test(header) && unit !== 'percent' && filled.length > 2 && value >= LEAST * step && sumOf(cells) === value
    )
  })

const isOfWhich = ({ label }: GridRow) => /^\W*(?:of (?:which|these|whom)|including)\b/i.test(label)

type Split = { readonly parts: readonly GridRow[]; readonly isCalled: boolean; readonly isFirst: boolean }

function wholesOf(grid: Grid, last: GridRow, { parts, isCalled, isFirst }: Split): Column[] {
  if (parts.length < (isCalled ? 2 : 3) || parts.length > MOST_PARTS) return []
  return grid.headers.flatMap((header, at): Column[] => {
    const cells = parts.flatMap((row) => row.cells[at] ?? [])
    const cell = last.cells[at]
    if (!cell || cells.length < parts.length || other.test(header)) return []
    return isOneDigitOff(cells, cell, { isDrifting: isRounded(grid), isCalled })
      ? [{ parts: cells, last: cell, label: last.label, isFirst }]
      : []
  })
}

/** Whether the figures may be out by rounding, and whether the last row's name is that of a whole. */
type Manner = { readonly isDrifting: boolean; readonly isCalled: boolean }

const valuesOf = (cells: readonly GridCell[]) => cells.map(({ number }) => number?.value ?? 0)
const sumOf = (cells: readonly GridCell[]) =>
  Math.round(valuesOf(cells).reduce((sum, value) => sum + value, 0) * 1e6) / 1e6

/** Numbers of one place whose sum misses the last by one digit in one place, by more than rounding may; the last is larger than each. */
function isOneDigitOff(parts: readonly GridCell[], last: GridCell, { isDrifting, isCalled }: Manner): boolean {
  const shown = last.number?.value ?? 0
  const step = last.number?.step ?? 1
  const isWhole = [...parts, last].every(
    ({ number }) =>
      number?.step === step && number.unit === last.number?.unit && number.unit !== 'percent' && number.value >= 0,
  )
  const larger = parts.filter(({ number }) => (number?.value ?? 0) >= shown)
  const rest = sumOf(parts.filter((part) => !larger.includes(part)))
  if (!isWhole || shown < LEAST * step || (larger.length > 0 && !(isCalled && larger.length === 1 && rest < shown)))
    return false
  const gap = Math.abs(sumOf(parts) - shown)
  const drift = isDrifting || step !== 1 ? parts.length * step : 0
  const isNear = isCalled || gap < shown / 2 || isMisprintedSum(shown, valuesOf(parts), step)
  return gap > drift && isNear && isOneSlip(sumOf(parts), shown, step)
}

const LEAST = 50
