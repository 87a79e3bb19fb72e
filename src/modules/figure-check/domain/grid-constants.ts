import { proseNumbers } from '#modules/claims/index.js'
import { printedDigits } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isTotalLabel } from '#modules/tables/index.js'
import { type ColumnRelation, isSlipped, type RelatedRow } from './grid-related-row.js'

/**
 * Columns that stand to another in one proportion in nearly every row: the share of a total that is not printed, a rate of
 * a population named elsewhere, an index, a figure a month, an amount at one price.
 */
export const constantRelations = (grid: Grid, columns: readonly number[]): ColumnRelation[] =>
  columns.flatMap((one, nth) =>
    columns
      .slice(nth + 1)
      .flatMap((other) => relationOf(grid, isPercent(grid, one) ? [one, other] : [other, one]) ?? []),
  )

const isPercent = (grid: Grid, at: number) => grid.rows.some(({ cells }) => cells[at]?.number?.unit === 'percent')

const [FEWEST, LEAST_WEIGHT, LEAST_NAMED, SURE_WEIGHT] = [3, 3.5, 2, 6]

/** What a column is called that is worked out from another. */
const ratioName =
  /\b(?:per|rate|index|share|average|mean|each|every|proportion|an? (?:day|week|month|quarter|year|head|person))\b|%|=\s*100\b/i

/** The proportion that most rows share; the row that settles it bears no witness. */
function relationOf(grid: Grid, [target, from]: readonly [number, number]): ColumnRelation | undefined {
  const spans = grid.rows.flatMap(({ cells }) => proportionOf(cells[target], cells[from]) ?? [])
  if (spans.length < FEWEST || isPercent(grid, from)) return undefined
  const shared = mostShared(spans)
  const all = rowsAt(spans, shared)
  if (isPercent(grid, target) && isOfWhole(grid, from, shared) && isTold(all))
    return { rule: 'ratio', rows: all, isSure: true }
  const rows = all.filter(({ fits, target }) => fits || !isDifference(grid, target))
  const failing = rows.filter(({ fits }) => !fits)
  const weights = rows.flatMap((row) => (row.fits ? [weightOf(row)] : []))
  const weight = weights.reduce((sum, one) => sum + one, 0) - Math.max(0, ...weights)
  if (weights.length < FEWEST - 1 || failing.length * 2 > weights.length) return undefined
  const isAlike = shared.low > 1 / ALIKE && shared.high < ALIKE
  const unnamed = isAlike ? SURE_WEIGHT : LEAST_WEIGHT
  const least = ratioName.test(grid.headers[target] ?? '') ? LEAST_NAMED : unnamed
  return weight >= least && failing.every(isSlipped)
    ? { rule: 'ratio', rows, isSure: weight >= SURE_WEIGHT && weights.length > FEWEST }
    : undefined
}

/** Whether a proportion is that to a total of the column, printed or added up, or to a number over the table. */
function isOfWhole(grid: Grid, at: number, { low, high }: Span): boolean {
  const figureOf = (row: Grid['rows'][number] | undefined) => row?.cells[at]?.number?.value ?? 0
  const parts = grid.rows.filter(({ label }) => !isTotalLabel(label))
  const added = parts.reduce((sum, row) => sum + figureOf(row), 0)
  const ends = [grid.rows.find(({ label }) => isTotalLabel(label)), grid.rows[0], grid.rows.at(-1)].map(figureOf)
  const over = proseNumbers(grid.caption.slice(-300)).flatMap(({ unit, value }) => (unit === 'percent' ? [] : [value]))
  return [added, ...ends, ...over].some((whole) => whole >= LEAST_BASE && low <= 100 / whole && 100 / whole <= high)
}

const LEAST_BASE = 10

/** Two rows at least besides that of the whole come out, and twice as many as do not. */
function isTold(rows: readonly RelatedRow[]): boolean {
  const fits = rows.filter((row) => row.fits)
  return (
    fits.filter(({ target }) => target.number?.value !== 100).length > 1 &&
    fits.length >= 2 * (rows.length - fits.length)
  )
}

/** What two others of its row are exactly apart: of rounded figures, "£20.22 more" is a little out of proportion. */
function isDifference(grid: Grid, target: GridCell): boolean {
  const row = grid.rows.find(({ cells }) => cells.includes(target))
  const column =
    grid.rows.length <= FEW_ROWS ? grid.rows.map(({ cells }) => cells[row?.cells.indexOf(target) ?? -1]) : []
  const beside = [row?.cells ?? [], column]
  const apart = Math.abs(target.number?.value ?? 0)
  return beside.some((cells) => {
    const values = cells.flatMap((cell) => (cell === target ? [] : (cell?.number?.value ?? [])))
    return apart > 0 && values.some((one) => values.some((other) => Math.abs(one - other - apart) < apart * DUST))
  })
}

/** A turned table has a row for each of its few columns. */
const FEW_ROWS = 4

/** The digits of the shorter figure; one that is the other itself tells nothing. */
const weightOf = ({ target, from: [from] }: RelatedRow) =>
  from === undefined || from.number?.value === target.number?.value
    ? 0
    : Math.log10(Math.min(ownDigits(target), ownDigits(from)))

/** Levels of two years stand in nearly one proportion by nature. */
const ALIKE = 2

/** A figure by its own digits, without the noughts at its end: those of 4,000 are one. */
function ownDigits({ number }: GridCell): number {
  const digits = number ? printedDigits({ shown: Math.abs(number.value), precision: number.step }) : ''
  return Math.max(1, Number(digits.replace(/00+$/, '')))
}

type Span = { readonly low: number; readonly high: number }
type Proportion = Span & { readonly cells: readonly [GridCell, GridCell] }

/** What one figure may be times another, by their rounding; whole numbers of the other are taken as exact. */
function proportionOf(target: GridCell | undefined, from: GridCell | undefined): Proportion | undefined {
  if (!target?.number || !from?.number) return undefined
  const span = spanOf(target.number.value, from.number.value, [target, from])
  return span && { ...span, cells: [target, from] }
}

function spanOf(value: number, over: number, cells: readonly [GridCell, GridCell]): Span | undefined {
  if (value <= 0 || over <= 0) return undefined
  const [step = 1, other = 1] = cells.map(({ number }) => number?.step ?? 1)
  const slack = other < 1 ? other / 2 : 0
  return { low: (value - step / 2) / (over + slack), high: (value + step / 2) / Math.max(DUST, over - slack) }
}

const DUST = 1e-9

/** What the most proportions have in common. */
function mostShared(spans: readonly Span[]): Span {
  const shared = spans.map(({ low }) => spans.filter((span) => span.low <= low && low <= span.high))
  const most = shared.reduce((one, other) => (other.length > one.length ? other : one), [])
  return { low: Math.max(...most.map(({ low }) => low)), high: Math.min(...most.map(({ high }) => high)) }
}

const rowsAt = (proportions: readonly Proportion[], { low, high }: Span): RelatedRow[] =>
  proportions.map(({ cells, ...own }) => {
    const meets = (span: Span | undefined) => span !== undefined && span.low <= high && low <= span.high
    return {
      target: cells[0],
      from: [cells[1]],
      given: ((low + high) / 2) * (cells[1].number?.value ?? 0),
      fits: meets(own),
      wouldFit: ([value = 0, over = 0]) => meets(spanOf(value, over, cells)),
    }
  })
