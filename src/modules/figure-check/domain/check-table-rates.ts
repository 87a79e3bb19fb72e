import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { inPrint } from '#modules/quantities/index.js'
import { type Grid, type GridCell, tablesOf, transposed } from '#modules/tables/index.js'
import type { Check } from './check.js'

/**
 * A column whose rows are, nearly all, another column spread over a third ("£ per person") or over a fixed number ("a
 * month", "per week"): the rows that are not. Found by arithmetic, whatever the columns are called.
 */
export const checkTableRates: Check = (document) =>
  tablesOf(document)
    .filter((grid) => grid.rows.length <= MOST_ROWS && grid.headers.length <= MOST_COLUMNS)
    .flatMap((grid) => [grid, transposed(grid)])
    .flatMap((grid) => grid.headers.flatMap((_, at) => ruleOf(grid, at)?.rows ?? []))
    .map(({ rate, top, over, given, fits }): Finding => {
      const decimals = Math.max(0, Math.round(-Math.log10(rate.number?.step ?? 1)))
      const by = inPrint(over.value, 4)
      return findingOf({
        kind: 'average-of-total',
        verdict: fits ? 'holds' : 'warning',
        quotes: [rate, top, ...(over.cell ? [over.cell] : [])].map((cell) => quoteOf(document, cell.start, cell.end)),
        message: fits
          ? 'The figure follows from those of its row.'
          : `${top.text.trim()} over ${by} is ${inPrint(given, decimals + 1)}, not ${rate.text.trim()}; the other rows of the column are worked out so.`,
        working: `${top.text.trim()} ÷ ${by} = ${inPrint(given, decimals + 1)}`,
        ...(fits ? {} : { suggestion: `Print ${given.toFixed(decimals)}, or mend the figures beside it.` }),
      })
    })

const [MOST_ROWS, MOST_COLUMNS] = [60, 12]

type Over = { readonly value: number; readonly cell?: GridCell }
type Row = {
  readonly rate: GridCell
  readonly top: GridCell
  readonly over: Over
  readonly given: number
  readonly fits: boolean
}
type Rule = { readonly rows: readonly Row[]; readonly fitting: number }

/** What the rows of a column are worked out from, if one rule fits nearly all of them. */
function ruleOf(grid: Grid, rate: number): Rule | undefined {
  const columns = grid.headers.flatMap((_, at) => (at !== rate && isOfAmounts(grid, at) ? [at] : []))
  if (!isOfAmounts(grid, rate)) return undefined
  const rules = columns.flatMap((top) => [
    ...columns
      .filter((at) => at !== top)
      .flatMap((over) => SCALES.map((scale) => tried(grid, [rate, top], byColumn(over, scale)))),
    ...FIXED.map((value) => tried(grid, [rate, top], () => ({ value }))),
  ])
  const best = rules.reduce<Rule | undefined>((one, two) => (two.fitting > (one?.fitting ?? 0) ? two : one), undefined)
  return best && isRule(best) ? best : undefined
}

/** As many as of what the column is per; months and quarters of a year, weeks, days. */
const FIXED = [3, 4, 6, 12, 52, 365, 366]
/** Amounts in pounds, thousands or millions over a number of people, or for each 1,000 of them. */
const SCALES = [1, 1e-3, 1e-6, 1e3]

const byColumn =
  (at: number, scale: number) =>
  (cells: readonly (GridCell | undefined)[]): Over | undefined => {
    const cell = cells[at]
    return cell?.number && cell.number.unit !== 'percent' ? { value: cell.number.value * scale, cell } : undefined
  }

const isOfAmounts = (grid: Grid, at: number) =>
  grid.rows.filter(({ cells }) => cells[at]?.number && cells[at].number.unit !== 'percent').length >= LEAST

const LEAST = 4

/** So many rows fit that the others are slips, and the figures are not so small that they fit by chance. */
function isRule({ rows, fitting }: Rule): boolean {
  const telling = rows.filter(({ rate, fits }) => fits && (rate.number?.value ?? 0) / (rate.number?.step ?? 1) >= 10)
  return fitting >= 3 && telling.length >= 3 && rows.length - fitting <= Math.max(1, Math.floor(rows.length / 4))
}

function tried(
  grid: Grid,
  [rate, top]: readonly [number, number],
  overOf: (cells: readonly (GridCell | undefined)[]) => Over | undefined,
): Rule {
  const rows = grid.rows.flatMap(({ cells }): Row[] => {
    const [shown, whole, over] = [cells[rate], cells[top], overOf(cells)]
    if (!shown?.number || !whole?.number || !over || over.value <= 0 || whole.number.value <= 0) return []
    const given = whole.number.value / over.value
    const isScaled = whole.number.step !== 1 || (over.cell?.number?.value ?? over.value) > over.value
    const slack = shown.number.step / 2 + (isScaled ? whole.number.step / 2 / over.value : 0)
    const fits = Math.abs(given - shown.number.value) <= slack + DUST * given
    return [{ rate: shown, top: whole, over, given, fits }]
  })
  return { rows, fitting: rows.filter(({ fits }) => fits).length }
}

const DUST = 1e-6
