import type { AssignmentRefusal } from '../domain/bodies.js'
import type { PlacementRefusal } from '../domain/placement.js'
import type { DateRefusal } from '../domain/plan.js'
import type { Barrier } from '../domain/readiness.js'

/** What to tell someone whose dates cannot stand, beside the date to change. */
export function explainDates({ code }: DateRefusal): { field: 'nextElectionOn' | 'startsOn'; message: string } {
  if (code === 'next-election-not-later') {
    return { field: 'nextElectionOn', message: 'The next election must be after the election that this plan follows' }
  }
  if (code === 'starts-before-election') {
    return { field: 'startsOn', message: 'The first day of the plan must be on or after the day of the election' }
  }
  return { field: 'startsOn', message: 'The first day of the plan must be on or before the day of the next election' }
}

/** What to tell someone whose part cannot stand where they put it. */
export function explainPlacement(refusal: PlacementRefusal): string {
  switch (refusal.code) {
    case 'no-such-place':
      return refusal.last === 1
        ? 'The place must be 1: nothing else stands there'
        : `The place must be a whole number from 1 to ${refusal.last}`
    case 'under-itself':
      return 'A part cannot stand under itself'
    case 'wrong-level':
      return `A part of the level “${refusal.level}” cannot stand there`
    case 'no-such-level':
      return 'Select a level of this plan'
    case 'no-such-parent':
      return 'Select a part of this plan'
  }
}

/** What to tell someone who named a body that cannot stand there. */
export function explainAssignment({ code }: AssignmentRefusal): string {
  if (code === 'named-twice') return 'This body is named twice: it leads or it supports'
  if (code === 'too-many') return 'Name fewer supporting bodies'
  return 'Select a body that the office knows'
}

/** What bars publication, in words, with the part to put right. */
export function explainBarrier(barrier: Barrier): { text: string; nodeId?: string } {
  switch (barrier.code) {
    case 'no-theme':
      return { text: 'The plan has no parts yet' }
    case 'no-vision':
      return { text: 'The plan does not say what it is for: its vision is empty' }
    case 'no-title':
      return { text: `A part of the level “${barrier.levelName}” has no title`, nodeId: barrier.nodeId }
    case 'no-lead':
      return { text: `Nobody leads “${barrier.title}”`, nodeId: barrier.nodeId }
  }
}
