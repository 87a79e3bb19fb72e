import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Entry = { version?: string; optional?: boolean; peer?: boolean }
type Lock = { packages: Record<string, Entry> }

/** Whether `node_modules` holds exactly the versions that the lock file names. npm keeps its own list of what it put there. */
function isInstalled(root: string): boolean {
  const wanted = lockAt(join(root, 'package-lock.json'))
  const present = lockAt(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  const missing = Object.entries(wanted.packages).filter(
    ([path, { version, optional }]) => path !== '' && !optional && present.packages[path]?.version !== version,
  )
  const other = Object.entries(present.packages).filter(
    ([path, { version }]) => wanted.packages[path]?.version !== version,
  )
  return missing.length === 0 && other.length === 0
}

function lockAt(path: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

process.exitCode = isInstalled(dirname(import.meta.dirname)) ? 0 : 1
