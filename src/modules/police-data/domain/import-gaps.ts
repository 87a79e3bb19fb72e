import type { FileType } from './files.js'
import { type Month, monthsBetween } from './month.js'

/** Months of one force and type that are not there, between its first and its last. */
export type Gap = { readonly force: string; readonly type: FileType; readonly months: readonly Month[] }

/** The gaps in the files that there are. An absent month was not published, or not taken in: it is never nought. */
export function gapsIn(files: readonly { force: string; type: FileType; month: Month }[]): Gap[] {
  const groups = Map.groupBy(files, ({ force, type }) => `${force} ${type}`)
  const gaps = [...groups.values()].flatMap((group): Gap[] => {
    const [first] = group
    const there = group.map(({ month }) => month).sort()
    const all = monthsBetween(there[0] ?? '', there.at(-1) ?? '')
    const months = all.filter((month) => !there.includes(month))
    return first && months.length > 0 ? [{ force: first.force, type: first.type, months }] : []
  })
  return gaps.sort((a, b) => (`${a.force} ${a.type}` < `${b.force} ${b.type}` ? -1 : 1))
}

/** Months as people say them: runs as "2024-03 to 2024-05", single ones alone. */
export function monthRuns(months: readonly Month[]): string[] {
  const runs: Month[][] = []
  for (const month of [...months].sort()) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && monthsBetween(last, month).length === 2) run.push(month)
    else runs.push([month])
  }
  return runs.map((run) => (run.length === 1 ? String(run[0]) : `${run[0]} to ${run.at(-1)}`))
}
