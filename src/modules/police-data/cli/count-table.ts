import { formatNumber } from '#kernel/words.js'
import { type Cell, toCsv } from '#platform/csv.js'

/** Counted rows as a command prints them: each by name, `count` last. */
export type PrintedRow = Readonly<Record<string, string | number | boolean | null | undefined>>

/** How a table is printed: its columns, each with what stands for nothing, and whether the counts are added up. */
export type TableShape = {
  readonly columns: readonly string[]
  readonly nothing: (column: string) => string
  readonly total: boolean
}

/** A table for people: words to the left, numbers to the right, the total below. */
export function tableLines(rows: readonly PrintedRow[], { columns, nothing, total }: TableShape): string[] {
  const cells = rows.map((row) => columns.map((column) => shown(row[column], nothing(column))))
  const sum = rows.reduce((all, { count }) => all + (typeof count === 'number' ? count : 0), 0)
  const foot = total && columns.length > 1 ? [['Total', ...columns.slice(1, -1).map(() => ''), formatNumber(sum)]] : []
  const all = [columns.map(headOf), ...cells, ...foot]
  const widths = columns.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  const isNumber = columns.map((column) => rows.every((row) => typeof row[column] === 'number'))
  return all.map((row) =>
    row
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** A column's head for people: `districtName` stands as DISTRICT NAME, `outcome-group` as OUTCOME GROUP. */
function headOf(column: string): string {
  return column.replaceAll(/(?<=[a-z])(?=[A-Z])|-/g, ' ').toUpperCase()
}

function shown(value: PrintedRow[string], nothing: string): string {
  if (value === null || value === undefined) return nothing
  return typeof value === 'number' ? formatNumber(value) : String(value)
}

/** The same rows as CSV, one line each; nothing stands as an empty cell. */
export function csvLines(rows: readonly PrintedRow[], columns: readonly string[]): string[] {
  const cell = (value: PrintedRow[string]): Cell => (typeof value === 'boolean' ? String(value) : (value ?? null))
  return toCsv(
    columns,
    rows.map((row) => columns.map((column) => cell(row[column]))),
  )
    .trimEnd()
    .split('\r\n')
}
