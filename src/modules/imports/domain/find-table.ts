import { cellAddress } from '#kernel/cell-address.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type ColumnRole, plainHeader, roleOf } from './header-words.js'
import type { ColumnUse, FigurePart, Mapping, MeasureNames } from './mapping.js'
import { type ImportProblem, mergedProblems, quoted, type Sheet, type SheetRow } from './sheet.js'
import { namesPeriod } from './written-period.js'

/** One column of a table as it is read. A `period` head with figures under it is a `period-figure`. */
export type TableColumn = { readonly index: number; readonly header: string } & (
  | { readonly role: ColumnRole }
  | { readonly role: 'figure'; readonly measure: string; readonly part: FigurePart }
  | { readonly role: 'period-figure' }
  | { readonly role: 'unknown' }
)

/** Heads found in a sheet. */
type Heads = {
  readonly sheet: Sheet
  readonly headerRow: number
  readonly columns: readonly TableColumn[]
  /** The measure of the whole table, when neither column nor row says it. */
  readonly measure: string
}

/** A table found in a sheet: its heads, and the rows under them without the notes below. */
export type Table = Heads & { readonly rows: readonly SheetRow[] }

/** What the finding goes by. */
export type FindingContext = { readonly mapping: Mapping; readonly names: MeasureNames }

const ROWS_SEARCHED = 40

/** Finds the table of figures by the names of its heads, never by their place. */
export function findTable(sheets: readonly Sheet[], context: FindingContext): Result<Table, ImportProblem[]> {
  const { mapping } = context
  const shown = mapping.sheet
    ? sheets.filter(({ name }) => name === mapping.sheet)
    : sheets.filter((each) => !each.isHidden)
  if (shown.length === 0) return err([noSheet(sheets, mapping.sheet)])
  const tables = shown.flatMap((sheet) => bestHeads(sheet, context) ?? [])
  const whole = tables.filter((table) => lacks(table).length === 0)
  if (whole.length > 1) return err([severalTables(whole)])
  const [heads = tables.sort(byLikelihood)[0]] = whole
  if (!heads) return err([noTable(shown[0], mapping.headerRow)])
  const table = withRows(heads)
  const problems = tableProblems(table, mapping)
  return problems.length > 0 ? err(problems) : ok(table)
}

/** The table that a sheet most probably holds, whole or not, for a person to correct. */
export function likelyTable(sheets: readonly Sheet[], context: FindingContext): Table | undefined {
  const { mapping } = context
  const shown = sheets.filter(({ name, isHidden }) => (mapping.sheet ? name === mapping.sheet : !isHidden))
  const [heads] = shown.flatMap((sheet) => bestHeads(sheet, context) ?? []).sort(byLikelihood)
  return heads && withRows(heads)
}

function bestHeads(sheet: Sheet, context: FindingContext): Heads | undefined {
  const { headerRow } = context.mapping
  const candidates = headerRow
    ? sheet.rows.filter(({ number }) => number === headerRow)
    : sheet.rows.slice(0, ROWS_SEARCHED).filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1)
  return candidates.map((row) => headsAt(sheet, row, context)).sort(byLikelihood)[0]
}

/** A whole table first; then heads without numbers among them, the most that is understood, and the upper row. */
function byLikelihood(a: Heads, b: Heads): number {
  const isPart = (heads: Heads) => Number(lacks(heads).length > 0)
  return isPart(a) - isPart(b) || numbers(a) - numbers(b) || known(b) - known(a) || a.headerRow - b.headerRow
}

/** How many heads are plain numbers, which is what rows of figures look like. */
function numbers({ columns }: Heads): number {
  return columns.filter(({ header }) => /^[-−(£]*[\d,.]+[)%]?$/.test(header) && !namesPeriod(header)).length
}

