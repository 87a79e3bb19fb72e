import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { draftById } from '../data/imports.queries.js'
import { changeDraftMapping, deleteDraft, deleteDraftsBefore, insertDraft, saveMapping } from '../data/imports.store.js'
import type { Draft } from '../domain/draft.js'
import { type Mapping, NO_MAPPING } from '../domain/mapping.js'
import { type ImportOutcome, type ImportRefusal, takeInRead } from './import-file.js'
import { type FileRequest, readFile } from './read-file.js'

const KEPT_FOR_MS = 7 * 86_400_000

/** Keeps a file until someone has seen what it would change. */
export async function draftFile(deps: Deps, actor: Actor, request: FileRequest): Promise<string> {
  requirePermission(actor, 'measures:import')
  return deps.db.transaction(async (tx) => {
    const { fileName, bytes, source, mapping = NO_MAPPING, knownOn = null } = request
    const id = deps.newId()
    const now = deps.now()
    await deleteDraftsBefore(tx, new Date(now.getTime() - KEPT_FOR_MS).toISOString())
    await insertDraft(tx, { id, fileName, bytes, source, mapping, knownOn }, { at: now.toISOString(), by: actor.id })
    const detail = { fileName, title: source.title }
    await deps.audit(tx, actor, { action: 'imports.draft-file', subject: `imports.draft:${id}`, detail })
    return id
  })
}

/** Says how a waiting file is read, and keeps that under a name for the next file of its form, if one is given. */
export async function mapDraft(
  deps: Deps,
  actor: Actor,
  { draftId, mapping, keepAs }: { readonly draftId: string; readonly mapping: Mapping; readonly keepAs: string },
): Promise<void> {
  requirePermission(actor, 'measures:import')
  await deps.db.transaction(async (tx) => {
    found(await draftById(tx, draftId), GONE)
    await changeDraftMapping(tx, draftId, mapping)
    const subject = `imports.draft:${draftId}`
    await deps.audit(tx, actor, { action: 'imports.map-draft', subject, detail: keepAs ? { keepAs } : {} })
    if (keepAs) await saveMapping(tx, keepAs, mapping, { at: deps.now().toISOString(), by: actor.name })
  })
}

/**
 * Takes in a file that someone has now seen, with why what is asked about is right. It is read anew: the register may
 * have changed.
 */
export async function confirmDraft(
  deps: Deps,
  actor: Actor,
  { draftId, accept }: { readonly draftId: string; readonly accept: string },
): Promise<Result<ImportOutcome, ImportRefusal>> {
  requirePermission(actor, 'measures:import')
  const draft = found(await draftById(deps.db, draftId), GONE)
  const request = { ...requestOf(draft), accept }
  const reading = await readFile(deps, request)
  if (!reading.ok) return { ok: false, error: { code: 'problems', problems: reading.error } }
  return deps.db.transaction(async (tx) => {
    found(await draftById(tx, draftId), GONE)
    const outcome = await takeInRead(tx, deps, actor, { request, reading: reading.value })
    if (outcome.ok) await deleteDraft(tx, draftId)
    return outcome.ok ? ok(outcome.value) : outcome
  })
}

const GONE = 'These figures were taken in already, or forgotten'

/** The request that a waiting file stands for. */
export function requestOf({ fileName, bytes, source, mapping, knownOn }: Draft): FileRequest {
  return { fileName, bytes, source, mapping, ...(knownOn && { knownOn }) }
}
