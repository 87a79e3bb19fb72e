import { proseNumbers } from '#modules/claims/index.js'
import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { decimalsOf, inPrint, type TableNumber } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isTotalLabel, tablesOf, transposed } from '#modules/tables/index.js'
import type { Check } from './check.js'

/**
 * A column of percentages whose rows are, nearly all, one column of the table divided by another, by its own total or by a
 * number over the table: the rows that are not. Found by arithmetic, whatever the columns are called.
 */
export const checkTableShares: Check = (document) =>
  tablesOf(document)
    .filter((grid) => grid.rows.length <= MOST)
    .flatMap((grid) => [grid, transposed(grid)])
    .flatMap((grid) => grid.headers.flatMap((_, at) => ruleOf(grid, at) ?? []))
    .flatMap(({ rows }) => rows)
    .map(({ share, part, whole, fits }): Finding => {
      const given = (part.value / whole.value) * 100
      const decimals = decimalsOf(share.number.step)
      const quotes = [share.cell, part.cell, ...(whole.cell ? [whole.cell] : [])]
      return findingOf({
        kind: 'share',
        verdict: fits ? 'holds' : 'warning',
        quotes: quotes.map((cell) => quoteOf(document, cell.start, cell.end)),
        message: fits
          ? 'The percentage follows from the counts of its row.'
          : `${inPrint(part.value)} of ${inPrint(whole.value)} is ${inPrint(given, decimals + 1)}%, not ${share.cell.text.trim()}; the other rows of the column are worked out so.`,
        working: `${inPrint(part.value)} ÷ ${inPrint(whole.value)} × 100 = ${inPrint(given)}`,
        ...(fits ? {} : { suggestion: `Print ${given.toFixed(decimals)}, or mend the counts.` }),
      })
    })

const MOST = 60

type Figure = { readonly value: number; readonly cell?: GridCell }
type Row = {
  readonly share: { readonly number: TableNumber; readonly cell: GridCell }
  readonly part: { readonly value: number; readonly cell: GridCell }
  readonly whole: Figure
  readonly fits: boolean
}
type Rule = { readonly rows: Row[]; readonly fitting: number }

const isNoShare =
  /\b(?:change|rise|fall|increase|decrease|growth|difference|variance|target|average|per 1,?000)\b|^\W*[+±-]/i

/** What the rows of a column of percentages are worked out from, if one rule fits nearly all of them. */
function ruleOf(grid: Grid, percent: number): Rule | undefined {
  const shown = grid.rows.filter(({ cells }) => cells[percent]?.number?.unit === 'percent')
  if (shown.length < 2 || isNoShare.test(grid.headers[percent] ?? '')) return undefined
  const columns = grid.headers.flatMap((_, at) => (at !== percent && isOfCounts(grid, at) ? [at] : []))
  if (columns.length > MOST_COLUMNS) return undefined
  const rules = columns.flatMap((part) =>
    wholesFor(grid, part, columns).map((wholeOf) => tried(grid, { percent, part, wholeOf })),
  )
  const best = rules.reduce<Rule | undefined>((one, two) => (two.fitting > (one?.fitting ?? 0) ? two : one), undefined)
  return best && isRule(best) ? best : undefined
}

const MOST_COLUMNS = 12

const isOfCounts = (grid: Grid, at: number) =>
  grid.rows.filter(({ cells }) => cells[at]?.number && cells[at].number.unit !== 'percent').length >= 2

/** Enough rows that fit, and so few that do not that they are slips. */
const isRule = ({ rows, fitting }: Rule) =>
  fitting >= 2 && rows.length >= 3 && rows.length - fitting <= Math.max(1, Math.floor(rows.length / 3))

type WholeOf = (row: number) => Figure | undefined

/** What a column may be divided by: another column, its own total, printed or added up, a number over the table. */
function wholesFor(grid: Grid, part: number, columns: readonly number[]): WholeOf[] {
  const across = columns
    .filter((at) => at !== part)
    .map(
      (at): WholeOf =>
        (row) =>
          figureAt(grid, row, at),
    )
  const ends = [grid.rows.findIndex(({ label }) => isTotalLabel(label)), 0, grid.rows.length - 1]
  const added = grid.rows.reduce(
    (sum, { label, cells }) => sum + (isTotalLabel(label) ? 0 : (cells[part]?.number?.value ?? 0)),
    0,
  )
  const own = [...ends.map((row) => figureAt(grid, row, part)), { value: added }].flatMap((whole) => whole ?? [])
  const over = proseNumbers(grid.caption.slice(-300))
    .filter(({ unit, value }) => unit !== 'percent' && value >= LEAST_BASE)
    .map(({ value }) => ({ value }))
  return [
    ...across,
    ...[...own, ...over].map(
      (whole): WholeOf =>
        () =>
          whole,
    ),
  ]
}

const LEAST_BASE = 10

function figureAt(grid: Grid, row: number, column: number): Figure | undefined {
  const cell = grid.rows[row]?.cells[column]
  return cell?.number && cell.number.unit !== 'percent' ? { value: cell.number.value, cell } : undefined
}

type Trial = { readonly percent: number; readonly part: number; readonly wholeOf: WholeOf }

function tried(grid: Grid, { percent, part, wholeOf }: Trial): Rule {
  const rows = grid.rows.flatMap(({ cells }, at): Row[] => {
    const [share, top, whole] = [cells[percent], cells[part], wholeOf(at)]
    if (share?.number?.unit !== 'percent' || !top?.number || !whole || whole.cell === top) return []
    if (whole.value <= 0 || top.number.value < 0) return []
    const gap = Math.abs((top.number.value / whole.value) * 100 - share.number.value)
    const fits = gap <= share.number.step * (HALF + DUST)
    return [{ share: { number: share.number, cell: share }, part: { value: top.number.value, cell: top }, whole, fits }]
  })
  return { rows, fitting: rows.filter(({ fits }) => fits).length }
}

const HALF = 0.5
const DUST = 1e-6
