import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** One figure of a table: what was measured, ours and the peer's. */
export type Row = {
  readonly what: string
  readonly ours: number
  readonly peer: number | null
  readonly unit: string
  readonly goal: string
}

/** The middle of several runs. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value that so many in a hundred stay at or under. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN
}

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Prints the rows as a table for docs/benchmarks.md, and keeps them as JSON where a file is named. */
export function printTable(peer: string, rows: readonly Row[], file?: string): void {
  const shown = (value: number | null) =>
    value === null ? '' : value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
  const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  console.log(`\n| Measured on ${machine} | Frankpledge | ${peer} | | Goal |\n|---|--:|--:|---|---|`)
  for (const { what, ours, peer: theirs, unit, goal } of rows) {
    console.log(`| ${what} | ${shown(ours)} | ${shown(theirs)} | ${unit} | ${goal} |`)
  }
  if (file === undefined) return
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`)
  console.log(`\nWritten to ${file}`)
}
