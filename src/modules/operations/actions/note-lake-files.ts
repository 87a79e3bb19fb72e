import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { filesBelow, problemsWithFiles } from '#platform/handover/files.js'
import type { Proof } from '#platform/proof.js'
import { type LakeFile, lakeFilesSeen } from '../data/lake-file.queries.js'
import { insertLakeFile } from '../data/lake-file.store.js'

/** Notes the fingerprint of every file of the police data that was not seen before; they never change once there. */
export async function noteLakeFiles(deps: Deps, actor: Actor): Promise<number> {
  requirePermission(actor, 'operations:manage')
  const seen = new Set((await lakeFilesSeen(deps.db)).map(({ path }) => path))
  const found = (await filesBelow(`${deps.lake.folder}/imports`)).map(({ path, ...file }) => ({
    ...file,
    path: `imports/${path}`,
  }))
  const fresh: LakeFile[] = found.filter(({ path }) => !seen.has(path))
  if (fresh.length === 0) return 0
  await deps.db.transaction(async (tx) => {
    const already = new Set((await lakeFilesSeen(tx)).map(({ path }) => path))
    const at = deps.now().toISOString()
    for (const file of fresh.filter(({ path }) => !already.has(path))) await insertLakeFile(tx, file, at)
    const detail = { files: fresh.length }
    await deps.audit(tx, actor, { action: 'operations.note-lake-files', subject: 'operations.lake', detail })
  })
  return fresh.length
}

/** Every file of the police data is byte for byte what it was when it was first seen. */
export const policeFiles: Proof = {
  name: 'Files of police data',
  prove: async ({ db, lake }) => {
    const seen = await lakeFilesSeen(db)
    return { checked: seen.length, problems: await problemsWithFiles(lake.folder, seen) }
  },
}
