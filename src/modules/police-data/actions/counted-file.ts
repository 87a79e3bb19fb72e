import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '#platform/deps.js'
import { quoted } from '#platform/lake/lake.js'
import type { CurrentRows } from '../data/releases.queries.js'

const FOLDER = 'counts'

/** Small groups of rows: those of one year or one place are read without the rest. */
const ROWS_READ_TOGETHER = 20_480

/** A file of counts: what it is of, all that its rows depend on, and the query that they come from. */
export type CountedFile = {
  readonly name: string
  readonly about: readonly (string | number)[]
  readonly rows: () => Promise<CurrentRows>
}

type FileDeps = Pick<Deps, 'lake' | 'newId'>

/** The path of a file of counts, which is made if it is not there; the one of the same name before it goes. */
export async function countedFile(deps: FileDeps, file: CountedFile): Promise<string> {
  const version = createHash('sha256').update(file.about.join(' ')).digest('hex').slice(0, 16)
  const path = join(deps.lake.folder, FOLDER, `${file.name}-${version}.parquet`)
  if (!existsSync(path)) await madeOnce(deps, file, path)
  return path
}

/** Whether counts of this name were ever asked for, of whatever version. */
export function wasCounted({ lake }: Pick<Deps, 'lake'>, name: string): boolean {
  const folder = join(lake.folder, FOLDER)
  return existsSync(folder) && readdirSync(folder).some((each) => isVersionOf(name, each))
}

/** What is being counted in this process: a second question waits for the first. */
const counting = new Map<string, Promise<void>>()

function madeOnce(deps: FileDeps, file: CountedFile, path: string): Promise<void> {
  const begun = counting.get(path) ?? make(deps, file, path).finally(() => counting.delete(path))
  counting.set(path, begun)
  return begun
}

async function make({ lake, newId }: FileDeps, { name, rows }: CountedFile, path: string): Promise<void> {
  const { sql, values } = await rows()
  const folder = join(lake.folder, FOLDER)
  mkdirSync(folder, { recursive: true })
  const unfinished = `${path}.${newId()}.tmp`
  try {
    const form = `(format parquet, row_group_size ${ROWS_READ_TOGETHER})`
    await lake.run(`copy (${sql}) to ${quoted(unfinished)} ${form}`, values)
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
  const older = readdirSync(folder).filter((each) => isVersionOf(name, each) && join(folder, each) !== path)
  for (const each of older) rmSync(join(folder, each), { force: true })
}

function isVersionOf(name: string, file: string): boolean {
  return file.startsWith(`${name}-`) && /^[0-9a-f]{16}\.parquet$/.test(file.slice(name.length + 1))
}
