import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { notesOf } from '../data/note.queries.js'
import type { Note } from '../domain/note.js'

/** The notes beside an action, for whoever sees all that is the office's: never for the force or a partner. */
export function readNotes(deps: Deps, actor: Actor, actionId: string): Promise<Note[]> {
  requirePermission(actor, 'delivery:read-all')
  return notesOf(deps.db, actionId)
}
