import { err, ok, type Result } from '#kernel/result.js'
import { currentBody } from '#modules/body/index.js'
import { type ImportRefusal, importPlan, type PlanImport } from '#modules/plan/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { decisionsOn, planDocumentById } from '../data/plan-reading.queries.js'
import { insertDecisions, readingSubject } from '../data/plan-reading.store.js'
import { draftFrom, itemsOf, partItem, versionOf } from '../domain/plan-reading.js'

/** What is chosen among the items of a reading, over the decisions that were seen. */
export type ConfirmRequest = {
  readonly documentId: string
  readonly version: number
  readonly chosen: readonly string[]
}

/**
 * Confirms the chosen items of a reading and no others: what was confirmed before and is not chosen now is taken back.
 * A Conflict when somebody decided since.
 */
export async function confirmItems(
  deps: Deps,
  actor: Actor,
  { documentId, version, chosen }: ConfirmRequest,
): Promise<Result<number, { readonly code: 'unknown-item' }>> {
  requirePermission(actor, 'plan:edit')
  return deps.db.transaction(async (tx) => {
    const document = found(await planDocumentById(tx, documentId))
    const before = await decisionsOn(tx, documentId)
    if (versionOf(before) !== version) throw new Conflict(readingSubject(documentId))
    const items = itemsOf(document)
    if (!chosen.every((item) => items.includes(item))) return err({ code: 'unknown-item' })
    const at = deps.now().toISOString()
    const decisions = items.flatMap((item) => {
      const was = before.get(item)
      const isConfirmed = chosen.includes(item)
      if ((was?.isConfirmed ?? false) === isConfirmed) return []
      return [{ item, number: (was?.number ?? 0) + 1, isConfirmed, at, by: actor.id }]
    })
    await insertDecisions(tx, documentId, decisions)
    const detail = { decisions: decisions.map(({ item, isConfirmed }) => ({ item, isConfirmed })) }
    await deps.audit(tx, actor, { action: 'plan-reading.confirm', subject: readingSubject(documentId), detail })
    return ok(chosen.length)
  })
}

/** Why no draft could be made: nothing with a theme is confirmed, or what the plan itself refuses. */
export type DraftRefusal = ImportRefusal | { readonly code: 'nothing-confirmed' }

type DraftRequest = { readonly documentId: string; readonly plan: Omit<PlanImport['plan'], 'bodyId'> }

/** Makes a draft plan of what was confirmed: themes, and under each what the document prints under it. */
export async function draftPlan(
  deps: Deps,
  actor: Actor,
  { documentId, plan }: DraftRequest,
): Promise<Result<string, DraftRefusal>> {
  requirePermission(actor, 'plan:edit')
  const document = found(await planDocumentById(deps.db, documentId))
  const decisions = await decisionsOn(deps.db, documentId)
  const parts = document.parts.filter((_, index) => decisions.get(partItem(index))?.isConfirmed)
  const { levels, nodes } = draftFrom(parts)
  if (nodes.length === 0) return err({ code: 'nothing-confirmed' })
  const body = found(await currentBody(deps.db, deps.today()), 'No body has been founded yet')
  const made = await importPlan(deps, actor, { plan: { ...plan, bodyId: body.id }, levels, nodes })
  return made.ok ? ok(made.value.planId) : made
}
