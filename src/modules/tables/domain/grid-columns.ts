import type { TableNumber } from '#modules/quantities/index.js'
import { intervalOf } from '#modules/quantities/index.js'
import type { Grid, GridCell } from './grid.js'
import { isOfMoney, isRounded } from './grid.js'

/** One cell that should follow from two others in its row, and whether it does. */
export type Derived = {
  rule: 'difference' | 'change'
  target: GridCell
  from: GridCell[]
  expected: { low: number; high: number }
  isRight: boolean
  /** Right but for its minus sign, which some tables leave out. */
  isUnsigned: boolean
  isNear: boolean
}

/** A column of derived figures with how it is worked out; kept only when most of its rows agree. */
export type DerivedColumn = { rule: Derived['rule']; cells: Derived[]; isSure: boolean }

const isChangeHeader = (header: string) =>
  !/\b(?:increase|decrease)\)?\s+in\s+[a-z]/i.test(header) &&
  /\b(change|variance|difference|movement|increase|decrease|var|gap|points?|pp)\b|\+\s?\/\s?-|^[+−-]\/?[+−-]?$|±/i.test(
    header,
  )

/** Columns of differences and percentage changes, each tried against the columns it could come from. */
export function derivedColumns(grid: Grid): DerivedColumn[] {
  return grid.headers.flatMap((header, at) => {
    if (!isChangeHeader(header)) return []
    return bestPair(grid, at, isPercentColumn(grid, at) ? 'change' : 'difference') ?? []
  })
}

/** Whether a column's figures are all percentages. */
export function isPercentColumn(grid: Grid, at: number): boolean {
  const numbers = grid.rows.flatMap((row) => row.cells[at]?.number ?? [])
  return numbers.length > 0 && numbers.every((number) => number.unit === 'percent')
}

function bestPair(grid: Grid, target: number, rule: 'change' | 'difference'): DerivedColumn | undefined {
  let best: DerivedColumn | undefined
  const pairs = pairsFor(grid, target)
  const isExact = rule === 'difference' || !(isRounded(grid) || isOfMoney(grid))
  const ways = (rule === 'change' ? [1, -1] : [1]).flatMap((sign) => pairs.map((pair) => ({ pair, sign })))
  for (const { pair, sign } of ways) {
    const cells = grid.rows.flatMap((row) => compared(row.cells, [...pair, target], { rule, sign, isExact }) ?? [])
    const column = judged(rule, cells, pair[0] < pair[1])
    const isLikely = sign > 0 || rights(column) * 5 >= cells.length * 3
    if (!best || (isLikely && rights(column) > rights(best))) best = column
  }
  return best && isCredible(best) ? best : undefined
}

/** The pairs of columns that a change can stand between: neighbours first, then first and last; each way round. */
function pairsFor(grid: Grid, target: number): [number, number][] {
  const others = grid.headers.flatMap((header, at) =>
    at === target || isChangeHeader(header) || isPercentColumn(grid, at) !== false ? [] : [at],
  )
  const usable =
    others.length >= 2
      ? others
      : grid.headers.flatMap((header, at) => (at < target && !isChangeHeader(header) ? [at] : []))
  const near = usable.filter((at) => at < target).slice(-4)
  const pairs: [number, number][] = []
  for (let b = near.length - 1; b > 0; b -= 1) {
    for (let a = b - 1; a >= 0; a -= 1) pairs.push([near[a] ?? 0, near[b] ?? 0], [near[b] ?? 0, near[a] ?? 0])
  }
  return pairs
}

type Way = { rule: 'change' | 'difference'; sign: number; isExact: boolean }

/**
 * Between two rates a change may be printed in points, and of a loss or a deficit it may have either sign; a table may
 * print what is unfavourable with a minus, all down a column.
 */
