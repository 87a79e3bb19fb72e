import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertForce } from '../data/body.store.js'
import type { PoliceForce, Term } from '../domain/body.js'
import { isBackwards, type TermRefusal } from '../domain/term.js'

/** A force that a body holds to account. */
export type ForceRequest = Omit<PoliceForce, 'id'> & Term & { readonly bodyId: string }

/** Names the force that a body holds to account from a day; a later one takes the place of an earlier one. */
export async function addForce(
  deps: Deps,
  actor: Actor,
  { bodyId, name, shortName, from, until }: ForceRequest,
): Promise<Result<PoliceForce, TermRefusal>> {
  requirePermission(actor, 'body:manage')
  if (isBackwards({ from, until })) return err({ code: 'ends-before-it-begins' })
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const force: PoliceForce = { id: deps.newId(), name, shortName }
    const term = { from, until }
    await insertForce(tx, bodyId, { ...force, ...term })
    const detail = { ...force, ...term }
    await deps.audit(tx, actor, { action: 'body.add-force', subject: `body.force:${force.id}`, detail })
    return ok(force)
  })
}
