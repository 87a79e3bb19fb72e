import type { IsoDate } from '#kernel/dates.js'

/** Why a number of a report stands in place of an earlier one. */
export type CorrectionFacts = {
  readonly publicationId: string
  readonly reportId: string
  readonly number: number
  /** The number that it replaces. */
  readonly replaces: number
  /** The figure for which it was made: 'burglary.2025-03'. */
  readonly figure: string
  readonly reason: string
  readonly decidedBy: string
  /** What was wrong, from what to what: a line for each figure. */
  readonly lines: readonly string[]
  readonly on: IsoDate
}

/** A figure as an office names it: a measure and a period. */
export type FigureAsked = { readonly measure: string; readonly period: string }

const FORMS = new Set(['value', 'change', 'percent', 'comparison', 'rank', 'sentence'])

/** Reads 'burglary.2025-03' or 'burglary.2025-03.value'; undefined where a measure or a period is missing. */
export function figureAsked(typed: string): FigureAsked | undefined {
  const [measure = '', ...rest] = typed.trim().split('.')
  const period = (FORMS.has(rest.at(-1) ?? '') ? rest.slice(0, -1) : rest).join('.').trim()
  return measure === '' || period === '' ? undefined : { measure, period }
}
