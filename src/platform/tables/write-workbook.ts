import type { CellStyle, CellValue } from 'hucre'
import { inertText } from '../csv.js'

/** One cell of a workbook that leaves. A Date is a calendar day at midnight UTC. */
export type WorkbookCell = string | number | boolean | Date | null

/** One sheet: its rows from A1 down, how wide its columns are, and how many rows at the top are its head. */
export type WorkbookSheet = {
  readonly name: string
  readonly rows: readonly (readonly WorkbookCell[])[]
  /** Width in characters and number format ("#,##0", "0.0", "yyyy-mm-dd") of each column, from A on. */
  readonly columns?: readonly { readonly width?: number; readonly format?: string }[]
  /** Rows at the top that stay in sight and stand in bold. */
  readonly headRows?: number
  /** Other rows in bold, counted from 0. */
  readonly boldRows?: readonly number[]
}

/** The two forms in which a workbook may leave. */
export type WorkbookFormat = 'xlsx' | 'ods'

/** What the file says of itself. Without a moment it is the first of 2000: the same content is the same bytes. */
export type WorkbookFacts = { readonly title?: string; readonly creator?: string; readonly modifiedAt?: Date }

/** The media types of the two forms. */
export const WORKBOOK_TYPES: Readonly<Record<WorkbookFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** Writes a workbook. No cell is a formula, and text that looks like one is made harmless; the same input gives the same bytes. */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  format: WorkbookFormat,
  facts: WorkbookFacts = {},
): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const at = facts.modifiedAt ?? new Date('2000-01-01T00:00:00Z')
  const { title, creator } = facts
  const written = {
    sheets: sheets.map((sheet, index) => sheetOf(sheet, names[index] ?? `Sheet ${index + 1}`)),
    properties: { created: at, modified: at, ...(title && { title: readable(title) }), ...(creator && { creator }) },
  }
  const { writeOds, writeXlsx } = await import('hucre')
  return Buffer.from(await (format === 'xlsx' ? writeXlsx(written) : writeOds(written)))
}

function sheetOf({ rows, columns = [], headRows = 0, boldRows = [] }: WorkbookSheet, name: string) {
  const bold = new Set([...Array.from({ length: headRows }, (_, row) => row), ...boldRows])
  return {
    name,
    rows: rows.map((row) => row.map(cellOf)),
    columns: columns.map(({ width, format }) => ({ ...(width && { width }), ...(format && { numFmt: format }) })),
    cells: styledCells(rows, bold),
    ...(headRows > 0 && { freezePane: { rows: headRows } }),
  }
}

const BOLD: CellStyle = { font: { bold: true } }
const DAY: CellStyle = { numFmt: 'yyyy-mm-dd' }

/** Heads are bold; a day keeps the form of a day, whatever its column's number format. */
function styledCells(rows: WorkbookSheet['rows'], bold: ReadonlySet<number>) {
  const cells = new Map<string, { value: CellValue; style: CellStyle }>()
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const style = { ...(bold.has(at) && BOLD), ...(cell instanceof Date && DAY) }
      if (Object.keys(style).length > 0) cells.set(`${at},${column}`, { value: cellOf(cell), style })
    }
  }
  return cells
}

function cellOf(cell: WorkbookCell): CellValue {
  if (typeof cell === 'string') return inertText(readable(cell)).slice(0, MOST_CHARACTERS)
  return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
}

/** What one cell of a spreadsheet may hold. */
const MOST_CHARACTERS = 32_767

/** Without the control characters and half characters that no XML file may hold. */
function readable(text: string): string {
  return text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
}

/** Names that a spreadsheet takes: 31 characters at most, none of `[]:*?/\`, and no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const plain = readable(name)
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim()
    const base = plain.slice(0, 31).trim() || `Sheet ${index + 1}`
    let free = base
    for (let next = 2; taken.has(free.toLowerCase()); next += 1) {
      const end = ` (${next})`
      free = `${base.slice(0, 31 - end.length).trim()}${end}`
    }
    taken.add(free.toLowerCase())
    return free
  })
}
