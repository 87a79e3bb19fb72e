import { constants } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the copy of the lake stands that belongs to a copy of the register. */
export function lakeBeside(file: string): string {
  return `${file}.lake`
}

/**
 * Copies every import of one lake into another folder and answers how many there are. An import's files never change, so
 * what is there already stays as it is; one that is cut off half-way is not taken for whole.
 */
export async function copyLake(from: string, to: string): Promise<number> {
  const imports = await readdir(join(from, 'imports')).catch(() => [])
  if (imports.length === 0) return 0
  await mkdir(join(to, 'imports'), { recursive: true })
  const there = new Set(await readdir(join(to, 'imports')))
  for (const name of imports.filter((each) => !there.has(each))) {
    const unfinished = join(to, `.copying-${name}`)
    await rm(unfinished, { recursive: true, force: true })
    await cp(join(from, 'imports', name), unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE })
    await rename(unfinished, join(to, 'imports', name))
  }
  return imports.length
}
