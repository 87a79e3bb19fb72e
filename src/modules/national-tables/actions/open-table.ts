import { gunzipSync } from 'node:zlib'
import { err, ok, type Result } from '#kernel/result.js'
import { readTables } from '#platform/tables/read-tables.js'
import type { TableLimits } from '#platform/tables/table.js'
import type { Sheet, SheetProblem } from '../domain/sheet.js'

/** A file as it was opened: its sheets, or the text of a file of boundaries. */
export type OpenedTable = { readonly sheets: readonly Sheet[] } | { readonly json: string }

/** National tables are longer than what an office sends round: a year of outcomes has 150,000 rows. */
const LIMITS: Partial<TableLimits> = {
  ...{ bytes: 100_000_000, unpackedBytes: 1_500_000_000, rows: 2_000_000, cells: 30_000_000 },
  ...{ columns: 2000, memoryMb: 3000, seconds: 600 },
}

/** What a packed text may unpack to. */
const MOST_UNPACKED = 400_000_000

/** Opens a CSV, a workbook or a file of boundaries, packed with gzip or not. */
export async function openTable(fileName: string, bytes: Uint8Array): Promise<Result<OpenedTable, SheetProblem[]>> {
  const plain = unpacked(bytes)
  if (!plain.ok) return plain
  const start = Buffer.from(plain.value.subarray(0, 64))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith('{')) return ok({ json: Buffer.from(plain.value).toString('utf8') })
  const tables = await readTables(plain.value, { fileName: fileName.replace(/\.gz$/i, ''), limits: LIMITS })
  return tables.ok ? ok({ sheets: tables.value }) : err([tables.error])
}

function unpacked(bytes: Uint8Array): Result<Uint8Array, SheetProblem[]> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return ok(bytes)
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }))
  } catch (problem) {
    const isLarge = problem instanceof RangeError
    const said = isLarge
      ? 'The packed file unpacks to far more than such a table holds'
      : 'The packed file is damaged or cut short'
    return err([{ sheet: '', cell: '', problem: said, fix: 'Take the publisher’s file again' }])
  }
}
