import { organisationsOf } from '#modules/body/index.js'
import { type Actor, may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'

/** Whom a person speaks for: their own organisation, and for the office's staff the office itself. */
export async function ownOrganisations(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  bodyId: string,
): Promise<ReadonlySet<string>> {
  const own = actor.organisationId === undefined ? [] : [actor.organisationId]
  if (!may(actor, 'delivery:edit')) return new Set(own)
  const offices = (await organisationsOf(db, bodyId, today())).filter(({ kind }) => kind === 'office')
  return new Set([...own, ...offices.map(({ id }) => id)])
}
