import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertOrganisation } from '../data/body.store.js'
import { organisationsOf } from '../data/place.queries.js'
import type { Organisation, Term } from '../domain/body.js'
import { isBackwards, type TermRefusal } from '../domain/term.js'

/** An organisation to add to those that can lead or support. */
export type OrganisationRequest = Omit<Organisation, 'id'> & Term & { readonly bodyId: string }

/** Adds an organisation that can lead or support parts of the plan, for the days that it exists. */
export async function addOrganisation(
  deps: Deps,
  actor: Actor,
  { bodyId, kind, name, shortName, from, until }: OrganisationRequest,
): Promise<Result<Organisation, TermRefusal | { readonly code: 'already-there' }>> {
  requirePermission(actor, 'body:manage')
  if (isBackwards({ from, until })) return err({ code: 'ends-before-it-begins' })
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const there = await organisationsOf(tx, bodyId, from)
    if (there.some((each) => sameName(each.name, name))) return err({ code: 'already-there' })
    const organisation: Organisation = { id: deps.newId(), kind, name, shortName }
    const term = { from, until }
    await insertOrganisation(tx, bodyId, { ...organisation, ...term })
    await deps.audit(tx, actor, {
      action: 'body.add-organisation',
      subject: `body.organisation:${organisation.id}`,
      detail: { ...organisation, ...term },
    })
    return ok(organisation)
  })
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
