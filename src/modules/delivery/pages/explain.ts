import { formatDate } from '#ui/format.js'
import { type ActionRefusal, MOST_MILESTONES } from '../domain/action.js'
import type { MilestoneRefusal } from '../domain/milestones.js'
import type { UpdateRefusal } from '../domain/update.js'

/** Why an action was refused: the question that it is about, and what to tell the person. */
export function explainAction(refusal: ActionRefusal): ['node' | 'lead' | 'dueOn', string] {
  switch (refusal.code) {
    case 'due-before-start':
      return ['dueOn', 'Due date must be on or after the start date']
    case 'milestone-after-due':
      return ['dueOn', `Due date must not be before its milestone “${refusal.title}”, due ${formatDate(refusal.dueOn)}`]
    case 'too-many-milestones':
      return ['dueOn', `An action has at most ${MOST_MILESTONES} milestones: one that needs more is two actions`]
    case 'node-holds-no-actions':
      return ['node', 'Select a part of the plan that holds actions']
    case 'unknown-organisation':
      return ['lead', 'Select organisations from the lists']
    case 'lead-is-partner':
      return ['lead', 'Whoever leads must not be a partner too: untick it below, or choose another lead']
  }
}

/** Why milestones were refused. */
export function explainMilestones(refusal: MilestoneRefusal): string {
  switch (refusal.code) {
    case 'unknown-milestone':
      return 'Reload the page and try again: a milestone named here is not one of this action’s'
    case 'completed-cannot-go':
      return `“${refusal.title}” must stay: an update says that it is done`
    case 'would-complete':
      return 'Keep a milestone that is still open: removing the last would make the action complete without evidence'
    case 'milestone-after-due':
      return `“${refusal.title}” must be due on or before the day that the action is due`
    default:
      return explainAction(refusal)[1]
  }
}

/** Why an update was refused. */
export function explainUpdate({ code }: UpdateRefusal): ['on' | 'completes' | 'evidenceTitle' | 'reason', string] {
  const fields = {
    'in-the-future': ['on', 'Date must be today or earlier'],
    'unknown-milestone': ['completes', 'Select milestones of this action'],
    'milestone-already-done': ['completes', 'Another update says already that this milestone is done'],
    'complete-needs-evidence': ['evidenceTitle', 'Enter the evidence: without it an action cannot be complete'],
    'override-needs-reason': ['reason', 'Enter why the state differs: the reason is published'],
  } as const
  return [...fields[code]]
}
