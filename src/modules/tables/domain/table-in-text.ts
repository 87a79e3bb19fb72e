import type { CheckedDocument } from '#modules/passages/index.js'
import {
  isBlankCell,
  type Line,
  openLines,
  type Piece,
  piecesOf,
  tableNumber,
  yearPiece,
} from '#modules/quantities/index.js'
import { type Grid, type GridRow, gridCell, withUnits } from './grid.js'
import { columnTables } from './table-by-column.js'

/** A line read as a row: a label and the figures after it. */
type RowLine = { line: Line; at: number; label: string; labelEnd: number; figures: Piece[] }

/** The tables that plain lines hold, printed row by row or (as PDF extraction leaves them) column by column. */
export function tablesInText(document: CheckedDocument): Grid[] {
  const lines = openLines(document)
  return [...rowTables(lines), ...columnTables(lines)]
}

const GAP = 3

function rowTables(lines: Line[]): Grid[] {
  const grids: Grid[] = []
  let group: RowLine[] = []
  const close = () => {
    const grid = gridOfRows(group, lines)
    if (grid) grids.push(grid)
    group = []
  }
  lines.forEach((line, at) => {
    const row = line.isBreak ? undefined : rowLine(line, at)
    const last = group.at(-1)
    if (line.isBreak || (last && (at - last.at > GAP + 1 || isProse(line.text)))) close()
    if (row && last && at - last.at > 1 && !belongs(row, group)) close()
    if (row) group.push(row)
  })
  close()
  return grids
}

/** After a gap, a row with another number of figures belongs to the table only when they stand under its columns. */
function belongs(row: RowLine, group: RowLine[]): boolean {
  const wide = group.filter((other) => other.figures.length > row.figures.length)
  if (group.some((other) => other.figures.length === row.figures.length)) return true
  if (wide.length === 0) return group.length < 2
  const edges = rightEdges(wide)
  return row.figures.every((figure) => edges.some((edge) => Math.abs(edge - figure.end) <= 2))
}

/** A full line of running text ends a table. */
const isProse = (text: string) => text.trim().length > 70 && !/\d[)%]?\s*$/.test(text) && !/\s{3,}/.test(text.trim())

function rowLine(line: Line, at: number): RowLine | undefined {
  if (line.text.length > 300) return undefined
  const open = line.text.replaceAll('|', ' ')
  const pieces = piecesOf(open)
  let first = pieces.length
  while (first > 0 && isFigure(pieces[first - 1]?.text ?? '')) first -= 1
  const isYear = first === 0 && pieces.length > 2 && yearPiece.test(pieces[0]?.text ?? '')
  if (isYear) first = 1
  if (isRangeEnd(pieces, first)) first += 1
  const figures = pieces.slice(first)
  const labelEnd = pieces[first - 1]?.end ?? 0
  const label = line.text
    .slice(0, labelEnd)
    .replace(/[.…\s]{3,}$|\|/g, ' ')
    .trim()
  const hasNumber = figures.some((piece) => tableNumber(piece.text))
  if (!hasNumber || !(isYear || /[A-Za-z]/.test(label)) || label.length > 90) return undefined
  if (figures.length === 1 && !isSetApart(open, labelEnd, figures[0])) return undefined
  return { line, at, label, labelEnd, figures }
}

/** "16 to 24   131": the first figure is the end of the range that names the row. */
const isRangeEnd = (pieces: Piece[], first: number) =>
  first >= 2 &&
  first < pieces.length - 1 &&
  /^(?:to|and|[–-])$/.test(pieces[first - 1]?.text ?? '') &&
  /^£?\d[\d,]*$/.test(pieces[first - 2]?.text ?? '')

const isFigure = (text: string) => tableNumber(text) !== undefined || (isBlankCell(text) && !/^[.*]+$/.test(text))

