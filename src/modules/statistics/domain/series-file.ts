import { err, ok, type Result } from '#kernel/result.js'
import { firstDayOf } from './series-dates.js'

/** One row of a table of text: the line that it stands on, and its cells. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] }

/** One row of a file of figures. `day` is the first day that the date names, when every date of the file names one. */
export type SeriesRow = {
  readonly line: number
  readonly date: string
  readonly day: string | undefined
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/** Why a file is no series: what is wrong, on which line, and what to do about it. */
export type SeriesProblem = { readonly line: number; readonly what: string; readonly mend: string }

type Column = 'date' | 'value' | 'numerator' | 'denominator'

const HEADS: Readonly<Record<string, Column>> = {
  date: 'date',
  period: 'date',
  month: 'date',
  quarter: 'date',
  week: 'date',
  year: 'date',
  day: 'date',
  value: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
}

/**
 * Reads `date,value` or `date,numerator,denominator`, by the names of the columns. In order of time when every date
 * can be read, else in the order of the file. `areRepeatsMeant`: several rare events may fall on one day.
 */
export function seriesFrom(
  table: readonly TextRow[],
  areRepeatsMeant = false,
): Result<readonly SeriesRow[], SeriesProblem> {
  const [head, ...rows] = table
  if (!head) return err({ line: 1, what: 'the file is empty', mend: 'Give it a head and a row for each period.' })
  const columns = columnsOf(head)
  if (!columns.ok) return columns
  const found: SeriesRow[] = []
  for (const row of rows) {
    const spill = row.cells.slice(head.cells.length).find((cell) => cell !== '')
    if (spill !== undefined) return err({ line: row.line, ...spilt(spill) })
    const series = rowFrom(row, columns.value)
    if (!series.ok) return series
    found.push(series.value)
  }
  const mixed = mixedPercent(rows, columns.value)
  if (mixed) return err(mixed)
  if (found.length === 0) return err({ line: 1, what: 'there are no figures', mend: 'Add a row for each period.' })
  return inOrder(found, areRepeatsMeant)
}

/** A cell that no column heads is often the end of a number written with a comma: 6,700 must not be read as 6. */
function spilt(cell: string): Omit<SeriesProblem, 'line'> {
  const mend = 'Write a number with a comma in it in quotation marks, or without the comma.'
  return { what: `'${cell}' stands beyond the last column of the head`, mend }
}

function columnsOf({ cells, line }: TextRow): Result<ReadonlyMap<Column, number>, SeriesProblem> {
  const columns = new Map<Column, number>()
  for (const [index, cell] of cells.entries()) {
    const column = HEADS[cell.toLowerCase()]
    if (!column) continue
    if (columns.has(column)) {
      return err({ line, what: `two columns hold the ${column} ('${cell}')`, mend: 'Keep one of them.' })
    }
    columns.set(column, index)
  }
  const hasParts = columns.has('numerator') && columns.has('denominator')
  if (columns.has('date') && (columns.has('value') || hasParts)) return ok(columns)
  return err({
    line,
    what: `the head is '${cells.join(',')}'`,
    mend: "Name the columns 'date,value' or 'date,numerator,denominator'.",
  })
}

/** A percent sign is taken off, which is only safe where every figure has one. */
function mixedPercent(rows: readonly TextRow[], columns: ReadonlyMap<Column, number>): SeriesProblem | undefined {
  const at = columns.get('value') ?? -1
  const given = rows.filter(({ cells }) => !MISSING.test(cells[at] ?? ''))
  const isPercent = ({ cells }: TextRow) => (cells[at] ?? '').endsWith('%')
  const odd = given.find((row) => isPercent(row) !== isPercent(given[0] ?? row))
  return odd && { line: odd.line, what: 'some figures have a percent sign and some not', mend: 'Write all alike.' }
}

function rowFrom({ cells, line }: TextRow, columns: ReadonlyMap<Column, number>): Result<SeriesRow, SeriesProblem> {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? ''
  const numbers: Partial<Record<Column, number | null>> = {}
  for (const column of ['value', 'numerator', 'denominator'] as const) {
    const number = numberFrom(cell(column))
    if (number === undefined) {
      return err({
        line,
        what: `the ${column} '${cell(column)}' is not a number`,
        mend: 'Write it in digits like 1234.5, or leave it empty if there is none.',
      })
    }
    numbers[column] = number
  }
  const date = cell('date')
  if (date === '') return err({ line, what: 'there is no date', mend: 'Say which period the figure is for.' })
  const { value = null, numerator = null, denominator = null } = numbers
  return ok({ line, date, day: firstDayOf(date), value, numerator, denominator })
}

/** Marks that statistical tables use where there is no figure. */
const MISSING = /^(?:|\.{1,3}|:|[-–—*]|--|\[[a-z]+\]|n\/?a\b.*|null|nan)$/i
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i

/** A number as people and programs write it; null where the cell says that there is none; undefined for anything else. */
function numberFrom(cell: string): number | null | undefined {
  if (MISSING.test(cell)) return null
  const text = cell
    .replace(/^−/, '-')
    .replace(/^([+-]?)£/, '$1')
    .replace(/ ?%$/, '')
  if (!/\d/.test(text) || !NUMBER.test(text)) return undefined
  const number = Number(text.replaceAll(',', ''))
  return Number.isFinite(number) ? number : undefined
}

function inOrder(rows: readonly SeriesRow[], areRepeatsMeant: boolean): Result<readonly SeriesRow[], SeriesProblem> {
  const areDates = rows.every(({ day }) => day !== undefined)
  const keyed = rows.map((row) => ({ row: areDates ? row : { ...row, day: undefined }, key: row.day ?? '' }))
  const seen = new Map<string, number>()
  for (const { row, key } of areRepeatsMeant ? [] : keyed) {
    const name = areDates ? key : row.date
    const line = seen.get(name)
    if (line !== undefined) {
      return err({
        line: row.line,
        what: `'${row.date}' stands on line ${line} too`,
        mend: 'Keep one row for each period.',
      })
    }
    seen.set(name, row.line)
  }
  if (areDates) keyed.sort((a, b) => compare(a.key, b.key) || a.row.line - b.row.line)
  return ok(keyed.map(({ row }) => row))
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
