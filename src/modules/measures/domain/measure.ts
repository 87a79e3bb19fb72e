import type { Instant } from '#kernel/dates.js'
import { type MeasureMethod, usualMethod } from './measure-method.js'
import type { Frequency } from './period.js'
import type { Unit } from './unit.js'

/** Whether a rise is wanted. 'neither' means that no words of better or worse are used. */
export type Polarity = 'up-is-good' | 'down-is-good' | 'neither'

/** Every polarity, in the order that people choose from. */
export const POLARITIES: readonly Polarity[] = ['up-is-good', 'down-is-good', 'neither']

/** What the office says of a measure in words: enough for anyone to know what its figures mean. */
type MeasureWords = {
  readonly title: string
  readonly definition: string
  readonly unit: Unit
  /** What the figures count, as it follows a number: "crimes", "of outcomes", "days". */
  readonly unitLabel: string
  readonly polarity: Polarity
  readonly frequency: Frequency
  readonly numerator: string
  readonly denominator: string
  readonly source: string
  readonly sourceUrl: string | null
  /** The role that answers for the figures. */
  readonly owner: string
  readonly geography: string
  readonly caveat: string
  /** Whether it is among the few figures on the front page. */
  readonly isHeadline: boolean
}

/** All that the office says of a measure: its words, and how its figures are worked out. */
export type MeasureDescription = MeasureWords & MeasureMethod

/** A description that may leave the method to what is usual for its unit and frequency. */
export type MeasureDraft = MeasureWords & Partial<MeasureMethod>

/** The description in full. */
export function inFull(draft: MeasureDraft): MeasureDescription {
  const usual = usualMethod(draft)
  const pooling = draft.pooling ?? (draft.isSurvey ? 'none' : usual.pooling)
  const hasBase = draft.unit === 'rate' || draft.unit === 'duration'
  return { ...usual, ...draft, pooling, per: hasBase ? (draft.per ?? usual.per) : usual.per }
}

/** A measure of the register. `version` goes up by one on every save; the slug never changes. */
export type Measure = MeasureDescription & {
  readonly id: string
  readonly slug: string
  readonly publishedAt: Instant | null
  readonly version: number
  /** The places in plans that it informs. */
  readonly nodeIds: readonly string[]
}

/** Whether its figures are a whole divided by a whole, so that both must be described. */
export function needsDenominator(unit: Unit): boolean {
  return unit === 'percentage' || unit === 'rate' || unit === 'duration'
}

const FILLED: readonly (readonly [keyof MeasureDescription, string])[] = [
  ['title', 'a title'],
  ['definition', 'a definition'],
  ['unitLabel', 'the name of its unit'],
  ['numerator', 'what is counted (numerator)'],
  ['source', 'a source'],
  ['owner', 'an owner'],
  ['geography', 'a place'],
  ['caveat', 'what to bear in mind (caveat)'],
]

/** What a measure still lacks before the public may read it, in words; nothing when it is complete. */
export function whatIsMissing(measure: MeasureDraft, figureCount: number): string[] {
  const missing = FILLED.filter(([field]) => String(measure[field] ?? '').trim() === '').map(([, words]) => words)
  if (needsDenominator(measure.unit) && !measure.formula && measure.denominator.trim() === '')
    missing.push('what it is a share of (denominator)')
  if (figureCount === 0) missing.push('at least one figure')
  return missing
}
