import type { Term } from './body.js'

/** Why the days given cannot be right. */
export type TermRefusal = { readonly code: 'ends-before-it-begins' }

/** Whether the last day is before the first. */
export function isBackwards({ from, until }: Term): boolean {
  return until !== null && until < from
}
