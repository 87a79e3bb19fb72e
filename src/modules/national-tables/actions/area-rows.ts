import { err, ok, type Result } from '#kernel/result.js'
import { isAreaCode } from '#modules/geography/index.js'
import { figureIn, textIn } from '../domain/cells.js'
import { quoted, type SheetCell, type SheetProblem, type SheetRow } from '../domain/sheet.js'
import { codeAt, type PlaceColumn, type PlaceTable } from './place-columns.js'

/** Codes before 2011, and those of Northern Ireland: no area of today's England and Wales has one. */
const OLD_CODE = /^(\d{2}[A-Z]{2}|95[A-Z]{2}\d{2}[A-Z]\d)$/
const MOST_PROBLEMS = 50

/**
 * The rows of a table of places that have an official code in their own column. A code, nothing or a mark may stand there
 * and in the others; any other text refuses the file, for a row that is passed over in silence would be lost. Notes
 * below the table fill one cell each.
 */
export function areaRows(
  table: PlaceTable,
  own: PlaceColumn,
  others: readonly (PlaceColumn | undefined)[] = [],
): Result<SheetRow[], SheetProblem[]> {
  const isNote = ({ cells }: SheetRow) => cells.filter((cell) => cell !== null).length === 1
  const rows = table.rows.filter((row) => !isNothing(row.cells[own.index]) && !isNote(row))
  const wrong = rows.flatMap((row) => [
    ...(isCodeOrOld(row.cells[own.index]) ? [] : [noCode(table, row, own)]),
    ...others.flatMap((column) =>
      !column || isCodeOrOld(row.cells[column.index]) || isNothing(row.cells[column.index])
        ? []
        : [noCode(table, row, column)],
    ),
  ])
  if (wrong.length > 0) return err(wrong.slice(0, MOST_PROBLEMS))
  return ok(rows.filter(({ cells }) => isAreaCode(codeAt(cells, own.index))))
}

function isCodeOrOld(cell: SheetCell | null | undefined): boolean {
  const text = textIn(cell).toUpperCase()
  return isAreaCode(text) || OLD_CODE.test(text)
}

/** Blank, or a mark such as "-" or "[z]". */
function isNothing(cell: SheetCell | null | undefined): boolean {
  const figure = figureIn(cell)
  return figure.ok && figure.value.value === null
}

function noCode({ sheet }: PlaceTable, { number, cells }: SheetRow, { index, head }: PlaceColumn): SheetProblem {
  return {
    ...{ sheet: sheet.name, cell: `row ${number}, column ${quoted(head)}` },
    problem: `${quoted(textIn(cells[index]))} is no code of an area`,
    fix: 'A code is a letter and eight figures, as in E07000010',
  }
}

/** The code in a column; null where none stands. */
export function codeOrNull({ cells }: SheetRow, column: PlaceColumn | undefined): string | null {
  const code = codeAt(cells, column?.index)
  return isAreaCode(code) ? code : null
}

/** The name that stands for the code in a column: the column of names of the same kind and year. */
export function nameBeside({ columns }: PlaceTable, { of, year }: PlaceColumn, { cells }: SheetRow): string {
  const named = columns.filter((each) => each.part === 'name' && each.of === of)
  const column = named.find((each) => each.year === year) ?? named[0]
  return column ? textIn(cells[column.index]) : ''
}
