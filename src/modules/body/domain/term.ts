import type { Term } from './body.js'

/** Why the days given cannot be right. */
export type TermRefusal = { readonly code: 'ends-before-it-begins' }

/** Whether the last day is before the first. */
export function isBackwards({ from, until }: Term): boolean {
  return until !== null && until < from
}

/** Whether there is a day on which both hold. */
export function overlap(one: Term, other: Term): boolean {
  const beginsInTime = (a: Term, b: Term) => b.until === null || a.from <= b.until
  return beginsInTime(one, other) && beginsInTime(other, one)
}
