import { constants } from 'node:fs'
import { cp, link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { noneWhereMissing } from '../missing-folder.js'

/** Where the copy of the lake stands that belongs to a copy of the register. */
export function lakeBeside(file: string): string {
  return `${file}.lake`
}

/**
 * Copies every import of one lake into another folder and answers how many there are. An import's files never change, so
 * what is there already stays as it is; one that is cut off half-way is not taken for whole. What an earlier copy on the
 * same disk holds takes no room a second time.
 */
export async function copyLake(from: string, to: string, earlier?: string): Promise<number> {
  const imports = await readdir(join(from, 'imports')).catch(noneWhereMissing)
  if (imports.length === 0) return 0
  await mkdir(join(to, 'imports'), { recursive: true })
  const there = new Set(await readdir(join(to, 'imports')))
  for (const name of imports.filter((each) => !there.has(each))) {
    const unfinished = join(to, `.copying-${name}`)
    await rm(unfinished, { recursive: true, force: true })
    const isLinked = earlier !== undefined && (await linkAll(join(earlier, 'imports', name), unfinished))
    if (!isLinked)
      await cp(join(from, 'imports', name), unfinished, { recursive: true, mode: constants.COPYFILE_FICLONE })
    await rename(unfinished, join(to, 'imports', name))
  }
  return imports.length
}

/** Gives every file of a folder a second name in another; says no where the disk cannot, or there is no such folder. */
async function linkAll(from: string, to: string): Promise<boolean> {
  try {
    await mkdir(to)
    for (const entry of await readdir(from, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (!(await linkAll(join(from, entry.name), join(to, entry.name)))) return false
      } else await link(join(from, entry.name), join(to, entry.name))
    }
    return true
  } catch {
    await rm(to, { recursive: true, force: true })
    return false
  }
}
