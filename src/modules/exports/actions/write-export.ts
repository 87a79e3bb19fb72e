import { createHash } from 'node:crypto'
import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Obstacle } from '#platform/errors.js'
import {
  type ExportManifest,
  MANIFEST_NAME,
  manifestIn,
  NO_MANIFEST,
  staleFiles,
  withFiles,
} from '../domain/export-manifest.js'
import type { ExportFile, ExportFormat } from './export-files.js'

/** What writing an export left in its folder beside the files: earlier ones that it took away, or let be and why. */
export type WrittenExport = { readonly removed: readonly string[]; readonly kept: readonly string[] }

/**
 * Writes the files of an export, and takes away those of an earlier export of the same form that it no longer has:
 * only what that one's own list names, and only as it was written. Whatever else is in the folder stays.
 */
export async function writeExport(
  out: string,
  format: ExportFormat,
  files: readonly ExportFile[],
): Promise<WrittenExport> {
  try {
    const before = await manifestOf(out)
    const now = files.map(({ path, bytes }) => ({ path, sha256: fingerprint(bytes) }))
    for (const { path, bytes } of files) await write(join(out, path), bytes)
    const removed: string[] = []
    const kept: string[] = []
    for (const stale of staleFiles(before, format, now)) {
      const taken = await removeIfOurs(out, stale)
      if (taken !== 'gone') (taken === 'removed' ? removed : kept).push(stale.path)
    }
    const manifest = withFiles(before, format, now)
    await write(join(out, MANIFEST_NAME), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    return { removed, kept }
  } catch (problem) {
    throw new Obstacle(`The files cannot be written to ${out}: ${problem instanceof Error ? problem.message : problem}`)
  }
}

async function write(target: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, bytes)
}

async function manifestOf(out: string): Promise<ExportManifest> {
  try {
    return manifestIn(await readFile(join(out, MANIFEST_NAME), 'utf8'))
  } catch {
    return NO_MANIFEST
  }
}

type Listed = { readonly path: string; readonly sha256: string }

/** A list may have been tampered with: nothing outside the folder is touched, no link, and nothing that was changed. */
async function removeIfOurs(out: string, { path, sha256 }: Listed): Promise<'removed' | 'kept' | 'gone'> {
  const target = resolve(out, path)
  if (!target.startsWith(resolve(out) + sep)) return 'kept'
  const there = await lstat(target).catch(() => undefined)
  if (!there) return 'gone'
  if (!there.isFile() || fingerprint(await readFile(target)) !== sha256) return 'kept'
  await rm(target)
  return 'removed'
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
