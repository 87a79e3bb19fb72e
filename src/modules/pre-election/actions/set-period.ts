import { daysBetween } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { allPeriods } from '../data/pre-election.queries.js'
import { insertPeriod, insertTakenBack, periodSubject } from '../data/pre-election.store.js'
import { checkPeriod, type PeriodDraft, type PeriodRefusal, type PreElectionPeriod } from '../domain/period.js'

/** Bars publication in the days before an election. */
export async function addPeriod(
  deps: Deps,
  actor: Actor,
  draft: PeriodDraft,
): Promise<Result<PreElectionPeriod, PeriodRefusal>> {
  requirePermission(actor, 'pre-election:manage')
  const checked = checkPeriod(draft, daysBetween(draft.from, draft.until))
  if (!checked.ok) return checked
  const period: PreElectionPeriod = { id: deps.newId(), ...checked.value, takenBack: null }
  await deps.db.transaction(async (tx) => {
    await insertPeriod(tx, period, deps.now().toISOString())
    await deps.audit(tx, actor, { action: 'pre-election.add-period', subject: periodSubject(period.id), detail: draft })
  })
  return ok(period)
}

/** Takes a period back: the election was called off, or the days were wrong. The reason is kept. */
export async function takeBackPeriod(
  deps: Deps,
  actor: Actor,
  { periodId, reason }: { readonly periodId: string; readonly reason: string },
): Promise<Result<PreElectionPeriod, { readonly code: 'reason-missing' }>> {
  requirePermission(actor, 'pre-election:manage')
  if (reason.trim() === '') return err({ code: 'reason-missing' })
  return deps.db.transaction(async (tx) => {
    const period = found((await allPeriods(tx)).find(({ id }) => id === periodId))
    if (period.takenBack !== null) throw new Conflict(periodSubject(periodId))
    await insertTakenBack(tx, periodId, reason, deps.now().toISOString())
    const subject = periodSubject(periodId)
    await deps.audit(tx, actor, { action: 'pre-election.take-back-period', subject, detail: { reason } })
    return ok({ ...period, takenBack: reason })
  })
}
