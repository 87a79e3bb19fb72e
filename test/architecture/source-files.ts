import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The checkout's folder. */
export const ROOT = join(import.meta.dirname, '../../..')

const notOurs = ['node_modules', 'dist', 'data', 'test-output', '.git', '.node', '.postgres']

/** Files of the project that match, as paths from its folder, in order. Nothing brought, built or kept is among them. */
export function sourceFiles(...patterns: string[]): string[] {
  const exclude = (entry: { name: string; parentPath: string }) =>
    entry.parentPath === ROOT && notOurs.includes(entry.name)
  return globSync(patterns, { cwd: ROOT, withFileTypes: true, exclude })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}

/** What a file of the project says. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}
