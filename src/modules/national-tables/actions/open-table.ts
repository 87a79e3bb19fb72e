import { constants, gunzipSync } from 'node:zlib'
import { err, ok, type Result } from '#kernel/result.js'
import { type ProcessProblem, runLimited } from '#platform/limited-process.js'
import { readTables } from '#platform/tables/read-tables.js'
import type { TableLimits } from '#platform/tables/table.js'
import type { Sheet, SheetProblem } from '../domain/sheet.js'
import type { BoundariesOrder } from '../jobs/boundaries.child.js'
import type { PlaceContext, PlaceReading } from './place-facts.js'

/** A file as it was opened: its sheets, or a file of boundaries as it came. */
export type OpenedTable = { readonly sheets: readonly Sheet[] } | { readonly json: Uint8Array }

/** National tables are longer than what an office sends round: a year of outcomes has 150,000 rows. */
const LIMITS = {
  ...{ bytes: 100_000_000, unpackedBytes: 1_500_000_000, gunzippedBytes: 400_000_000, rows: 2_000_000 },
  ...{ cells: 30_000_000, columns: 2000, memoryMb: 3000, seconds: 600 },
} satisfies Partial<TableLimits>

/** Opens a CSV or a workbook, packed with gzip or not; a file of boundaries is only known for one. */
export async function openTable(fileName: string, bytes: Uint8Array): Promise<Result<OpenedTable, SheetProblem[]>> {
  if (bytes.length <= LIMITS.bytes && startOf(bytes).startsWith('{')) return ok({ json: bytes })
  const tables = await readTables(bytes, { fileName: fileName.replace(/\.gz$/i, ''), limits: LIMITS })
  if (!tables.ok) return err([tables.error])
  const cut = tables.value.find(({ cutRow }) => cutRow !== undefined)
  return cut ? err([{ sheet: cut.name, cell: `row ${cut.cutRow}`, ...CUT }]) : ok({ sheets: tables.value })
}

const CUT = {
  problem: 'The last line ends before its row does: the file was cut short',
  fix: 'Take the publisher’s file again',
}

const LOOKED_AT = 4096

/** The first letters of a text, unpacked as far as they are needed. */
function startOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT))
  const plain = start[0] === 0x1f && start[1] === 0x8b ? gunzipped(start) : start
  return plain
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
}

function gunzipped(start: Buffer): Buffer {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

const READING = new URL('../jobs/boundaries.child.js', import.meta.url)

/** Reads a file of boundaries in a process with limits: strangers drew it. */
export async function openBoundaries(bytes: Uint8Array, context: PlaceContext): Promise<PlaceReading> {
  const order: BoundariesOrder = { bytes, limits: LIMITS, context }
  const limits = { megabytes: LIMITS.memoryMb, seconds: LIMITS.seconds }
  const read = await runLimited<PlaceReading>(READING, order, limits)
  if (read.ok) return read.value
  const fix = 'Take simpler (generalised) boundaries from the publisher'
  return err([{ sheet: '', cell: '', problem: PROBLEMS[read.error.code], fix }])
}

const PROBLEMS: Readonly<Record<ProcessProblem['code'], string>> = {
  'too-big': 'The file needs more memory than any map of areas should, so it was not read',
  'too-slow': 'The file takes longer to read than any map of areas should',
  failed: 'The file is damaged in a way that cannot be read',
}
