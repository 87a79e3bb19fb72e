import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deps } from '#platform/deps.js'
import { foldersOfImports } from '../data/files.queries.js'

const A_DAY_MS = 86_400_000

/** Removes what was killed half-way left in the lake's folder, a day old: parts that no register row names, counts. */
export async function sweepLake({ db, lake, now }: Pick<Deps, 'db' | 'lake' | 'now'>): Promise<void> {
  const named = new Set(await foldersOfImports(db))
  const imports = await entriesOf(join(lake.folder, 'imports'))
  const lost = imports.filter((name) => !named.has(`imports/${name}`)).map((name) => join('imports', name))
  const unfinished = (await entriesOf(lake.folder)).filter((name) => name.startsWith('.incoming-'))
  const uncounted = (await entriesOf(join(lake.folder, 'counts'))).filter((name) => isOfNoUse(name))
  for (const name of [...lost, ...unfinished, ...uncounted.map((each) => join('counts', each))]) {
    const path = join(lake.folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && now().getTime() - found.mtimeMs > A_DAY_MS) await rm(path, { recursive: true, force: true })
  }
}

/** Never finished, or of all years together as counts of places once were. */
function isOfNoUse(count: string): boolean {
  return count.endsWith('.tmp') || /-by-(district|ward|lsoa)-[0-9a-f]{16}\.parquet$/.test(count)
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
