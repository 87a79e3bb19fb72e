import { err, ok, type Result } from '#kernel/result.js'
import type { Finding } from '#modules/passages/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { insertDecision } from '../data/figure-check.store.js'
import type { Decision, DecisionKind } from '../domain/decision.js'

type Request = {
  readonly documentKey: string
  readonly finding: Finding
  readonly decision: DecisionKind
  readonly reason: string
}

/** Remembers what a person made of a finding. Dismissing needs a reason. */
export async function decideFinding(
  deps: Deps,
  actor: Actor,
  { documentKey, finding, decision, reason }: Request,
): Promise<Result<Decision, 'reason-missing'>> {
  requirePermission(actor, 'figure-check:check')
  if (decision === 'dismissed' && reason.trim() === '') return err('reason-missing')
  const decided: Decision = {
    ...{ id: deps.newId(), documentKey, decision, reason: reason.trim() },
    ...{ findingId: finding.id, kind: finding.kind, quote: finding.quotes[0]?.text ?? '' },
    ...{ decidedAt: deps.now().toISOString(), decidedBy: actor.id },
  }
  await deps.db.transaction(async (tx) => {
    await insertDecision(tx, decided)
    const detail = { documentKey, decision, reason: decided.reason, kind: finding.kind, quote: decided.quote }
    await deps.audit(tx, actor, {
      action: 'figure-check.decide-finding',
      subject: `figure-check.finding:${finding.id}`,
      detail,
    })
  })
  return ok(decided)
}
