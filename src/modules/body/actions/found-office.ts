import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { AddRefusal, EntryKind } from '../domain/entry.js'
import { type AreaRequest, addArea } from './add-area.js'
import { addForce, type ForceRequest } from './add-force.js'
import { addOrganisation, type OrganisationRequest } from './add-organisation.js'
import { type FoundRefusal, type FoundRequest, foundBody } from './found-body.js'

/** A body with everything that it begins with. A key is how other files speak of an organisation. */
export type OfficeRequest = {
  readonly founding: FoundRequest
  readonly forces: readonly Omit<ForceRequest, 'bodyId'>[]
  readonly areas: readonly Omit<AreaRequest, 'bodyId'>[]
  readonly organisations: readonly (Omit<OrganisationRequest, 'bodyId'> & { readonly key: string })[]
}

/** What was founded: the body's id, and the id that each organisation's key was given. */
export type FoundedOffice = { readonly id: string; readonly organisationIds: ReadonlyMap<string, string> }

/** Why an office was not founded: the body itself, or one thing that belongs to it. */
export type OfficeRefusal =
  | FoundRefusal
  | { readonly code: 'entry-refused'; readonly kind: EntryKind; readonly name: string; readonly why: AddRefusal }

/** Carries a refusal out of the transaction, so that nothing of a half-founded office stays. */
class Undone extends Error {
  readonly refusal: OfficeRefusal
  constructor(refusal: OfficeRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Founds a body with its force, areas and organisations: all of it, or nothing. */
export async function foundOffice(
  deps: Deps,
  actor: Actor,
  office: OfficeRequest,
): Promise<Result<FoundedOffice, OfficeRefusal>> {
  requirePermission(actor, 'body:manage')
  try {
    return await deps.db.transaction(async (tx) => {
      const within = { ...deps, db: tx }
      const body = await foundBody(within, actor, office.founding)
      return body.ok ? ok(await equip(within, actor, office, body.value.id)) : body
    })
  } catch (problem) {
    if (problem instanceof Undone) return { ok: false, error: problem.refusal }
    throw problem
  }
}

/** Adds the force, areas and organisations in the order of the file. */
async function equip(deps: Deps, actor: Actor, office: OfficeRequest, bodyId: string): Promise<FoundedOffice> {
  for (const force of office.forces) done(await addForce(deps, actor, { ...force, bodyId }), 'force', force.name)
  for (const area of office.areas) done(await addArea(deps, actor, { ...area, bodyId }), 'area', area.name)
  const organisationIds = new Map<string, string>()
  for (const { key, ...organisation } of office.organisations) {
    const added = await addOrganisation(deps, actor, { ...organisation, bodyId })
    organisationIds.set(key, done(added, 'organisation', organisation.name).id)
  }
  return { id: bodyId, organisationIds }
}

function done<T>(result: Result<T, AddRefusal>, kind: EntryKind, name: string): T {
  if (result.ok) return result.value
  throw new Undone({ code: 'entry-refused', kind, name, why: result.error })
}
