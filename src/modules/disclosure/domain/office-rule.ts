import type { Instant } from '#kernel/dates.js'

/** What the office does with small numbers in public, unless a measure has its own rule. */
export type OfficeRule = {
  /** Counts below this are withheld; null withholds none. */
  readonly suppressBelow: number | null
  /** Whether nought is shown. */
  readonly showsZero: boolean
  readonly reason: string
  /** Null until anyone has decided. */
  readonly recordedAt: Instant | null
}

/** Before anyone has decided: nothing is withheld but where a measure says so, and nought is shown. */
export const UNDECIDED: OfficeRule = { suppressBelow: null, showsZero: true, reason: '', recordedAt: null }

/** Thresholds that make sense: from 2, which withholds a single case, to 100. */
const LOWEST_THRESHOLD = 2
const HIGHEST_THRESHOLD = 100

/** Whether a threshold is a whole number that makes sense, or none. */
export function isThreshold(below: number | null): boolean {
  return below === null || (Number.isInteger(below) && below >= LOWEST_THRESHOLD && below <= HIGHEST_THRESHOLD)
}

/** How a withheld figure is marked, as in the Government Statistical Service's shorthand. */
export const WITHHELD_MARK = '[c]'

/** Why a figure is not shown. It says nothing of whether the number is small itself or would tell one that is. */
export const WITHHELD_WORDS = 'Not shown, so that nobody can be known from a small number'
