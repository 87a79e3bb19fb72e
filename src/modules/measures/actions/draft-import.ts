import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { deleteImportDraftsBefore, insertImportDraft } from '../data/imports.store.js'
import type { ImportSource } from '../domain/import-source.js'
import { type ImportRefusal, readImport } from './read-import.js'

/** Figures as they were pasted, with where they come from. */
export type DraftRequest = { readonly fileName: string; readonly content: string; readonly source: ImportSource }

const KEPT_FOR_MS = 7 * 86_400_000

/** Keeps pasted figures until someone has seen what they would change. What cannot be read is refused at once. */
export async function draftImport(
  deps: Deps,
  actor: Actor,
  { fileName, content, source }: DraftRequest,
): Promise<Result<string, ImportRefusal>> {
  requirePermission(actor, 'measures:import')
  return deps.db.transaction(async (tx) => {
    const plan = await readImport(tx, { fileName, bytes: Buffer.from(content), source }, deps.today())
    if (!plan.ok) return plan
    const id = deps.newId()
    const now = deps.now()
    await deleteImportDraftsBefore(tx, new Date(now.getTime() - KEPT_FOR_MS).toISOString())
    await insertImportDraft(tx, { id, fileName, content, source, createdAt: now.toISOString(), createdBy: actor.id })
    const detail = { fileName, title: source.title }
    await deps.audit(tx, actor, { action: 'measures.draft-import', subject: `measures.import-draft:${id}`, detail })
    return ok(id)
  })
}
