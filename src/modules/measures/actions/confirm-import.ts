import type { Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { importDraftById } from '../data/imports.queries.js'
import { deleteImportDraft } from '../data/imports.store.js'
import { type ImportOutcome, importIn } from './import-observations.js'
import type { ImportRefusal } from './read-import.js'

/** Takes in the figures that someone pasted and has now seen. They are read anew: the register may have changed. */
export async function confirmImport(
  deps: Deps,
  actor: Actor,
  draftId: string,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  requirePermission(actor, 'measures:import')
  return deps.db.transaction(async (tx) => {
    const draft = found(await importDraftById(tx, draftId), 'These figures were taken in already, or forgotten')
    const { fileName, content, source } = draft
    const outcome = await importIn(tx, deps, actor, { fileName, bytes: Buffer.from(content), source })
    if (outcome.ok) await deleteImportDraft(tx, draftId)
    return outcome
  })
}
