import { basename } from 'node:path'
import { err, ok, type Result } from '#kernel/result.js'
import { type ProcessProblem, runLimited } from '../limited-process.js'
import { unpackTables } from './packed-tables.js'
import { isSmallText, readBytes } from './read-bytes.js'
import type { ReadingOrder } from './reader-process.js'
import { fileProblem, type ReadTable, TABLE_LIMITS, type TableLimits, type TableProblem } from './table.js'

/** What the tables are read from: the file's name, and limits other than the usual. */
export type ReadingOptions = { readonly fileName: string; readonly limits?: Partial<TableLimits> }

const PROCESS = new URL('./reader-process.js', import.meta.url)

/**
 * Reads the tables of a CSV, XLSX or ODS file. All but small plain text is read in a process of its own, which may
 * use only so much memory and time, and may write nothing: a file made to do harm ends that process and no other.
 */
export async function readTables(
  bytes: Uint8Array,
  { fileName, limits }: ReadingOptions,
): Promise<Result<ReadTable[], TableProblem>> {
  const order: ReadingOrder = { bytes, fileName: basename(fileName), limits: { ...TABLE_LIMITS, ...limits } }
  if (isSmallText(bytes) || bytes.length > order.limits.bytes) return readBytes(bytes, order.fileName, order.limits)
  const { memoryMb, seconds } = order.limits
  const read = await runLimited<Result<string, TableProblem>>(PROCESS, order, { megabytes: memoryMb, seconds })
  if (!read.ok) return err(PROBLEMS[read.error.code])
  return read.value.ok ? ok(unpackTables(read.value.value)) : read.value
}

const FIX = 'Copy the figures alone into a new workbook, or save them as CSV'
const PROBLEMS: Readonly<Record<ProcessProblem['code'], TableProblem>> = {
  'too-big': fileProblem('The file needs more memory than any return of figures should, so it was not read', FIX),
  'too-slow': fileProblem('The file takes longer to read than any return of figures should', FIX),
  failed: fileProblem('The file is damaged in a way that cannot be read', FIX),
}
