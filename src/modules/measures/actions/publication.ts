import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { Publication } from '../data/definitions.store.js'

/** What is kept of a measure's becoming public, or ceasing to be. */
export function publicationOf(
  deps: Deps,
  actor: Actor,
  said: Pick<Publication, 'measureId' | 'isPublic' | 'recordedAt'>,
): Publication {
  return { ...said, id: deps.newId(), knownOn: deps.today(), recordedBy: actor.name }
}
