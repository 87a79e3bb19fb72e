import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { copyLake } from '../lake/copy-lake.js'
import { problemsWithFiles } from './files.js'
import type { HandedFile } from './manifest.js'

/** How many imports of police data a backup has, and where those went that were not as they were backed up. */
export type LakePutBack = { readonly imports: number; readonly aside: string | undefined }

/**
 * Puts the police data of a backup in place. What stands there as it was backed up stays; an import of which a file was
 * damaged or is missing is put aside first, so that the whole one can take its place.
 */
export async function putLakeBack(from: string, to: string, expected: readonly HandedFile[]): Promise<LakePutBack> {
  const damaged: string[] = []
  for (const [folder, files] of Map.groupBy(expected, ({ path }) => path.split('/').slice(0, 2).join('/'))) {
    if (existsSync(join(to, folder)) && (await problemsWithFiles(to, files)).length > 0) damaged.push(folder)
  }
  const aside = join(to, `before-restore-${Date.now()}`)
  for (const folder of damaged) {
    await mkdir(join(aside, 'imports'), { recursive: true, mode: 0o700 })
    await rename(join(to, folder), join(aside, folder))
  }
  return { imports: await copyLake(from, to), aside: damaged.length > 0 ? aside : undefined }
}
