import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { keptDocument } from '../data/figure-check.queries.js'
import type { CheckedText } from '../domain/checked-text.js'
import { heldText } from './held-texts.js'

/** A checked document: held for this person, or kept for the office. */
export async function checkedText(deps: Deps, actor: Actor, id: string): Promise<CheckedText | undefined> {
  return heldText(id, actor.id, deps.now()) ?? (await keptDocument(deps.db, id))
}
