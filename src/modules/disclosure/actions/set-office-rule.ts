import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { officeRule } from '../data/disclosure.queries.js'
import { insertRule } from '../data/disclosure.store.js'
import { isThreshold, type OfficeRule } from '../domain/office-rule.js'

/** Why a rule cannot be set. */
export type RuleRefusal = { readonly code: 'not-a-threshold' } | { readonly code: 'no-reason' }

/** Decides what the office does with small numbers in public. What is withheld changes at once, in every release. */
export async function setOfficeRule(
  deps: Deps,
  actor: Actor,
  { suppressBelow, showsZero, reason }: Omit<OfficeRule, 'recordedAt'>,
): Promise<Result<OfficeRule, RuleRefusal>> {
  requirePermission(actor, 'disclosure:decide')
  if (!isThreshold(suppressBelow)) return err({ code: 'not-a-threshold' })
  if (reason.trim() === '') return err({ code: 'no-reason' })
  const recordedAt = deps.now().toISOString()
  const rule = { suppressBelow, showsZero, reason: reason.trim(), recordedAt }
  await deps.db.transaction(async (tx) => {
    const before = await officeRule(tx)
    await insertRule(tx, rule, { id: deps.newId(), recordedAt, recordedBy: actor.name })
    const detail = { before, after: rule }
    await deps.audit(tx, actor, { action: 'disclosure.set-office-rule', subject: 'disclosure.rule', detail })
  })
  return ok(rule)
}
