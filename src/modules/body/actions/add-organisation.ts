import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bodyRecord } from '../data/body.queries.js'
import { insertOrganisation } from '../data/body.store.js'
import { entriesOf } from '../data/place.queries.js'
import type { Organisation, Term } from '../domain/body.js'
import { type AddRefusal, checkNew, organisationEntry } from '../domain/entry.js'

/** An organisation to add to those that can lead or support. */
export type OrganisationRequest = Omit<Organisation, 'id'> & Term & { readonly bodyId: string }

/** Adds an organisation that can lead or support parts of the plan, for the days that it exists. */
export async function addOrganisation(
  deps: Deps,
  actor: Actor,
  { bodyId, kind, name, shortName, from, until }: OrganisationRequest,
): Promise<Result<Organisation, AddRefusal>> {
  requirePermission(actor, 'body:manage')
  return deps.db.transaction(async (tx) => {
    found(await bodyRecord(tx, bodyId), `There is no body ${bodyId}`)
    const organisation: Organisation = { id: deps.newId(), kind, name, shortName }
    const dated = { ...organisation, from, until }
    const checked = checkNew(await entriesOf(tx, 'organisation', bodyId), organisationEntry(dated))
    if (!checked.ok) return checked
    await insertOrganisation(tx, bodyId, dated)
    await deps.audit(tx, actor, {
      action: 'body.add-organisation',
      subject: `body.organisation:${organisation.id}`,
      detail: dated,
    })
    return ok(organisation)
  })
}
