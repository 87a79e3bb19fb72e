import { numberSlips } from '#modules/quantities/index.js'
import type { GridCell } from '#modules/tables/index.js'

/** How a column of a table may follow from others; `ratio`: it stands to another in one proportion all the way down. */
export type ColumnRule = 'sum' | 'difference' | 'change' | 'share' | 'quotient' | 'product' | 'ratio'

/** One row of a relation: the figure that follows, those it follows from, what they give, and whether other values would do. */
export type RelatedRow = {
  readonly target: GridCell
  readonly from: readonly GridCell[]
  readonly given: number
  readonly fits: boolean
  readonly wouldFit: (values: readonly number[]) => boolean
}

/** Columns of a table that stand in one relation in nearly every row. `isSure`: the rows leave no doubt of it. */
export type ColumnRelation = {
  readonly rule: ColumnRule
  readonly rows: readonly RelatedRow[]
  readonly isSure: boolean
}

/** How many rows come out. */
export const fitting = (rows: readonly RelatedRow[]) => rows.filter(({ fits }) => fits).length

/** The rows that do not come out, of two that share a figure, as running totals do, the first. */
export function faultsIn(rows: readonly RelatedRow[]): RelatedRow[] {
  const failing = rows.filter(({ fits }) => !fits)
  return failing.filter(
    ({ from }, at) => !failing.slice(0, at).some((before) => before.from.some((cell) => from.includes(cell))),
  )
}

/** How little a fit can be chance: the digits of the shortest figure. What follows from itself tells nothing. */
export function digitsOf({ target, from }: RelatedRow): number {
  const numbers = [target, ...from].flatMap(({ number }) => number ?? [])
  const isSame = from.some(({ number }) => number?.value === target.number?.value)
  const sizes = numbers.map(({ value, step }) => Math.abs(value) / step)
  return isSame ? 0 : Math.log10(Math.max(1, Math.min(...sizes)))
}

/** Whether another digit in one of the figures of a row would make it come out. */
export function isSlipped({ target, from, wouldFit }: RelatedRow): boolean {
  const numbers = [target, ...from].flatMap(({ number }) => number ?? [])
  const values = numbers.map(({ value }) => value)
  return numbers.some(({ value, step }, at) =>
    numberSlips({ shown: Math.abs(value), precision: step }).some((other) =>
      wouldFit(values.with(at, value < 0 ? -other : other)),
    ),
  )
}
