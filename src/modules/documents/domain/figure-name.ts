import { financialYearName, type IsoDate } from '#kernel/dates.js'

/** How a live figure is told: the number, its change since a year before, or a sentence. */
export const FORMS = ['value', 'change', 'percent', 'comparison', 'rank', 'sentence'] as const
export type Form = (typeof FORMS)[number]

/** A live figure as an author asks for it. */
export type FigureName = {
  readonly measure: string
  /** As written; empty for the newest. */
  readonly period: string
  readonly form: Form
  /** The group of areas that a rank is among; empty for the nearest one. */
  readonly group: string
}

/** Reads `burglary.2024/25` with its attributes; undefined where the form is none of ours. */
export function figureNameOf(label: string, attributes: Readonly<Record<string, string>>): FigureName | undefined {
  const [measure = '', ...rest] = label.trim().split('.')
  const form = FORMS.find((each) => each === (attributes.form ?? 'value'))
  return form && { measure: measure.trim(), period: rest.join('.').trim(), form, group: attributes.group ?? '' }
}

/** What a live figure is called within its report. */
export function figureId({ measure, form }: FigureName, periodCode: string): string {
  return `${measure}.${periodCode}.${form}`
}

/** The days that a report speaks of: what `period`, `12m`, `ytd` and `year` mean in it. */
export type ReportDays = { readonly from: IsoDate; readonly until: IsoDate }

/** A period as written, or one of the report's own: `period`, `12m`, `ytd`, `year`, `month`. */
export function periodWords(words: string, { from, until }: ReportDays): string {
  const month = until.slice(0, 7)
  const own: Readonly<Record<string, string>> = {
    period: rangeOf(from, until),
    month,
    '12m': `12m to ${month}`,
    ytd: `ytd to ${month}`,
    year: financialYearName(until),
  }
  return own[words] ?? words
}

/** A financial year is called so; other months are named by their first and last. */
function rangeOf(from: IsoDate, until: IsoDate): string {
  const isYear =
    from.slice(5) === '04-01' &&
    until.slice(5) === '03-31' &&
    Number(until.slice(0, 4)) - Number(from.slice(0, 4)) === 1
  if (isYear) return financialYearName(until)
  return from.slice(0, 7) === until.slice(0, 7) ? until.slice(0, 7) : `${from.slice(0, 7)}..${until.slice(0, 7)}`
}

/** What a figure's name within its report says: periods may have dots in them, slugs and forms have none. A day may follow. */
export function figureParts(id: string): { readonly measure: string; readonly period: string; readonly form: Form } {
  const [measure = '', ...rest] = id.replace(/@[\d-]+$/, '').split('.')
  const form = FORMS.find((each) => each === rest.at(-1))
  return { measure, period: (form ? rest.slice(0, -1) : rest).join('.'), form: form ?? 'value' }
}
