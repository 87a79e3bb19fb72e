import { moveFiles } from '#platform/db/kept-files.js'
import type { Deps } from '#platform/deps.js'
import { Unavailable } from '#platform/errors.js'

const LOOK_EVERY_MS = 10_000

/**
 * Takes files that the register has acknowledged to the store, where one is set. While the store is away they wait in
 * the register, and that is logged once. Several servers may do it at once: the names are the fingerprints.
 */
export function settleFiles(
  { db }: Pick<Deps, 'db'>,
  log: (entry: Readonly<Record<string, unknown>>) => void,
): () => Promise<void> {
  if (!db.files) return async () => {}
  let isAway = false
  let underWay: Promise<void> | undefined
  const settle = async () => {
    try {
      const moved = await moveFiles(db, 'store')
      if (moved.length > 0 || isAway) log({ level: 'info', event: 'files', state: 'in the store', files: moved.length })
      isAway = false
    } catch (problem) {
      if (!isAway) log({ level: 'error', event: 'files', state: 'waiting in the register', error: told(problem) })
      isAway = true
    }
  }
  const look = () => {
    underWay ??= settle().finally(() => {
      underWay = undefined
    })
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  look()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}

/** The words about the store are ours and name no key; of any other fault the kind is enough. */
function told(problem: unknown): string {
  if (problem instanceof Unavailable) return problem.message
  return problem instanceof Error ? problem.name : 'unknown'
}
