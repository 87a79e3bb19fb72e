import { err, ok, type Result } from '#kernel/result.js'
import { loadDuckdb } from '#platform/lake/duckdb.js'
import type { LakeProblem } from '#platform/lake/source-place.js'
import { answerOnce } from '#platform/limited-process.js'
import { importFiles } from './import-files.js'
import { type ImportOrder, ImportStopped, type ImportWork } from './import-order.js'

/** Writes the rows of many files into a new part of the lake, in a process with limits: all of them, or none. */
answerOnce(async (order: ImportOrder, tell): Promise<Result<ImportWork, LakeProblem>> => {
  try {
    return ok(await importFiles(order, tell))
  } catch (problem) {
    if (problem instanceof ImportStopped) return err(problem.problem)
    throw problem
  }
})

// The engine is read while the order is still on its way. Where it cannot be, the import says so.
await loadDuckdb().catch(() => undefined)