/** One figure after a label is a row only when space or dots set it apart, or it is money or a percentage. */
function isSetApart(text: string, labelEnd: number, figure: Piece | undefined): boolean {
  if (!figure || (yearPiece.test(figure.text) && !/\t|\s{3,}/.test(text.slice(labelEnd, figure.start)))) return false
  const isWide = /\t|\s{2,}|[.…]{3,}/.test(text.slice(Math.max(0, labelEnd - 3), figure.start))
  return isWide || (/^[£(-]*£|%$/.test(figure.text) && labelEnd < 50 && !/[,;]$/.test(text.slice(0, labelEnd)))
}

function gridOfRows(lined: RowLine[], lines: Line[]): Grid | undefined {
  const named = withNumbersOfNames(lined)
  const width = commonWidth(named)
  const edges = rightEdges(named.filter((row) => row.figures.length === width))
  const group = withoutEnds(named, (row) => gridRow(row, width, edges).cells.length <= width)
  const first = group[0]
  if (group.length < 3 || !first || width === 0) return undefined
  const rows: GridRow[] = []
  let last = first.at - 1
  for (const row of group) {
    rows.push(...headingsBetween(lines, last + 1, row.at))
    rows.push(gridRow(row, width, edges))
    last = row.at
  }
  if (rows.some((row) => row.cells.length > width)) return undefined
  const head = headOf(lines, first.at, spansOf(group.filter((row) => row.figures.length === width)))
  const end = group.at(-1)?.line
  return withUnits({ ...head, rows, start: first.line.start, end: (end?.start ?? 0) + (end?.text.length ?? 0) })
}

/** Without the rows before the first and behind the last that stands under the columns: a running head with its page. */
const withoutEnds = (group: RowLine[], isUnder: (row: RowLine) => boolean) =>
  group.slice(Math.max(0, group.findIndex(isUnder)), group.findLastIndex(isUnder) + 1)

/** "Calls to 999    151,620    158,340" among rows of two figures: the first belongs to the name. */
function withNumbersOfNames(group: RowLine[]): RowLine[] {
  const least = Math.min(...group.map(({ figures }) => figures.length))
  const long = group.filter(({ figures }) => figures.length > least)
  const isNamed = ({ figures, labelEnd }: RowLine) =>
    figures.length === least + 1 && /^\d{1,4}$/.test(figures[0]?.text ?? '') && figures[0]?.start === labelEnd + 1
  if (least < 1 || group.length - long.length < 2 || !long.every(isNamed)) return group
  return group.map((row) => {
    const [first, ...figures] = row.figures
    if (!first || figures.length < least) return row
    return { ...row, figures, label: `${row.label} ${first.text}`, labelEnd: first.end }
  })
}

function commonWidth(group: RowLine[]): number {
  const counts = new Map<number, number>()
  for (const row of group) counts.set(row.figures.length, (counts.get(row.figures.length) ?? 0) + 1)
  const [width = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return times >= 2 && times * 2 >= group.length ? width : 0
}

function rightEdges(rows: RowLine[]): number[] {
  const width = rows[0]?.figures.length ?? 0
  return Array.from({ length: width }, (_, at) => {
    const ends = rows.map((row) => row.figures[at]?.end ?? 0).sort((a, b) => a - b)
    return ends[ends.length >> 1] ?? 0
  })
}

function gridRow(row: RowLine, width: number, edges: number[]): GridRow {
  const cells = row.figures.map((piece) =>
    gridCell({ text: piece.text, start: row.line.start + piece.start, end: row.line.start + piece.end }),
  )
  const start = row.line.start + (row.line.text.length - row.line.text.trimStart().length)
  const base = { label: row.label, start, end: row.line.start + row.labelEnd }
  if (cells.length === width) return { ...base, cells }
  return { ...base, cells: placed(row, cells, edges) }
}

/** A row with fewer figures than the table has columns: each goes where its right edge stands, or the row is left out. */
function placed(row: RowLine, cells: GridRow['cells'], edges: number[]): GridRow['cells'] {
  const result: GridRow['cells'] = edges.map(() => undefined)
  for (const [at, piece] of row.figures.entries()) {
    const column = edges.findIndex((edge) => Math.abs(edge - piece.end) <= 2)
    if (column < 0 || result[column]) return [...cells, ...edges.map(() => undefined)]
    result[column] = cells[at]
  }
  return result
}

function headingsBetween(lines: Line[], from: number, until: number): GridRow[] {
  return lines.slice(from, until).flatMap((line) => {
    const label = line.text.trim()
    return label === '' ? [] : [{ label, start: line.start, end: line.start + line.text.length, cells: [] }]
  })
}

/** Up to five lines above the first row: the caption, and the headers when they fit the columns. */
function headOf(lines: Line[], first: number, columns: Span[]): { caption: string; headers: string[] } {
  const width = columns.length
  const above = lines.slice(Math.max(0, first - 6), first).filter((line) => line.text.trim() !== '')
  const caption = above
    .map((line) => line.text.trim())
    .join(' ')
    .slice(-400)
  const found = above.toReversed().flatMap((line) => headersIn(line.text, columns) ?? [])
  return { caption, headers: found.slice(0, width).length === width ? found.slice(0, width) : columns.map(() => '') }
}

/** The headers on one line, by their number or by what stands over each column; nothing when the line is no head. */
function headersIn(text: string, columns: Span[]): string[] | undefined {
  const width = columns.length
  const parts = text.trim().split(/\s{2,}|\t|\s*\|\s*/)
  if (width > 1 && (parts.length === width || parts.length === width + 1)) return parts.slice(-width)
  const pieces = piecesOf(text)
  const named = namedHeads(text, columns)
  if (named) return named
  const years = pieces.filter((piece) => yearPiece.test(piece.text))
  if (width > 1 && years.length === width) return years.map((piece) => piece.text)
  const heads = columns.map(() => '')
  for (const piece of pieces) {
    const column = nearest(piece, columns)
    if (column >= 0) heads[column] = `${heads[column]} ${piece.text}`.trim()
  }
  const isHead =
    heads.filter((head) => head !== '').length * 2 > width &&
    text.trim().length < 40 + 25 * width &&
    !/[.;:,]$|[a-z]{2}\. /.test(text.trim())
  return isHead && width > 1 ? heads : undefined
}

/** A capital word or a day for each column, and perhaps one over the labels: "Reserve 1 April 2024 In Out 31 March 2025". */
function namedHeads(text: string, columns: Span[]): string[] | undefined {
  const pieces = [...text.matchAll(headPiece)]
  const corner = pieces[0] ? pieces[0].index + pieces[0][0].length : 0
  const isCornered = pieces.length === columns.length + 1 && corner <= (columns[0]?.left ?? 0)
  const isHead = columns.length > 1 && (pieces.length === columns.length || isCornered)
  return isHead && text.replace(headPiece, '').trim() === ''
    ? pieces.slice(-columns.length).map(([head]) => head)
    : undefined
}

const headPiece = /(?<!\S)(?:[A-Z%£][^\s\d]*|\d\d? [A-Z][a-z]+ 20\d\d)(?!\S)/g

type Span = { left: number; right: number }

/** The column under which a word stands, or -1 when it stands clear of all of them. */
function nearest(piece: Piece, columns: Span[]): number {
  const distances = columns.map(({ left, right }) => Math.max(0, piece.start - right, left - piece.end))
  const least = Math.min(...distances)
  return least <= 3 ? distances.indexOf(least) : -1
}

function spansOf(rows: RowLine[]): Span[] {
  return (rows[0]?.figures ?? []).map((_, at) => ({
    left: Math.min(...rows.map((row) => row.figures[at]?.start ?? 0)),
    right: Math.max(...rows.map((row) => row.figures[at]?.end ?? 0)),
  }))
}
