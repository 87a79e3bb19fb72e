import { addDays, type IsoDate } from '#kernel/dates.js'
import type { ActionPicture, DeliveryPicture } from './picture.js'
import type { MilestoneState } from './report.js'

/** Something about an action that somebody should do by a day. */
export type DeliveryTask = {
  readonly dueOn: IsoDate
  readonly picture: ActionPicture
} & (
  | { readonly kind: 'update' }
  | { readonly kind: 'milestone'; readonly milestone: MilestoneState }
  | { readonly kind: 'owner' }
)

/** How many days ahead a milestone or an update begins to wait for somebody. */
const DAYS_AHEAD = 14

/**
 * What waits for those who lead: an update that is due, a milestone that is due soon or late. One task an action, the
 * earliest; a late milestone that a person has explained is not asked for again. An action without an owner waits for whoever gives out the work.
 */
export function deliveryTasks(
  { actions, asAt }: Pick<DeliveryPicture, 'actions' | 'asAt'>,
  leads: { readonly organisationIds: ReadonlySet<string>; readonly givesOutWork: boolean },
): DeliveryTask[] {
  const horizon = addDays(asAt, DAYS_AHEAD)
  return actions
    .flatMap((picture): DeliveryTask[] => {
      const { leadId, startsOn } = picture.action
      if (picture.report.status === 'complete') return []
      if (leadId === null) return leads.givesOutWork ? [{ kind: 'owner', dueOn: startsOn, picture }] : []
      return leads.organisationIds.has(leadId) ? tasksOfLead(picture, horizon).slice(0, 1) : []
    })
    .sort((a, b) => byText(a.dueOn, b.dueOn) || byText(a.picture.action.id, b.picture.action.id))
}

function tasksOfLead(picture: ActionPicture, horizon: IsoDate): DeliveryTask[] {
  const { nextUpdateDueOn, milestones, reason, status } = picture.report
  const isExplained = reason !== undefined && status !== 'behind'
  const tasks: DeliveryTask[] = milestones
    .filter(({ doneOn, dueOn, isLate }) => doneOn === null && dueOn <= horizon && !(isLate && isExplained))
    .map((milestone) => ({ kind: 'milestone', dueOn: milestone.dueOn, picture, milestone }))
  if (nextUpdateDueOn !== null && nextUpdateDueOn <= horizon) {
    tasks.push({ kind: 'update', dueOn: nextUpdateDueOn, picture })
  }
  return tasks.sort((a, b) => byText(a.dueOn, b.dueOn))
}

function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
