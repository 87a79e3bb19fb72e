import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Result } from '#kernel/result.js'
import { fillBindings, type ImportOutcome, importPoliceFiles } from '#modules/police-data/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { LakeProblem } from '#platform/lake/source-place.js'

/** A file that somebody sent, and the release that it is of where they know it. */
export type Upload = { readonly fileName: string; readonly bytes: Uint8Array; readonly release: string }

/** Takes in a file of data.police.uk that was sent through a form, as the command takes in one that stands somewhere. */
export async function takeInUpload(
  deps: Deps,
  actor: Actor,
  { fileName, bytes, release }: Upload,
): Promise<Result<ImportOutcome, LakeProblem>> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-upload-'))
  try {
    const path = join(folder, basename(fileName))
    await writeFile(path, bytes)
    const taken = await importPoliceFiles(deps, actor, { paths: [path], ...(release && { release }) })
    if (!taken.ok) return { ok: false, error: { ...taken.error, file: basename(taken.error.file) } }
    await fillBindings(deps, actor)
    return taken
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
