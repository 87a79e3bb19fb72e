import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { actionById } from '../data/action.queries.js'
import { insertNote } from '../data/delivery.store.js'
import type { Note } from '../domain/note.js'

/** Keeps what the office notes for itself beside an action. A correction is a newer note. */
export async function writeNote(
  deps: Deps,
  actor: Actor,
  { actionId, kind, text }: Pick<Note, 'actionId' | 'kind' | 'text'>,
): Promise<Note> {
  requirePermission(actor, 'delivery:note')
  return deps.db.transaction(async (tx) => {
    found(await actionById(tx, actionId), `There is no action ${actionId}`)
    const writtenAt = deps.now().toISOString()
    const note: Note = { id: deps.newId(), actionId, kind, text, writtenAt, writtenBy: actor.id }
    await insertNote(tx, note)
    const detail = { actionId, kind, text }
    await deps.audit(tx, actor, { action: 'delivery.write-note', subject: `delivery.note:${note.id}`, detail })
    return note
  })
}
