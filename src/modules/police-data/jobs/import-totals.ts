import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { quoted, quotedList } from '#platform/lake/lake.js'
import { TOTALS_FILE } from '../domain/files.js'
import { type Batch, expectedMonth } from './import-batch.js'
import type { Importing } from './importing.js'

/** Keeps the crimes of a batch counted by file, kind and outcome, as they were counted while its rows were judged. */
export async function keepTotals({ writer, order, totals }: Importing, batch: Batch): Promise<void> {
  if (batch.type !== 'street') return
  const target = join(order.workFolder, 'staged', `totals-${batch.parquet}`)
  await writer.run(`copy (
      select source, ${quoted(batch.force)} as force, ${expectedMonth(batch)} as "month", "type", outcome, crimes
      from judged where fault is null
    ) to ${quoted(target)} (format parquet)`)
  totals.push(target)
}

/** Puts the totals of all batches together as one file beside the rows; answers its path, if there is any. */
export async function gatherTotals({ writer, order, totals }: Importing): Promise<string | undefined> {
  if (totals.length === 0) return undefined
  const target = join(order.workFolder, TOTALS_FILE)
  await writer.run(
    `copy (from read_parquet(${quotedList(totals)}) order by source) to ${quoted(target)} (format parquet)`,
  )
  for (const path of totals) await rm(path)
  return target
}
