import { isBlankCell, type TableNumber, tableNumber } from '#modules/quantities/index.js'

/** A cell of a table with its place in the document's own text, and its number if it holds one. */
export type GridCell = { text: string; start: number; end: number; number?: TableNumber }

/** A row: its label and one cell for each column of figures; undefined where nothing is printed. */
export type GridRow = { label: string; start: number; end: number; cells: (GridCell | undefined)[] }

/**
 * A table as the checks see it: labelled rows against columns of figures. A row without figures is a heading. `name` is
 * what the table itself is called, without the passage before it; missing where only lines tell the table.
 */
export type Grid = { caption: string; name?: string; headers: string[]; rows: GridRow[]; start: number; end: number }

type Text = { text: string; start: number; end: number }

/** Makes a grid from the cells of a real table; nothing when it has no column of figures. */
export function gridFromCells(
  { caption, name }: { caption: string; name: string },
  header: string[],
  rows: Text[][],
): Grid | undefined {
  const isHeadless = header.length === 0 && startsWithFigures(rows[0] ?? [])
  const below = header.length > 0 || isHeadless ? rows : rows.slice(1)
  const first = header.length > 0 || isHeadless ? header : (rows[0] ?? []).map((cell) => cell.text)
  const { titles, body } = withMoreHeads(first, below)
  const width = Math.max(0, ...body.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => at > 0 && isColumnOfFigures(body, at))
  const start = columns[0]
  if (start === undefined || body.length === 0) return undefined
  const cells = body.flat()
  const corner = titles.slice(0, Math.max(0, titles.length - (width - start))).join(' ')
  const grid: Grid = {
    caption: `${caption} ${corner}`,
    name: `${name} ${corner}`,
    headers: columns.map((at) => titles[at - (titles.length < width ? width - titles.length : 0)] ?? ''),
    rows: body.map((row) => gridRow(row, start, columns)),
    start: Math.min(...cells.map((cell) => cell.start)),
    end: Math.max(...cells.map((cell) => cell.end)),
  }
  return withUnits(grid)
}

/** A head of more rows: "2024 | 2023 | Change" and under it "£000 | £000 | %", years, or "(in thousands)". */
function withMoreHeads(titles: string[], rows: Text[][]): { titles: string[]; body: Text[][] } {
  const stop = rows.findIndex((row) => !isHeadRow(row, titles.length))
  const heads = rows.slice(0, Math.max(0, stop))
  const whole = titles.map((title, at) => [title, ...heads.map((row) => row[at]?.text.trim() ?? '')].join(' ').trim())
  return { titles: whole, body: rows.slice(heads.length) }
}

/** No label, and no figures but years; or units under every column. */
function isHeadRow([label, ...cells]: Text[], width: number): boolean {
  const said = cells.map(({ text }) => text.trim()).filter((text) => text !== '')
  if (said.length === 0 || cells.length + 1 !== width) return false
  if (label?.text.trim() !== '')
    return said.length > 1 && said.every((text) => unitWord.test(text) || yearWord.test(text))
  return said.every((text) => yearWord.test(text) || tableNumber(text) === undefined) && !said.every(isBlankCell)
}

