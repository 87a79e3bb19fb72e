import { GENESIS, hashOf } from './audit.js'
import type { AuditRow } from './audit.tables.js'

/** Where a chain ends: the number of its last entry, and that entry's hash. */
export type ChainEnd = { readonly seq: number; readonly hash: string }

/** What is wrong with the chain, or how long it is. */
export type ChainReport =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly seq: number; readonly problem: string }

/** Follows a chain from its first entry to where it should end: what was changed, removed, put in or cut off is found. */
export async function followChain(
  rows: AsyncIterable<AuditRow>,
  end: ChainEnd,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ChainReport> {
  let previous: ChainEnd = { seq: 0, hash: GENESIS }
  for await (const row of rows) {
    const problem = problemWith(row, previous)
    if (problem) return { intact: false, seq: previous.seq + 1, problem }
    previous = row
    if (previous.seq % 1000 === 0) onProgress(previous.seq, end.seq)
  }
  if (previous.seq !== end.seq || previous.hash !== end.hash)
    return { intact: false, seq: previous.seq + 1, problem: `The chain should end at entry ${end.seq} and does not` }
  onProgress(previous.seq, end.seq)
  return { intact: true, entries: previous.seq, head: previous.hash }
}

function problemWith(row: AuditRow, previous: ChainEnd): string | undefined {
  if (row.seq !== previous.seq + 1) return `Entry ${previous.seq + 1} has been removed`
  if (row.previous_hash !== previous.hash) return `Entry ${row.seq} does not follow from the one before it`
  if (row.hash !== hashOf(row)) return `Entry ${row.seq} has been changed`
  return undefined
}
