import { columnLetters } from '#kernel/cell-address.js'
import type { Given } from './figure-numbers.js'
import type { Table, TableColumn } from './find-table.js'
import type { SheetRow } from './sheet.js'
import { underHead } from './written-period.js'

/** The parts of a figure that have a column of their own. */
export type FigureColumn =
  | 'measure'
  | 'period'
  | 'area'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'status'
  | 'note'
  | 'lower'
  | 'upper'

/** Where the parts of a figure stand: its row, and the letters of the column of each part. */
export type FigurePlace = {
  readonly row: number
  readonly letters: Readonly<Partial<Record<FigureColumn, string>>>
}

/** What stands in the cells of one figure, not yet understood. */
export type RawFigure = FigurePlace & {
  readonly text: Readonly<Partial<Record<FigureColumn, string>>>
  readonly given: Given
}

/** The address of one part of a figure; without a column of its own, that of its number; else its row. */
export function cellOf({ row, letters }: FigurePlace, column: string): string {
  const own = letters[column as FigureColumn] ?? letters.value ?? letters.numerator
  return own ? `${own}${row}` : `row ${row}`
}

/** One figure that every row of the table holds, and the columns that it is made of. */
type Plan = {
  /** What the heads say: the period, or the measure. */
  readonly said: Readonly<Partial<Record<FigureColumn, string>>>
  readonly texts: readonly (readonly [FigureColumn, TableColumn])[]
  readonly numbers: readonly (readonly [NumberColumn, TableColumn])[]
  readonly letters: FigurePlace['letters']
  /** Whether an empty cell means that there is nothing to say, as in a table with a column for each period. */
  readonly isOptional: boolean
}

const NUMBERS = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const
type NumberColumn = (typeof NUMBERS)[number]

/** Reads the figures of one row after the other: one a row, or one for each period or measure with a column. */
export function rawReader(table: Table): (row: SheetRow) => RawFigure[] {
  const plans = plansOf(table)
  return (row) => plans.flatMap((plan) => rawOf(row, plan) ?? [])
}

function rawOf(
  { number: row, cells }: SheetRow,
  { said, texts, numbers, letters, isOptional }: Plan,
): RawFigure | undefined {
  const given: { -readonly [K in NumberColumn]?: Given[K] } = {}
  let isEmpty = true
  for (const [part, { index, header }] of numbers) {
    const cell = cells[index]
    if (!cell) continue
    given[part] = { cell, header }
    isEmpty = false
  }
  if (isOptional && isEmpty) return undefined
  const text: { -readonly [K in FigureColumn]?: string } = { ...said }
  for (const [part, { index, header }] of texts) {
    const cell = cells[index]
    if (cell) text[part] = part === 'period' ? underHead(cell.text, header) : cell.text
  }
  return { row, letters, text, given }
}

function plansOf({ columns, measure }: Table): Plan[] {
  const base = basePlan(columns, measure)
  const periods = columns.filter(({ role }) => role === 'period-figure')
  if (periods.length > 0)
    return periods.map((column) => withParts(base, { period: column.header }, [['value', column]]))
  const figures = columns.filter((column) => column.role === 'figure')
  if (figures.length === 0) return [base]
  const byMeasure = Map.groupBy(figures, ({ measure: slug }) => slug)
  return [...byMeasure].map(([slug, parts]) =>
    withParts(
      base,
      { measure: slug },
      parts.map((column) => [column.part, column]),
    ),
  )
}

function basePlan(columns: readonly TableColumn[], measure: string): Plan {
  const texts: (readonly [FigureColumn, TableColumn])[] = []
  const numbers: (readonly [NumberColumn, TableColumn])[] = []
  const letters: Partial<Record<FigureColumn, string>> = {}
  for (const column of columns) {
    const { role, index } = column
    if (role === 'figure' || role === 'period-figure' || role === 'unknown' || role === 'left-out') continue
    letters[role] = columnLetters(index)
    if (isNumber(role)) numbers.push([role, column])
    else texts.push([role, column])
  }
  return { said: measure ? { measure } : {}, texts, numbers, letters, isOptional: false }
}

function isNumber(role: string): role is NumberColumn {
  return NUMBERS.some((each) => each === role)
}

function withParts(base: Plan, said: Plan['said'], parts: readonly (readonly [NumberColumn, TableColumn])[]): Plan {
  const own = Object.fromEntries(parts.map(([part, { index }]) => [part, columnLetters(index)]))
  const [first] = Object.values(own)
  const named = Object.fromEntries(Object.keys(said).map((part) => [part, first]))
  return {
    ...{ ...base, said: { ...base.said, ...said }, isOptional: true },
    numbers: [...base.numbers, ...parts],
    letters: { ...named, ...base.letters, ...own },
  }
}