function headsAt(sheet: Sheet, row: SheetRow, { mapping, names }: FindingContext): Heads {
  const below = { sheet, headerRow: row.number }
  const columns = withCorner(
    row.cells.flatMap((cell, index) => (cell ? [columnOf(cell.text, index, { mapping, names })] : [])),
    below,
  )
  const measure =
    mapping.measure ||
    (columns.some(({ role }) => role === 'measure' || role === 'figure') ? '' : (names.find(sheet.name)?.slug ?? ''))
  return { sheet, headerRow: row.number, columns, measure }
}

function columnOf(header: string, index: number, { mapping, names }: FindingContext): TableColumn {
  const plain = plainHeader(header)
  const use = mapping.columns.find((each) => plainHeader(each.header) === plain)
  if (use) return { ...use, index, header }
  const role = roleOf(header)
  if (role) return { index, header, role }
  if (namesPeriod(header)) return { index, header, role: 'period-figure' }
  return { index, header, ...(figureHead(header, names) ?? { role: 'unknown' }) }
}

function figureHead(header: string, names: MeasureNames) {
  const match = /^(.*?)[ (:,-]+(value|numerator|denominator)\)?$/i.exec(header.slice(0, 300))
  const whole = names.find(header)
  if (whole) return { role: 'figure', measure: whole.slug, part: 'value' } as const
  const measure = match && names.find(match[1] ?? '')
  const part = (['value', 'numerator', 'denominator'] as const).find((each) => each === match?.[2]?.toLowerCase())
  return measure && part ? ({ role: 'figure', measure: measure.slug, part } as const) : undefined
}

/** A table with a column for each period (or measure) often leaves its first head empty: it names the rows. */
function withCorner(
  columns: readonly TableColumn[],
  { sheet, headerRow }: Pick<Heads, 'sheet' | 'headerRow'>,
): TableColumn[] {
  const has = (role: TableColumn['role']) => columns.some((column) => column.role === role)
  const first = Math.min(...columns.map(({ index }) => index))
  const isUsed = first > 0 && sheet.rows.some(({ number, cells }) => number > headerRow && cells[0])
  if (!isUsed || columns.some(({ index }) => index === 0)) return [...columns]
  const corner = { index: 0, header: '' }
  if (has('period-figure') && !has('measure')) return [{ ...corner, role: 'measure' }, ...columns]
  return has('figure') && !has('period') ? [{ ...corner, role: 'period' }, ...columns] : [...columns]
}

/** The rows under the heads, without the lines below a table that fill one cell each: notes and sources. */
function withRows(heads: Heads): Table {
  const rows = heads.sheet.rows.filter(({ number }) => number > heads.headerRow)
  const isNote = ({ cells }: SheetRow) => cells.filter((cell) => cell !== null).length === 1 && heads.columns.length > 1
  const last = rows.findLastIndex((row) => !isNote(row))
  return { ...heads, rows: rows.slice(0, last + 1) }
}

/** How many columns are understood. */
function known({ columns }: Heads): number {
  return columns.filter(({ role }) => role !== 'unknown' && role !== 'left-out').length
}

/** What a table must have and this one has not. */
function lacks({ columns, measure }: Heads): ('measure' | 'period' | 'value')[] {
  const has = (...roles: TableColumn['role'][]) => columns.some(({ role }) => roles.includes(role))
  return [
    ...(has('measure', 'figure') || measure !== '' ? [] : (['measure'] as const)),
    ...(has('period', 'period-figure') ? [] : (['period'] as const)),
    ...(has('value', 'numerator', 'figure', 'period-figure') ? [] : (['value'] as const)),
  ]
}

function tableProblems(table: Table, mapping: Mapping): ImportProblem[] {
  return [
    ...missingHeads(table, mapping),
    ...unknownHeads(table),
    ...doubleHeads(table),
    ...headless(table),
    ...mergedProblems(table.sheet, table.headerRow, lastRow(table)),
  ]
}

const LACKING = {
  measure: 'No column says which measure the figures are of',
  period: 'No column says which period the figures are of',
  value: 'No column holds the figures',
} as const

