import { dirname } from 'node:path'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { filesBelow, problemsWithFiles } from '#platform/handover/files.js'
import type { Proof } from '#platform/proof.js'
import { type LakeFile, lakeFilesSeen } from '../data/lake-file.queries.js'
import { insertLakeFile } from '../data/lake-file.store.js'

/** Every file in these folders of the lake with its fingerprint, by its path from the lake. */
async function lakeFilesIn({ lake }: Pick<Deps, 'lake'>, folders: readonly string[]): Promise<LakeFile[]> {
  const found: LakeFile[] = []
  for (const folder of folders) {
    const files = await filesBelow(`${lake.folder}/${folder}`)
    found.push(...files.map(({ path, ...file }) => ({ ...file, path: `${folder}/${path}` })))
  }
  return found
}

/** Notes the fingerprints of files of police data that were not seen before; they never change once there. */
export async function noteLakeFiles(tx: Tx, files: readonly LakeFile[], at: string): Promise<number> {
  const seen = new Set((await lakeFilesSeen(tx)).map(({ path }) => path))
  const fresh = files.filter(({ path }) => !seen.has(path))
  for (const file of fresh) await insertLakeFile(tx, file, at)
  return fresh.length
}

/** Notes what was taken in before imports did so themselves. */
export async function noteOlderLakeFiles(deps: Deps, actor: Actor, folders: readonly string[]): Promise<number> {
  requirePermission(actor, 'operations:manage')
  const seen = new Set((await lakeFilesSeen(deps.db)).map(({ path }) => dirname(path)))
  const unseen = folders.filter((folder) => !seen.has(folder))
  const found = await lakeFilesIn(deps, unseen)
  if (found.length === 0) return 0
  return deps.db.transaction(async (tx) => {
    const files = await noteLakeFiles(tx, found, deps.now().toISOString())
    if (files > 0)
      await deps.audit(tx, actor, {
        ...{ action: 'operations.note-lake-files', subject: 'operations.lake', detail: { files } },
      })
    return files
  })
}

/** Every file of the police data is byte for byte what it was when it was first seen. */
export const policeFiles: Proof = {
  name: 'Files of police data',
  prove: async ({ db, lake }) => {
    const seen = await lakeFilesSeen(db)
    return { checked: seen.length, problems: await problemsWithFiles(lake.folder, seen) }
  },
}
