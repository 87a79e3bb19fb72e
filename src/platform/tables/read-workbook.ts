import { type Cell, type CellValue, HucreError, readOds, readXlsx, type Sheet, streamOdsRows } from 'hucre'
import { cellAddress } from '#kernel/cell-address.js'
import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { openArchive, type Parts, packed } from './archive.js'
import {
  fileProblem,
  type MergedCells,
  type ReadTable,
  RowCollector,
  type TableCell,
  type TableLimits,
  type TableProblem,
  textCell,
} from './table.js'
import { type OdsContent, odsContent, tidySheet } from './tidy-parts.js'

/** Reads an Excel (.xlsx) or OpenDocument (.ods) workbook. Formulas are never run: their stored results count. */
export async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<Result<ReadTable[], TableProblem>> {
  const opened = await openWorkbook(bytes, limits)
  if (!opened.ok) return opened
  const { file, ods } = opened.value
  try {
    const { sheets } = ods ? await odsOf(file, ods.plainNames) : await readXlsx(file, { readStyles: true })
    return tablesOf(sheets, limits, ods)
  } catch (problem) {
    if (problem instanceof HucreError) return err(unreadable(problem))
    throw problem
  }
}

/** A workbook with nothing in it but what is read; what it was unpacked from is let go before any cell is. */
type OpenedWorkbook = { readonly file: Buffer; readonly ods?: Omit<OdsContent, 'tidied'> }

async function openWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<Result<OpenedWorkbook, TableProblem>> {
  const unpacked = await openArchive(bytes, limits)
  if (!unpacked.ok) return unpacked
  const parts = new Map(unpacked.value)
  const form = formOf(parts)
  if (!form) return err(NO_WORKBOOK)
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) return err(LOCKED)
  if (form === 'xlsx') return ok({ file: packed(tidySheets(parts)) })
  const { tidied, ...ods } = odsContent(parts.get('content.xml') ?? Buffer.alloc(0))
  return ok({ file: packed(parts.set('content.xml', tidied)), ods })
}

/** Row by row where nothing is merged, which takes far less memory; else as a whole. */
async function odsOf(file: Buffer, names: OdsContent['plainNames']): Promise<{ readonly sheets: readonly Sheet[] }> {
  if (!names) return readOds(file)
  const sheets = names.map((name): Sheet => ({ name, rows: [] }))
  for await (const { index, sheetIndex = 0, values } of streamOdsRows(file)) {
    const rows = sheets[sheetIndex]?.rows
    if (rows) rows[index] = values
  }
  return { sheets }
}

const LOCKED = fileProblem('The workbook is locked with a password', 'Save it without a password')
const NO_WORKBOOK = fileProblem('This is no workbook that can be read', 'Save it as .xlsx, .ods or .csv')

function formOf(parts: Parts): 'xlsx' | 'ods' | undefined {
  if (parts.has('[Content_Types].xml') && parts.has('xl/workbook.xml')) return 'xlsx'
  const kind = parts.get('mimetype')?.toString('latin1') ?? ''
  return kind.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : undefined
}

function unreadable(problem: HucreError): TableProblem {
  if (/over the \d+ limit|outside the supported/.test(problem.message))
    return fileProblem(
      'A sheet has cells very far from each other, so that it cannot be read as a table',
      'Delete the rows and columns beyond the figures, or copy the figures into a new workbook',
    )
  return fileProblem(
    'The workbook is damaged: a spreadsheet program would have to mend it',
    'Open it there and save it again',
  )
}

function tidySheets(parts: Parts): Parts {
  return new Map(
    [...parts].map(([name, part]) => [name, /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? tidySheet(part) : part]),
  )
}

function tablesOf(
  sheets: readonly Sheet[],
  limits: TableLimits,
  ods: OpenedWorkbook['ods'],
): Result<ReadTable[], TableProblem> {
  const tables: ReadTable[] = []
  for (const sheet of sheets) {
    const rows = rowsOf(sheet, limits)
    if (!rows.ok) return rows
    const { name, merges = [], hidden = false, veryHidden = false } = sheet
    const notes = hiddenNotes(sheet, ods?.hiddenRows.get(name) ?? 0)
    const isHidden = hidden || veryHidden || ods?.hiddenSheets.has(name) === true
    tables.push({ name, rows: rows.value, merged: merges.filter(isOfCells).map(mergedOf), isHidden, notes })
  }
  return ok(tables)
}

function rowsOf({ name, rows, cells }: Sheet, limits: TableLimits) {
  const collector = new RowCollector(name, limits)
  for (const [row, values] of rows.entries()) {
    // Rows that hold nothing are left out where a sheet is read row by row.
    const read = (values ?? []).map((value, column) => cellOf(value, cells?.get(`${row},${column}`)))
    const problem = collector.add(row + 1, read)
    if (problem) return err(problem)
  }
  return ok(collector.rows)
}

function cellOf(value: CellValue, detail: Cell | undefined): TableCell | null {
  if (detail?.type === 'error') return { kind: 'error', text: String(value ?? '#ERROR') }
  const known = value ?? detail?.formulaResult ?? null
  // A formula may have worked out to no text at all.
  if (known === '') return null
  if (known === null) {
    return detail?.formula === undefined ? null : { kind: 'uncalculated', text: `=${detail.formula}`.slice(0, 100) }
  }
  if (typeof known === 'string') return textCell(known)
  if (typeof known === 'boolean') return { kind: 'boolean', text: known ? 'TRUE' : 'FALSE' }
  if (typeof known === 'number') return numberCell(known, detail?.style?.numFmt)
  return dateCell(known)
}

function numberCell(number: number, format: string | undefined): TableCell {
  if (!Number.isFinite(number)) return { kind: 'error', text: String(number) }
  const isPercent = format !== undefined && /%/.test(format.replaceAll(/"[^"]*"|\\./g, ''))
  return { kind: 'number', text: String(number), number, ...(isPercent && { isPercent: true }) }
}

/** A day as the sheet says it. A time of day alone is a date of 1899 or before 1905 in the sheet's own count. */
function dateCell(date: Date): TableCell {
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
  if (!isIsoDate(text)) return { kind: 'error', text: 'a date that does not exist' }
  return { kind: 'date', text, date: text satisfies IsoDate }
}

type Merge = NonNullable<Sheet['merges']>[number]

/** A damaged sheet may merge what is no cell. */
function isOfCells(merge: Merge): boolean {
  return [merge.startRow, merge.startCol, merge.endRow, merge.endCol].every((place) => place >= 0)
}

function mergedOf({ startRow, startCol, endRow, endCol }: Merge): MergedCells {
  return {
    range: `${cellAddress(startRow + 1, startCol)}:${cellAddress(endRow + 1, endCol)}`,
    ...{ fromRow: startRow + 1, untilRow: endRow + 1, fromColumn: startCol, untilColumn: endCol },
  }
}

function hiddenNotes({ rowDefs, columns, rows }: Sheet, more: number): string[] {
  const hidden =
    [...(rowDefs ?? [])].filter(([row, { hidden }]) => hidden && (rows[row]?.length ?? 0) > 0).length + more
  const across = (columns ?? []).filter(({ hidden }) => hidden).length
  return [
    ...(hidden > 0 ? [`${hidden} hidden ${hidden === 1 ? 'row is' : 'rows are'} read too`] : []),
    ...(across > 0 ? [`${across} hidden ${across === 1 ? 'column is' : 'columns are'} read too`] : []),
  ]
}
