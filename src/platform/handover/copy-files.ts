import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../db/db.js'
import { filesIn, keptBytes } from '../db/kept-files.js'
import { Obstacle } from '../errors.js'
import type { HandedFile } from './manifest.js'

/**
 * Copies every file that stands in the store to a folder, each under its SHA-256 and compared with it. What an earlier
 * copy on the same disk holds is neither fetched nor takes room again: the names say what it must be.
 */
export async function copyFiles(db: Db, to: string, earlier?: string): Promise<HandedFile[]> {
  const files = await filesIn(db, 'store')
  if (files.length === 0) return []
  await rm(to, { recursive: true, force: true })
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const { sha256 } of files) {
    if (earlier && (await isLinked(join(earlier, sha256), join(to, sha256)))) continue
    const bytes = await keptBytes(db, sha256)
    if (!bytes) throw new Obstacle(`The file ${sha256} is no longer kept.`)
    const unfinished = join(to, `.copying-${sha256}`)
    await writeFile(unfinished, bytes, { mode: 0o600, flush: true })
    await rename(unfinished, join(to, sha256))
  }
  return files.map(({ sha256, size }) => ({ path: sha256, bytes: size, sha256 }))
}

function isLinked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    () => false,
  )
}
