import type { IsoDate } from '#kernel/dates.js'

/** One figure that was put right, in words. */
export type CorrectedFigure = {
  readonly title: string
  readonly period: string
  readonly from: string
  /** Empty where the office no longer gives it. */
  readonly to: string
}

/** What a further number of a report says at its head: what was wrong, from what to what, why, and who decided. */
export type CorrectionNotice = {
  readonly on: IsoDate
  readonly reason: string
  readonly decidedBy: string
  readonly figures: readonly CorrectedFigure[]
  /** The number that it replaces, and the day on which that was sent. */
  readonly replaces: { readonly number: number; readonly on: IsoDate }
}

/** "Burglary, March 2025: given as 231 offences; it is 240 offences." */
export function correctionLine({ title, period, from, to }: CorrectedFigure): string {
  const now = to === '' ? 'the office no longer gives it' : `it is ${to}`
  return `${title}, ${period}: given as ${from || 'not known'}; ${now}.`
}
