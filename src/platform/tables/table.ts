import { cellAddress } from '#kernel/cell-address.js'
import type { IsoDate } from '#kernel/dates.js'
import { keepable } from '#kernel/keepable.js'

/** What a cell holds. An `error` is what a spreadsheet shows as #REF!; `uncalculated` is a formula without its result. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated'

/** One cell that holds something. `text` is what a person would type to say the same. */
export type TableCell = {
  readonly kind: CellKind
  readonly text: string
  /** The number of a number cell, as it is stored: 0.45 where the sheet shows 45%. */
  readonly number?: number
  /** Whether the sheet shows the number as a percentage. */
  readonly isPercent?: true
  readonly date?: IsoDate
}

/** One row that holds something; `number` counts from 1, and a cell's place in the list is its column. */
export type TableRow = { readonly number: number; readonly cells: readonly (TableCell | null)[] }

/** Cells that are merged into one, from top left to bottom right, rows from 1 and columns from 0. */
export type MergedCells = {
  readonly range: string
  readonly fromRow: number
  readonly untilRow: number
  readonly fromColumn: number
  readonly untilColumn: number
}

/** One sheet of a workbook, or a whole CSV file, without its empty rows. */
export type ReadTable = {
  readonly name: string
  readonly rows: readonly TableRow[]
  readonly merged: readonly MergedCells[]
  readonly isHidden: boolean
  /** What the reader should know of how it was read: "3 hidden rows are read too". */
  readonly notes: readonly string[]
  /** Of a file of text: the last row, where it has neither its line end nor all its cells, as when a file was cut. */
  readonly cutRow?: number
}

/** Why a file cannot be read: where, what is wrong, and how to mend it. An empty sheet or cell means the whole. */
export type TableProblem = {
  readonly sheet: string
  readonly cell: string
  readonly problem: string
  readonly fix: string
}

/** How much of a file is read at most. */
export type TableLimits = {
  /** Bytes of the file as it comes. */
  readonly bytes: number
  /** Bytes of what is packed in it. */
  readonly unpackedBytes: number
  /** Bytes of what a file packed with gzip holds; nought where such a file is refused. */
  readonly gunzippedBytes: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  /** Characters in one cell: what a spreadsheet may hold. */
  readonly characters: number
  /** Memory of the process that reads, in megabytes, and the seconds that it may take. */
  readonly memoryMb: number
  readonly seconds: number
}

/** What any return of an office fits in many times over. */
export const TABLE_LIMITS: TableLimits = {
  bytes: 20_000_000,
  unpackedBytes: 120_000_000,
  gunzippedBytes: 0,
  rows: 200_000,
  columns: 1000,
  cells: 2_000_000,
  characters: 32_767,
  memoryMb: 512,
  seconds: 30,
}

/** A problem with the file as a whole. */
export function fileProblem(problem: string, fix: string): TableProblem {
  return { sheet: '', cell: '', problem, fix }
}

const ERRORS = /^(#(REF|DIV\/0|N\/A|NAME|NULL|NUM|VALUE|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|CONNECT)[!?]?|Err:\d{3})$/i

/** A cell of plain text, which may be the error that a spreadsheet left in it. */
export function textCell(text: string): TableCell | null {
  const trimmed = keepable(text).trim()
  if (trimmed === '') return null
  return { kind: ERRORS.test(trimmed) ? 'error' : 'text', text: trimmed }
}

/** Beyond so many different cells of a kind, more are kept as they come. */
const MOST_SHARED = 500_000

/** Long tables say the same few things over and over: cells that say the same share one place in memory. */
class SharedCells {
  readonly #known = { text: new Map<string, TableCell>(), number: new Map<string, TableCell>() }

  of(cell: TableCell | null): TableCell | null {
    if (cell === null || cell.isPercent || (cell.kind !== 'text' && cell.kind !== 'number')) return cell
    const known = this.#known[cell.kind]
    const same = known.get(cell.text)
    if (same === undefined && known.size < MOST_SHARED) known.set(cell.text, cell)
    return same ?? cell
  }
}

/** Takes rows one by one, leaves out what is empty, and says when a table is larger than any return. */
export class RowCollector {
  readonly rows: TableRow[] = []
  readonly #limits: TableLimits
  readonly #sheet: string
  readonly #shared = new SharedCells()
  #cells = 0

  constructor(sheet: string, limits: TableLimits) {
    this.#sheet = sheet
    this.#limits = limits
  }

  /** Keeps one row. Returns why the table cannot be read, if so. */
  add(number: number, given: readonly (TableCell | null)[]): TableProblem | undefined {
    const last = given.findLastIndex((cell) => cell !== null)
    if (last < 0) return undefined
    const cells = given.slice(0, last + 1).map((cell) => this.#shared.of(cell))
    this.#cells += cells.length
    this.rows.push({ number, cells })
    const wrong = (cell: string, problem: string, fix: string) => ({ sheet: this.#sheet, cell, problem, fix })
    const { rows, columns, cells: most, characters } = this.#limits
    if (cells.length > columns)
      return wrong(cellAddress(number, last), `There are more than ${columns} columns`, 'Remove what is not figures')
    if (this.rows.length > rows || this.#cells > most)
      return wrong(
        cellAddress(number, 0),
        'The table is too long',
        `Split it: ${rows.toLocaleString('en-GB')} rows at most`,
      )
    const long = cells.findIndex((cell) => cell !== null && cell.text.length > characters)
    if (long < 0) return undefined
    return wrong(cellAddress(number, long), 'The cell holds more text than a spreadsheet can', 'Shorten it')
  }
}
