import type { IsoDate } from '#kernel/dates.js'
import type { ImportSource } from './import-source.js'
import type { Measure } from './measure.js'
import type { FigureWords } from './new-figure.js'
import { inForce, type Observation } from './observation.js'
import type { Period } from './period.js'

/** Figures that come together: in a file with its fingerprint, or typed by a person, who must say why. */
export type Vintage = {
  /** The day from which the figures count as known, if that is not the day of taking them in. */
  readonly knownOn?: IsoDate
  readonly source: ImportSource
} & (
  | { readonly kind: 'file'; readonly fileName: string; readonly sha256: string }
  | { readonly kind: 'typed'; readonly fileName?: string; readonly sha256?: string }
)

/** What one figure does to the register. */
export type FigureChange = {
  /** The measure's slug. */
  readonly measure: string
  readonly area: string
  /** The period's code. */
  readonly period: string
  readonly before: FigureWords | null
  readonly after: FigureWords
  readonly kind: 'new' | 'changed' | 'unchanged'
  /** Whether the very same file said it before and another figure has replaced it since: that one stays. */
  readonly isReplaced: boolean
}

/** A checked figure of a measure, for a period and an area. */
export type PlannedFigure = {
  readonly measure: Measure
  readonly area: string
  readonly period: Period
  readonly words: FigureWords
}

/** When the figures count as known, and when the very same file was taken in before, if it was. */
export type KnownBefore = {
  readonly knownOn: IsoDate
  readonly takenInBefore: readonly { readonly recordedAt: string }[]
}

/**
 * What a figure would change, against all vintages of its period and area. It changes nothing when it says what was
 * known on its day, or when the same file said it before and was revised since.
 */
export function changeOf(figure: PlannedFigure, vintages: readonly Observation[], known: KnownBefore): FigureChange {
  const { measure, area, period, words } = figure
  const before = inForce(vintages.filter((each) => each.knownOn <= known.knownOn))
  const isOld = known.takenInBefore.some(({ recordedAt }) => {
    const then = inForce(vintages.filter((each) => each.recordedAt <= recordedAt))
    return then !== undefined && saysTheSame(words, then)
  })
  const isReplaced = isOld && before !== undefined && !saysTheSame(words, before)
  return {
    ...{ measure: measure.slug, area, period: period.code, isReplaced },
    before: before ? wordsOf(before) : null,
    after: isReplaced ? wordsOf(before) : words,
    kind: kindOf(words, before, isOld),
  }
}

function kindOf(words: FigureWords, before: Observation | undefined, isOld: boolean): FigureChange['kind'] {
  if (isOld || (before && saysTheSame(words, before))) return 'unchanged'
  return before ? 'changed' : 'new'
}

function wordsOf({ numerator, denominator, value, status, note, interval }: Observation): FigureWords {
  return { numerator, denominator, value, status, note, interval }
}

function saysTheSame(now: FigureWords, before: FigureWords): boolean {
  const told = ['numerator', 'denominator', 'value', 'status', 'note'] as const
  const sameEnds = now.interval?.lower === before.interval?.lower && now.interval?.upper === before.interval?.upper
  return sameEnds && told.every((name) => now[name] === before[name])
}