function compared(cells: (GridCell | undefined)[], at: number[], { rule, sign, isExact }: Way): Derived | undefined {
  const [before, after, target] = at.map((index) => cells[index])
  if (!before?.number || !after?.number || !target?.number) return undefined
  if (rule === 'change' && before.number.value === 0) return undefined
  // A change in per cent may stand in a column of differences.
  if (rule === 'difference' && target.number.unit === 'percent' && after.number.unit !== 'percent') return undefined
  const [from, to] = [before.number, after.number].map((number) => intervalOf(isExact ? exactIfWhole(number) : number))
  if (!from || !to) return undefined
  const points = { low: to.low - from.high, high: to.high - from.low }
  if (rule === 'difference') return derived(rule, target, [before, after], points)
  const gain = percentChange(from, to, before.number.value < 0)
  const change = derived(rule, target, [before, after], sign < 0 ? turned(gain) : gain)
  const isEither = before.number.value < 0 || isOwnSign(cells, target, after.number.value - before.number.value)
  const others = [...(before.number.unit === 'percent' ? [points] : []), ...(isEither ? [gain, turned(gain)] : [])]
  return others.some((one) => derived(rule, target, [], one).isRight) ? { ...change, isRight: true } : change
}

/** The row prints the difference too, and gives it the sign that the percentage has. */
const isOwnSign = (cells: (GridCell | undefined)[], target: GridCell, difference: number) =>
  cells.some(
    (cell) =>
      cell?.number &&
      cell !== target &&
      Math.abs(Math.abs(cell.number.value) - Math.abs(difference)) <= cell.number.step / 2 &&
      cell.number.value * (target.number?.value ?? 0) > 0,
  )

const turned = ({ low, high }: Interval): Interval => ({ low: -high, high: -low })

/** Counts are exact; only figures with decimals carry a rounding of their own. */
const exactIfWhole = (number: TableNumber): TableNumber => (number.step === 1 ? { ...number, step: 0 } : number)

type Interval = { low: number; high: number }

function percentChange(from: Interval, to: Interval, isNegative: boolean): Interval {
  const ends = [
    (to.low - from.high) / Math.abs(from.high),
    (to.high - from.low) / Math.abs(from.low),
    (to.low - from.low) / Math.abs(from.low),
    (to.high - from.high) / Math.abs(from.high),
  ].map((share) => share * 100 * (isNegative ? -1 : 1))
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

function derived(rule: Derived['rule'], target: GridCell, from: GridCell[], expected: Interval): Derived {
  const shown = target.number ?? { value: Number.NaN, step: 1, unit: 'plain' as const }
  const { low, high } = intervalOf(shown)
  const reach = 1e-9 + (rule === 'difference' && shown.step === 1 ? 0 : shown.step * 1e-6)
  const touches = (a: Interval, slack: number) => low - slack <= a.high && a.low <= high + slack
  const unsigned = turned(expected)
  const isSignless = shown.value > 0 && expected.high < 0
  const isRight = touches(expected, reach)
  const isUnsigned = isSignless && touches(unsigned, reach)
  return {
    rule,
    target,
    from,
    expected,
    isRight,
    isUnsigned,
    isNear: isUnsigned || touches(expected, shown.step / 2 + reach),
  }
}

function judged(rule: Derived['rule'], cells: Derived[], isForward = false): DerivedColumn {
  const isSignless =
    isForward &&
    cells.filter((cell) => cell.isUnsigned).length >= 2 &&
    !cells.some(({ target }) => (target.number?.value ?? 0) < 0)
  const read = isSignless ? cells.map((cell) => ({ ...cell, isRight: cell.isRight || cell.isUnsigned })) : cells
  return { rule, cells: read, isSure: read.filter((cell) => cell.isRight).length >= 2 }
}

const rights = (column: DerivedColumn) => column.cells.filter((cell) => cell.isRight).length

/** A way of working a column out is believed when most rows agree with it, or when there is only a row or two. */
function isCredible(column: DerivedColumn): boolean {
  const [right, all] = [rights(column), column.cells.length]
  return right > 0 && (right * 2 >= all || (right >= 3 && right * 3 >= all) || (right === 2 && all <= 6))
}