const yearWord = /^20\d\d(?:[/-]\d\d)?$/
const unitWord = /^\(?(?:[A-Z]{0,3}[£$€]\s?['‘’`]?(?:000s?|k|m|bn|millions?|mil)?|%|per cent|no\.?|number)\)?$/i

/** Whether a first row is no head: a label, and then figures that are not all years. */
function startsWithFigures(row: Text[]): boolean {
  const figures = row.slice(1).flatMap((cell) => tableNumber(cell.text) ?? [])
  return figures.length > 0 && !figures.every(isYear) && tableNumber(row[0]?.text ?? '') === undefined
}

function isColumnOfFigures(rows: Text[][], at: number): boolean {
  const shown = rows.flatMap((row) => (row[at] && !isBlankCell(row[at].text) ? [row[at].text] : []))
  const numbers = shown.flatMap((text) => tableNumber(text) ?? [])
  if (numbers.length === 0 || numbers.length * 2 < shown.length) return false
  return !numbers.every(isYear)
}

const isYear = (number: TableNumber) =>
  number.unit === 'plain' && number.step === 1 && number.value >= 1990 && number.value <= 2050

function gridRow(row: Text[], first: number, columns: number[]): GridRow {
  const labels = row.slice(0, first).filter((cell) => cell.text.trim() !== '')
  const cells = columns.map((at) => gridCell(row[at]))
  const anchor = labels[0] ?? row[0]
  return {
    label: labels.map((cell) => cell.text.trim()).join(' '),
    start: anchor?.start ?? 0,
    end: labels.at(-1)?.end ?? anchor?.end ?? 0,
    cells,
  }
}

/** A cell with its number read. */
export function gridCell(cell: Text | undefined): GridCell | undefined {
  if (!cell) return undefined
  const number = tableNumber(cell.text)
  return number ? { ...cell, number } : { ...cell }
}

/**
 * Gives plain numbers the unit that their column's header or the row's label names. Brackets round every percentage of a
 * column, "1,234 (38%)", are no minus, unless it is one of changes.
 */
export function withUnits(grid: Grid): Grid {
  const percent = (text: string) => /%|\bper ?cent(age)?\b/i.test(text)
  const ofColumn = grid.headers.map(percent)
  const inBrackets = grid.headers.map(
    (header, at) =>
      !changing.test(header) && grid.rows.every(({ cells }) => !cells[at]?.number || isBracketed(cells[at])),
  )
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      if (!cell?.number) return cell
      const { value, unit } = cell.number
      if (inBrackets[at]) return { ...cell, number: { ...cell.number, value: Math.abs(value) } }
      const isPercent = ofColumn[at] || /%\s*\)?$|^%|\bper ?cent(age)?\b/i.test(row.label)
      return unit === 'plain' && isPercent ? { ...cell, number: { ...cell.number, unit: 'percent' as const } } : cell
    }),
  }))
  return { ...grid, rows }
}

const changing = /\b(?:change|variance|difference|movement|growth|increase|decrease|gap)\b|\+\s?\/\s?-/i
const isBracketed = ({ text }: GridCell) => /^\s*\([\d.,]+\s?%\)\s*$/.test(text)

/** The same table with its columns as rows, so that a rule for rows can be asked of columns. */
export function transposed(grid: Grid): Grid {
  const labelled = grid.rows.filter((row) => row.cells.some((cell) => cell?.number))
  const rows = grid.headers.map((header, at): GridRow => {
    const cells = labelled.map((row) => row.cells[at])
    const known = cells.find((cell) => cell !== undefined)
    return { label: header, start: known?.start ?? grid.start, end: known?.end ?? grid.start, cells }
  })
  return { ...grid, headers: labelled.map((row) => row.label), rows }
}

/** Whether a table says that its money is rounded to thousands or millions, or that its figures are rounded. */
export function isRounded(grid: Grid): boolean {
  return /[£$€]\s?['‘’`]?\s?(000|k\b|m\b|million)|thousand|rounded|rounding|\bFTE\b|full.time equivalent|\bhours\b|estimate|weighted|['‘’]000|'m\b/i.test(
    `${grid.caption} ${grid.headers.join(' ')}`,
  )
}

/** Accounts are mostly rounded, and do not always say so: one in the last place may be that. */
export const isOfMoney = (grid: Grid) =>
  /\b(?:income|expenditure|expenses?|earnings|profit|loss|cash|equity|assets?|liabilit\w+|debts?|tax|revenue|costs?|sales|budget|outturn|net financial|credit losses)\b/i.test(
    `${grid.caption.slice(-160)} ${grid.headers.join(' ')} ${grid.rows.map(({ label }) => label).join(' ')}`,
  ) && grid.rows.some(({ cells }) => cells.some((cell) => Math.abs(cell?.number?.value ?? 0) >= 100))

/** Labels of rows or columns that stand for the sum of others. */
export function isTotalLabel(label: string): boolean {
  if (
    /\b(average|mean|median|per (?:cent|1,?000|head|month|day|week)|rate|% of|of which|target)\b|,\s*net\b|^other\b/i.test(
      label,
    )
  ) {
    return false
  }
  return /\b(?:sub-?\s?totals?|totals?|gross(?! (?:misconduct|negligence|indecency))|overall|(?<!safety )net)\b|^(?:in )?all\b|^(?:financing|funding)$|^(?:sum|combined|whole force|force ?wide|force area)\b/i.test(
    label,
  )
}

/** Labels that say "total" and nothing that would make it the total of something else. */
export function isBareTotal(label: string): boolean {
  const rest = label
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .replace(
      /\b(sub|grand|overall|the|of|all|for|year|in|total|totals|number|amount|sum|and|area|areas|force|county|combined)\b/g,
      ' ',
    )
    .trim()
  return /\b(total|totals|all|overall|combined|sum)\b/i.test(label) && rest === ''
}
