import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { noneWhereMissing } from '../missing-folder.js'
import type { HandedFile } from './manifest.js'

/** Small pieces cost more than the sum that is worked out over them. */
const PIECE_BYTES = 1024 * 1024

/** The SHA-256 of a file on disk, in hexadecimal, read a piece at a time. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) hash.update(piece)
  return hash.digest('hex')
}

/** A file on disk with its size and fingerprint, by the path that it is known by. */
export async function handedFile(onDisk: string, path: string): Promise<HandedFile> {
  return { path, bytes: (await stat(onDisk)).size, sha256: await sha256OfFile(onDisk) }
}

/** Every file below a folder with its fingerprint, by path with slashes; none where the folder is not there. */
export async function filesBelow(folder: string): Promise<HandedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneWhereMissing)
  const found: HandedFile[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const whole = join(entry.parentPath, entry.name)
    const path = whole.slice(folder.length + 1).replaceAll('\\', '/')
    found.push(await handedFile(whole, path))
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What is wrong with files that should stand below a folder; empty when all are there as they were. */
export async function problemsWithFiles(folder: string, expected: readonly HandedFile[]): Promise<string[]> {
  const problems: string[] = []
  for (const { path, sha256 } of expected) {
    const found = await sha256OfFile(join(folder, path)).catch(() => undefined)
    if (found === undefined) problems.push(`${path} is not there`)
    else if (found !== sha256) problems.push(`${path} is not what it was: its SHA-256 differs`)
  }
  return problems
}
