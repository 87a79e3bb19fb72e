import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { runFor } from '../data/run.queries.js'
import { saveRun } from '../data/run.store.js'
import { isDue, mayBegin, type RunDetail, type RunKind } from '../domain/run.js'

/** What is due once: its kind, and the day or file that it is due for. */
export type Due = {
  readonly kind: RunKind
  readonly due: string
  /** Whether nobody asked for it: then what has failed waits, and is not tried for ever. */
  readonly byItself?: boolean
}

/** What a run ended in, in one sentence. */
export type RunEnd = { readonly outcome: 'well' | 'failed'; readonly summary: string; readonly detail?: RunDetail }

/** Takes a run for this process, if no other has it. Writers take turns, so two that ask at once never both get it. */
export async function beginRun(deps: Deps, actor: Actor, { kind, due, byItself = false }: Due): Promise<boolean> {
  requirePermission(actor, 'operations:manage')
  return deps.db.transaction(async (tx) => {
    const run = await runFor(tx, kind, due)
    if (!(byItself ? isDue : mayBegin)(run, deps.now())) return false
    await saveRun(tx, deps.newId(), {
      ...{ kind, due, attempts: (run?.attempts ?? 0) + 1, startedAt: deps.now().toISOString() },
      ...{ finishedAt: null, outcome: null, summary: null, detail: {} },
    })
    return true
  })
}

/** Records how a run ended, on the audit trail too. */
export async function endRun(deps: Deps, actor: Actor, { kind, due }: Due, end: RunEnd): Promise<void> {
  requirePermission(actor, 'operations:manage')
  await deps.db.transaction(async (tx) => {
    const run = await runFor(tx, kind, due)
    const at = deps.now().toISOString()
    await saveRun(tx, deps.newId(), {
      ...{ kind, due, attempts: run?.attempts ?? 1, startedAt: run?.startedAt ?? at, finishedAt: at },
      ...{ outcome: end.outcome, summary: end.summary, detail: end.detail ?? {} },
    })
    const detail = { outcome: end.outcome, summary: end.summary }
    await deps.audit(tx, actor, { action: `operations.${kind}`, subject: `operations.run:${kind}:${due}`, detail })
  })
}
