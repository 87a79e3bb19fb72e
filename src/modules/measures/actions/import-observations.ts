import { createHash } from 'node:crypto'
import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { insertImport, insertObservations } from '../data/imports.store.js'
import type { ImportPlan } from '../domain/import-plan.js'
import type { ImportFacts } from '../domain/import-source.js'
import { type Observation, OWN_AREA } from '../domain/observation.js'
import type { ReadFigure } from '../domain/observation-file.js'
import { type ImportRefusal, type ImportRequest, readImport } from './read-import.js'

/** What was taken in. Without an id nothing was: every figure was known already, or it was only a trial. */
export type ImportOutcome = {
  readonly importId: string | null
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly plan: ImportPlan
}

/**
 * Takes in a file of figures, whole or not at all. Figures that are known already change nothing, so the same file
 * may come twice. With `dryRun` it only says what would change.
 */
export async function importObservations(
  deps: Deps,
  actor: Actor,
  request: ImportRequest & { readonly dryRun?: boolean },
): Promise<Result<ImportOutcome, ImportRefusal>> {
  requirePermission(actor, 'measures:import')
  if (request.dryRun) {
    const plan = await readImport(deps.db, request, deps.today())
    return plan.ok ? ok(outcomeOf(plan.value, null)) : plan
  }
  return deps.db.transaction((tx) => importIn(tx, deps, actor, request))
}

/** The same inside a transaction that has more to do. */
export async function importIn(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  request: ImportRequest,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const plan = await readImport(tx, request, deps.today())
  if (!plan.ok) return plan
  const figures = [...plan.value.added, ...plan.value.revised.map(({ now }) => now)]
  if (figures.length === 0) return ok(outcomeOf(plan.value, null))
  const importId = deps.newId()
  const recordedAt = deps.now().toISOString()
  const { fileName, bytes, source } = request
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const knownOn = deps.today()
  const taken = { importedAt: recordedAt, importedBy: actor.name }
  const facts: ImportFacts = { ...source, ...taken, id: importId, kind: 'file', knownOn, fileName, sha256 }
  await insertImport(tx, facts)
  await insertObservations(
    tx,
    figures.map((figure) => observationOf(figure, deps.newId(), facts)),
  )
  const outcome = outcomeOf(plan.value, importId)
  const { added, revised, unchanged } = outcome
  const detail = { fileName, sha256, title: source.title, reason: source.reason, added, revised, unchanged }
  await deps.audit(tx, actor, {
    action: 'measures.import-observations',
    subject: `measures.import:${importId}`,
    detail,
  })
  return ok(outcome)
}

function observationOf({ row: _row, measure, ...figure }: ReadFigure, id: string, facts: ImportFacts): Observation {
  const { id: importId, knownOn, importedAt: recordedAt } = facts
  return { ...figure, id, measureId: measure.id, area: OWN_AREA, interval: null, importId, knownOn, recordedAt }
}

function outcomeOf(plan: ImportPlan, importId: string | null): ImportOutcome {
  return { importId, added: plan.added.length, revised: plan.revised.length, unchanged: plan.unchanged, plan }
}
