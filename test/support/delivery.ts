import { isoDate } from '#kernel/dates.js'
import type { Action, Milestone } from '#modules/delivery/domain/action.js'
import type { Update } from '#modules/delivery/domain/update.js'

/** A date in a test, without ceremony. */
export const day = isoDate

/** A milestone of a test: 'm1' due on the day given. */
export function aMilestone(id: string, dueOn: string): Milestone {
  return { id, title: `Milestone ${id}`, dueOn: isoDate(dueOn), position: 1 }
}

/** An action from 1 April 2017 to 31 March 2018, without milestones unless given. */
export function anAction(changes: Partial<Action> = {}): Action {
  return {
    id: 'action-1',
    planId: 'plan-1',
    nodeId: 'node-1',
    slug: 'visit-repeat-victims',
    position: 1,
    title: 'Visit repeat victims',
    description: 'Every repeat victim of burglary is visited.',
    leadId: 'constabulary',
    partnerIds: [],
    startsOn: isoDate('2017-04-01'),
    dueOn: isoDate('2018-03-31'),
    publishedAt: '2017-04-01T09:00:00.000Z',
    version: 1,
    milestones: [],
    ...changes,
  }
}

/** An update of that action, of 1 June 2017, that completes nothing. */
export function anUpdate(changes: Partial<Omit<Update, 'on'>> & { on?: string } = {}): Update {
  const { on = '2017-06-01', ...rest } = changes
  return {
    id: `update-${on}`,
    actionId: 'action-1',
    on: isoDate(on),
    text: 'Work went on.',
    evidence: null,
    completes: [],
    override: null,
    recordedAt: `${on}T10:00:00.000Z`,
    recordedBy: 'account-1',
    publishedAt: `${on}T11:00:00.000Z`,
    ...rest,
  }
}
