import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { err, ok, type Result } from '#kernel/result.js'
import { NotFound } from '#platform/errors.js'
import { readTables } from '#platform/tables/read-tables.js'
import type { TableCell } from '#platform/tables/table.js'
import type { TextRow } from '../domain/series-file.js'

/** The rows of a file, or of standard input ("-"), and the sheets that are passed over. */
type FileRows = { readonly rows: readonly TextRow[]; readonly passedOver: readonly string[] }

/** Reads the first table of a file: text with separators in any usual encoding, or a workbook. */
export async function rowsOfFile(file: string): Promise<Result<FileRows, string>> {
  const bytes = await bytesOf(file)
  if (bytes.length === 0) return ok({ rows: [], passedOver: [] })
  const read = await readTables(bytes, { fileName: file === '-' ? 'figures.csv' : file })
  if (!read.ok) {
    const { cell, problem, fix } = read.error
    return err(`${cell === '' ? '' : `${cell}: `}${problem}. ${fix}.`)
  }
  const [table, ...others] = read.value.filter(({ rows }) => rows.length > 0)
  const rows = (table?.rows ?? []).map(({ number, cells }) => ({ line: number, cells: cells.map(textOf) }))
  return ok({ rows, passedOver: others.map(({ name }) => name) })
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin)
  try {
    return await readFile(file)
  } catch {
    throw new NotFound(`There is no file '${file}' that can be read`)
  }
}

/** A workbook stores 45% as 0.45. */
function textOf(cell: TableCell | null): string {
  if (cell?.isPercent && cell.number !== undefined) return `${Number((100 * cell.number).toPrecision(12))}%`
  return cell?.text ?? ''
}
