import { ok, type Result } from '#kernel/result.js'
import { answerOnce } from '../limited-process.js'
import { packTables } from './packed-tables.js'
import { readBytes } from './read-bytes.js'
import type { TableLimits, TableProblem } from './table.js'

/** What the reading process is asked, once. */
export type ReadingOrder = { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: TableLimits }

// This file is a process of its own: it reads one file, answers, and ends.
answerOnce(async ({ bytes, fileName, limits }: ReadingOrder): Promise<Result<string, TableProblem>> => {
  const read = await readBytes(bytes, fileName, limits)
  return read.ok ? ok(packTables(read.value)) : read
})
