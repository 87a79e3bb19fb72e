import type { TableFrequency } from './table-series.js'
import { isMoney, labelsThatDiffer, type SliceLine } from './table-slice.js'

/** Why a table is not bound to a measure. */
export type TableBindRefusal =
  | { readonly code: 'is-calculated' }
  | { readonly code: 'frequency' }
  | { readonly code: 'unit' }
  | { readonly code: 'figure'; readonly known: readonly string[] }
  /** The table has lines of the force, and none that is meant. */
  | { readonly code: 'no-line'; readonly labels: readonly SliceLine[] }
  /** Lines are there, and none of a period such as the measure has. */
  | { readonly code: 'no-period' }
  | { readonly code: 'several'; readonly lines: readonly SliceLine[] }
  | { readonly code: 'no-population' }

const REFUSALS: Readonly<Record<Exclude<TableBindRefusal['code'], 'figure' | 'several' | 'no-line'>, string>> = {
  'is-calculated': 'This measure is worked out from others and takes no figures',
  frequency:
    'National tables speak of quarters, years and days: a measure of monthly figures cannot be filled from them',
  unit: 'The unit does not fit: pounds take a precept in pounds, counts and rates take numbers of things',
  'no-period': 'The table has such lines, and none of them for a period such as the measure has',
  'no-population': 'The number of residents is not known for the area, so there is no rate. Import it first',
}

/** Why a table is not bound, in words. */
export function tableRefusalInWords(refusal: TableBindRefusal): string {
  if (refusal.code === 'figure') return `Lines of this table have no such number. They have ${refusal.known.join(', ')}`
  if (refusal.code === 'several')
    return `Several lines are meant. Say one more of them: ${labelsInWords(refusal.lines)}`
  if (refusal.code === 'no-line') return `No line of this force says so. Lines say ${labelsInWords(refusal.labels)}`
  return REFUSALS[refusal.code]
}

const MOST_TEXTS = 12

function labelsInWords(lines: readonly SliceLine[]): string {
  const told = [...labelsThatDiffer(lines)].map(([key, texts]) => {
    const more = texts.length > MOST_TEXTS ? ` and ${texts.length - MOST_TEXTS} more` : ''
    return `${key} (${texts.slice(0, MOST_TEXTS).join(', ')}${more})`
  })
  return told.join('; ') || 'nothing that tells them apart'
}

/** What a measure must be to be filled from a table. */
export type TableFillable = { readonly frequency: string; readonly unit: string; readonly formula: string | null }

const FREQUENCIES: readonly TableFrequency[] = [
  'quarter',
  'financial-year',
  'calendar-year',
  'rolling-12-months',
  'as-at',
]

/** The frequency of a measure, if tables can fill it. */
export function tableFrequency({ frequency }: Pick<TableFillable, 'frequency'>): TableFrequency | undefined {
  return FREQUENCIES.find((each) => each === frequency)
}

/** Why a measure can be filled by no table, if it cannot. */
export function problemWithTableMeasure(measure: TableFillable): TableBindRefusal | undefined {
  if (measure.formula !== null) return { code: 'is-calculated' }
  if (!tableFrequency(measure)) return { code: 'frequency' }
  return ['count', 'rate', 'pounds'].includes(measure.unit) ? undefined : { code: 'unit' }
}

/** Whether a number fits the unit of a measure. */
export function fitsUnit(figure: string, unit: string): boolean {
  return isMoney(figure) === (unit === 'pounds')
}
