import { countOf } from '#kernel/words.js'

/** What filling one measure did. */
export type Filled = {
  readonly bindingId: string
  readonly measureId: string
  /** The measure's slug. */
  readonly measure: string
  /** '' for the measure's own area, else the code that the figures stand under. */
  readonly area: string
  readonly added: number
  readonly revised: number
  /** The releases or files that brought something, as their source calls them. */
  readonly brought: readonly string[]
  /** Why it was not filled, or not to the end, in words; empty when it was. */
  readonly problem: string
}

/** What filling one measure did, in a line; `from` says whence its figures came. */
export function filledLine({ measure, area, added, revised, brought, problem }: Filled, from: string): string {
  const name = area === '' ? measure : `${measure}, ${area}`
  if (problem !== '') return `${name}: ${problem}.`
  if (brought.length === 0) return `${name}: nothing new.`
  const revisions = revised > 0 ? `, ${countOf(revised, 'revised figure')}` : ''
  return `${name}: ${countOf(added, 'new figure')}${revisions}, from ${from}.`
}

/** What binding a measure did, for the person who bound it. */
export function boundLine({ added, problem }: Filled): string {
  if (problem !== '') return `Bound, but not filled to the end. ${problem}`
  return `Bound: ${countOf(added, 'figure')} ${added === 1 ? 'was' : 'were'} taken in`
}
