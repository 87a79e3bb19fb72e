import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import type { RetentionRule } from '#platform/retention.js'
import { keepingDecisions } from '../data/retention.queries.js'
import { insertKeepingDecision } from '../data/retention.store.js'
import { DAYS, type Keeping, pastBefore } from '../domain/keeping.js'

/** How long each kind of record is kept, and how many are past their time: a dry run. */
export async function recordsKept({ db, now }: Deps, rules: readonly RetentionRule[]): Promise<Keeping[]> {
  const decisions = await keepingDecisions(db)
  const keepings: Keeping[] = []
  for (const { kind, what, why, days: usual, most = DAYS.most, count } of rules) {
    const decision = decisions.get(kind)
    const days = decision?.days ?? usual
    const past = await count(db, pastBefore(now(), days))
    keepings.push({ kind, what, why, days, most, past, decision })
  }
  return keepings
}

/** Decides how long a kind of record is kept. */
export async function decideKeeping(
  deps: Deps,
  actor: Actor,
  { rule, days, reason }: { readonly rule: RetentionRule; readonly days: number; readonly reason: string },
): Promise<Result<void, 'too-few' | 'too-many'>> {
  requirePermission(actor, 'operations:manage')
  if (days < DAYS.least) return err('too-few')
  if (days > (rule.most ?? DAYS.most)) return err('too-many')
  await deps.db.transaction(async (tx) => {
    const at = deps.now().toISOString()
    await insertKeepingDecision(tx, deps.newId(), { kind: rule.kind, days, reason, at, by: actor.name })
    const detail = { days, reason }
    await deps.audit(tx, actor, {
      action: 'operations.decide-keeping',
      subject: `operations.retention:${rule.kind}`,
      detail,
    })
  })
  return ok(undefined)
}

/** Removes what is past its time, and records how many of each kind. */
export async function removePastRecords(
  deps: Deps,
  actor: Actor,
  rules: readonly RetentionRule[],
): Promise<readonly Keeping[]> {
  requirePermission(actor, 'operations:manage')
  return deps.db.transaction(async (tx) => {
    const keepings = await recordsKept({ ...deps, db: tx }, rules)
    const past = keepings.filter((keeping) => keeping.past > 0)
    for (const { kind, days } of past) {
      const rule = found(rules.find((each) => each.kind === kind))
      await rule.remove(tx, pastBefore(deps.now(), days))
    }
    if (past.length === 0) return keepings
    const detail = Object.fromEntries(past.map(({ kind, past: removed }) => [kind, removed]))
    await deps.audit(tx, actor, { action: 'operations.remove-past-records', subject: 'operations.retention', detail })
    return keepings
  })
}
