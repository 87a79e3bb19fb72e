import { err, ok, type Result } from '#kernel/result.js'
import { figureIn, textIn } from './cells.js'
import { type Figure, type FigureRow, labelText } from './figure.js'
import type { FoundTable, HeadWords } from './heads.js'
import type { ReadSpan } from './periods.js'
import { quoted, type SheetCell, type SheetProblem, type SheetRow } from './sheet.js'

/** What a reader makes of one row: a line of figures, with what was mended; nothing; or what is wrong with it. */
export type RowReading = { readonly row: Omit<FigureRow, 'from' | 'until'>; readonly span: ReadSpan } | 'passed-over'

/** A kind of table whose heads stand in one row, with a line of figures in each row under them. */
export type FigureKind = {
  readonly words: HeadWords
  readonly rowOf: (cells: RowCells) => Result<RowReading, CellFault>
}

/** What is wrong in a cell. */
export type CellFault = { readonly key: string; readonly problem: string }

/** Everything that a table says, and what a reader should be told of how it was read. */
export type FiguresRead = { readonly rows: readonly FigureRow[]; readonly warnings: readonly string[] }

/** The cells of one row by the keys of their columns. */
export type RowCells = {
  readonly cell: (key: string) => SheetCell | null
  readonly text: (key: string) => string
  readonly head: (key: string) => string
  readonly has: (key: string) => boolean
}

const MOST_PROBLEMS = 200

/** Reads every table found. One row that cannot be read refuses the file: half a table is worse than none. */
export function readTables(tables: readonly FoundTable[], { rowOf }: FigureKind): Result<FiguresRead, SheetProblem[]> {
  const reader = new FigureReader()
  for (const table of tables) {
    for (const row of table.rows) {
      const cells = cellsOf(row, table)
      const reading = rowOf(cells)
      if (!reading.ok) reader.refuse(problemAt(table, row, reading.error))
      else if (reading.value !== 'passed-over') reader.add(reading.value, { sheet: table.sheet.name, row: row.number })
      if (reader.problems.length >= MOST_PROBLEMS) return err(reader.problems)
    }
  }
  return reader.finish()
}

function cellsOf(row: SheetRow, { places }: FoundTable): RowCells {
  const cell = (key: string) => {
    const place = places.get(key)
    return place ? (row.cells[place.index] ?? null) : null
  }
  return {
    cell,
    text: (key) => textIn(cell(key)),
    head: (key) => places.get(key)?.head ?? '',
    has: (key) => places.has(key),
  }
}

function problemAt({ sheet, places }: FoundTable, { number }: SheetRow, { key, problem }: CellFault): SheetProblem {
  const head = places.get(key)?.head ?? key
  return {
    ...{ sheet: sheet.name, cell: `row ${number}, column ${quoted(head)}`, problem },
    fix: 'Mend the row in the file, or take the publisher’s file again',
  }
}

type Place = { readonly sheet: string; readonly row: number }

/** Collects lines, counts what was mended, and refuses two lines that say different things of the same. */
export class FigureReader {
  readonly problems: SheetProblem[] = []
  readonly #rows = new Map<string, { row: FigureRow; at: Place }>()
  readonly #mended = new Map<string, number>()
  #twice = 0

  add({ row, span }: Exclude<RowReading, 'passed-over'>, at: Place): void {
    const { from, until, mended } = span
    if (mended) this.#mended.set(mended, (this.#mended.get(mended) ?? 0) + 1)
    const line = { ...row, from, until }
    const key = `${row.area.code ?? row.area.name}|${from}|${until}|${labelText(row.labels)}`
    const before = this.#rows.get(key)
    if (!before) this.#rows.set(key, { row: line, at })
    else if (JSON.stringify(before.row.figures) === JSON.stringify(row.figures)) this.#twice += 1
    else this.refuse(differing(before.at, at))
  }

  refuse(problem: SheetProblem): void {
    this.problems.push(problem)
  }

  finish(): Result<FiguresRead, SheetProblem[]> {
    if (this.problems.length > 0) return err(this.problems)
    const rows = [...this.#rows.values()].map(({ row }) => row)
    if (rows.length === 0) return err([NOTHING])
    const warnings = [...this.#mended].map(([text, count]) => (count > 1 ? `${text}, in ${count} rows` : text))
    if (this.#twice > 0) warnings.push(`${this.#twice} ${this.#twice === 1 ? 'row stands' : 'rows stand'} twice`)
    return ok({ rows, warnings })
  }
}

const NOTHING: SheetProblem = {
  ...{ sheet: '', cell: '', problem: 'There is not one line of figures in the table' },
  fix: 'Check that the file is whole',
}

function differing(first: Place, second: Place): SheetProblem {
  return {
    ...{ sheet: second.sheet, cell: `row ${second.row}` },
    problem: `It says something else of the same area, period and kind than row ${first.row}${first.sheet === second.sheet ? '' : ` of ${quoted(first.sheet)}`}`,
    fix: 'Leave out the one that is wrong, or the column that tells them apart is missing',
  }
}

/** Reads the figures of some columns, or says which cell is no number. */
export function figuresOf(cells: RowCells, keys: readonly string[]): Result<Record<string, Figure>, CellFault> {
  const figures: Record<string, Figure> = {}
  for (const key of keys) {
    if (!cells.has(key)) continue
    const figure = figureIn(cells.cell(key))
    if (!figure.ok) return err({ key, problem: figure.error })
    figures[key] = figure.value
  }
  return ok(figures)
}

/** The labels of a row, without those that its table does not have or that are blank. */
export function labelsOf(cells: RowCells, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (cells.text(key) === '' ? [] : [[key, cells.text(key)]])))
}

const CODE = /^(?!E22|W14)[EWSNK]\d{8}$/

/**
 * The area of a row: its name, and its official code where the table has one. Tables of community safety partnerships
 * give the partnership's code beside the force's name: the force is meant.
 */
export function areaIn(cells: RowCells, name = 'force', code = 'code'): FigureRow['area'] {
  const written = cells.text(code).toUpperCase()
  return { code: CODE.test(written) ? written : null, name: cells.text(name) || written }
}
