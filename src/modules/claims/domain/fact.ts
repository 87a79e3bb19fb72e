import type { Quote } from '#modules/passages/index.js'
import type { Period, Quantity } from '#modules/quantities/index.js'

/** A level, or a change, that a text states of a named thing: what it is of, when, and how much. */
export type StatedFact = {
  /** Which document it stands in: 0 the one that is checked, then the others. */
  readonly document: number
  /** The sentence or the table that states it. */
  readonly home: object
  readonly text: string
  readonly quantity: Quantity
  /** The words that tell it from others, and those that may be left out. */
  readonly hard: readonly string[]
  readonly soft: readonly string[]
  /** Only everyday words tell it. */
  readonly isVague: boolean
  /** Its unit with all that belongs to it, as one word. */
  readonly unit: string
  readonly period: Period | undefined
  /** The heading that it stands under. */
  readonly heading: string
  quote(): Quote
}
