import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { importPoliceFiles } from '#modules/police-data/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'

/** A file that somebody sent, and the release that it is of where they know it. */
export type Upload = { readonly fileName: string; readonly bytes: Uint8Array; readonly release: string }

/** Takes in a file of data.police.uk that was sent through a form, as the command takes in one that stands somewhere. */
export async function takeInUpload(
  deps: Deps,
  actor: Actor,
  { fileName, bytes, release }: Upload,
): ReturnType<typeof importPoliceFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'frankpledge-upload-'))
  try {
    const path = join(folder, basename(fileName))
    await writeFile(path, bytes)
    const taken = await importPoliceFiles(deps, actor, { paths: [path], ...(release && { release }) })
    return taken.ok ? taken : { ok: false, error: { ...taken.error, file: basename(taken.error.file) } }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was taken in of an upload, and the measures that it filled. */
export type TakenUpload = Extract<Awaited<ReturnType<typeof takeInUpload>>, { readonly ok: true }>['value']
