import { readdirSync, readFileSync } from 'node:fs'

/** The most memory seen, in megabytes: of one process at its worst, and of all of them together at one moment. */
export type Peaks = { readonly one: number; readonly together: number }

/**
 * Looks every few milliseconds at processes and the memory that they hold, until it is stopped. A page of memory that
 * two processes share, such as the program itself, counts for half in each (PSS), so that the sum is what the machine
 * gave them; the peak of one process is its resident set, shared pages and all.
 */
export function watchMemory(pids: () => readonly number[], everyMs = 40): { stop(): Peaks } {
  let [one, together] = [0, 0]
  const watch = setInterval(() => {
    const now = pids()
    one = Math.max(one, ...now.map((pid) => megabytes(`/proc/${pid}/status`, 'VmHWM')))
    together = Math.max(
      together,
      now.reduce((sum, pid) => sum + megabytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0),
    )
  }, everyMs)
  return {
    stop() {
      clearInterval(watch)
      return { one, together }
    },
  }
}

/** Every process that this one started, and those that they started. */
export function descendantsOf(first: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = /^PPid:\s+(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const below = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === first || below(parent))
  }
  return [...parents.keys()].filter(below)
}

function megabytes(path: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(textOf(path))?.[1] ?? 0) / 1024
}

/** A process may end between being seen and being read: then it holds nothing. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
