import { type Actor, may } from '#platform/actor.js'
import { Forbidden } from '#platform/errors.js'
import { type Action, isTheirs } from '../domain/action.js'

/** Whether this person may see the action at all: everything, or what their organisation leads or supports. */
export function maySee(actor: Actor, action: Pick<Action, 'leadId' | 'partnerIds'>): boolean {
  return may(actor, 'delivery:read-all') || isTheirs(action, actor.organisationId)
}

/** Refuses whoever asks for another organisation's action. */
export function requireTheirs(actor: Actor, action: Pick<Action, 'leadId' | 'partnerIds'>): void {
  if (!maySee(actor, action)) throw new Forbidden('This action belongs to another organisation')
}
