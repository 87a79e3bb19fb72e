import { addDays } from '#kernel/dates.js'
import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertForce, saveLastDay } from '../data/body.store.js'
import { entriesOf } from '../data/place.queries.js'
import type { PoliceForce, Term } from '../domain/body.js'
import { type AddRefusal, checkNew, forceBefore, forceEntry } from '../domain/entry.js'

/** A force that a body holds to account. */
export type ForceRequest = Omit<PoliceForce, 'id'> & Term & { readonly bodyId: string }

/** Names the force that a body holds to account from a day. The one before it ends on the day before. */
export async function addForce(
  deps: Deps,
  actor: Actor,
  { bodyId, name, shortName, from, until }: ForceRequest,
): Promise<Result<PoliceForce, AddRefusal>> {
  requirePermission(actor, 'body:manage')
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const force: PoliceForce = { id: deps.newId(), name, shortName }
    const dated = { ...force, from, until }
    const there = await entriesOf(tx, 'force', bodyId)
    const before = forceBefore(there, from)
    const others = there.filter((each) => each !== before)
    const checked = checkNew(others, forceEntry(dated))
    if (!checked.ok) return checked
    await insertForce(tx, bodyId, dated)
    if (before) await saveLastDay(tx, { ...before, until: addDays(from, -1) }, before.until)
    const detail = { ...dated, takesOverFrom: before?.name ?? null }
    await deps.audit(tx, actor, { action: 'body.add-force', subject: `body.force:${force.id}`, detail })
    return ok(force)
  })
}