function missingHeads(table: Table, mapping: Mapping): ImportProblem[] {
  const { sheet, headerRow, columns } = table
  const at = { sheet: sheet.name, cell: `row ${headerRow}` }
  const heads = columns.map(({ header }) => quoted(header)).join(', ')
  const lacking = lacks(table).map((what) => ({
    ...at,
    problem: `${LACKING[what]}. The heads are ${heads}`,
    fix: `Name a column “${what}”, or say which one it is`,
  }))
  const seen = new Set(columns.map(({ header }) => plainHeader(header)))
  const gone = mapping.columns.filter(({ header, role }) => role !== 'left-out' && !seen.has(plainHeader(header)))
  const missing = gone.map(({ header }: ColumnUse) => ({
    ...at,
    problem: `There is no column ${quoted(header)}, which the kept way of reading expects`,
    fix: 'Check that this is the right file, or read it in another way',
  }))
  return [...lacking, ...missing]
}

function unknownHeads({ sheet, headerRow, columns }: Table): ImportProblem[] {
  return columns.flatMap(({ role, header, index }) =>
    role === 'unknown'
      ? [
          {
            sheet: sheet.name,
            cell: cellAddress(headerRow, index),
            problem: `The column ${quoted(header)} is not known`,
            fix: 'Say what it holds, or leave it out',
          },
        ]
      : [],
  )
}

function doubleHeads({ sheet, headerRow, columns }: Table): ImportProblem[] {
  const keyed = columns.filter(({ role }) => role !== 'unknown' && role !== 'left-out')
  const groups = Map.groupBy(keyed, keyOf)
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((other) => ({
      sheet: sheet.name,
      cell: cellAddress(headerRow, other.index),
      problem: `${quoted(other.header)} says the same as ${quoted(first?.header ?? '')} in ${cellAddress(headerRow, first?.index ?? 0)}`,
      fix: 'Leave out one of the two columns',
    })),
  )
}

/** A cell that stands under no head, such as what a thousands comma without quotation marks leaves behind. */
function headless({ sheet, columns, rows }: Table): ImportProblem[] {
  const known = new Set(columns.map(({ index }) => index))
  const first = new Map<number, ImportProblem>()
  for (const { number, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      if (!cell || known.has(index) || first.has(index)) continue
      const problem = `${quoted(cell.text)} stands in a column without a head`
      const fix = 'Give the column a head, or empty it; in CSV, put a number with a comma between quotation marks'
      first.set(index, { sheet: sheet.name, cell: cellAddress(number, index), problem, fix })
    }
  }
  return [...first.values()]
}

function keyOf(column: TableColumn): string {
  if (column.role === 'figure') return `${column.role} ${column.measure} ${column.part}`
  return column.role === 'period-figure' ? `${column.role} ${plainHeader(column.header)}` : column.role
}

function lastRow({ rows, headerRow }: Table): number {
  return rows.at(-1)?.number ?? headerRow
}

function noSheet(sheets: readonly Sheet[], wanted: string): ImportProblem {
  const names = sheets.map(({ name }) => quoted(name)).join(', ')
  const problem = wanted ? `There is no sheet ${quoted(wanted)}. There are ${names}` : 'Every sheet is hidden or empty'
  return { sheet: wanted, cell: '', problem, fix: 'Choose the sheet that holds the figures' }
}

function severalTables(tables: readonly Heads[]): ImportProblem {
  const names = tables.map(({ sheet }) => quoted(sheet.name)).join(', ')
  return { sheet: '', cell: '', problem: `More than one sheet holds figures: ${names}`, fix: 'Say which one to take' }
}

function noTable(sheet: Sheet | undefined, headerRow: number): ImportProblem {
  const isEmpty = (sheet?.rows.length ?? 0) === 0
  const where = headerRow ? `Row ${headerRow} holds no heads` : 'No row with the heads of a table was found'
  return {
    sheet: sheet?.name ?? '',
    cell: headerRow ? `row ${headerRow}` : '',
    problem: isEmpty ? 'There is nothing in it' : where,
    fix: 'Give each column a head: measure, period and value, or say which column is which',
  }
}
