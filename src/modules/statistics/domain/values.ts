import type { ControlInput, ControlOptions, ControlProblem } from './control.js'

/** The value that is plotted: as given, or the part over the whole where the series has both. Nothing over nought. */
export function plottedValue(
  input: ControlInput,
  { chart, per = 1 }: Pick<ControlOptions, 'chart' | 'per'>,
): number | null {
  const { value, numerator = null, denominator = null } = input
  if (chart === 'p' || chart === 'u') return shareOf(numerator, denominator, per)
  if (value !== null) return value
  return chart === 'c' ? numerator : shareOf(numerator, denominator, per)
}

function shareOf(numerator: number | null, denominator: number | null, per: number): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : (per * numerator) / denominator
}

/** What makes a chart impossible, or undefined when nothing does. */
export function problemWith(inputs: readonly ControlInput[], options: ControlOptions): ControlProblem | undefined {
  const { baseline } = options
  if (baseline !== undefined && (!Number.isInteger(baseline) || baseline < 2)) return { code: 'baseline-too-short' }
  for (const input of inputs) {
    const problem = problemAt(input, options)
    if (problem) return { code: problem, date: input.date }
  }
  return undefined
}

type PeriodProblem = Extract<ControlProblem, { readonly date: string }>['code']

function problemAt(input: ControlInput, options: ControlOptions): PeriodProblem | undefined {
  const { value, numerator = null, denominator = null } = input
  if (!isNumber(value) || !isNumber(numerator) || !isNumber(denominator)) return 'not-a-number'
  if (options.chart === 'p' || options.chart === 'u') return problemWithParts(input, options.chart)
  const plotted = plottedValue(input, options)
  if (plotted === null) return undefined
  if ((options.chart === 'c' || options.chart === 'g') && plotted < 0) return 'negative'
  return options.chart === 't' && plotted <= 0 ? 'not-above-nought' : undefined
}

const isNumber = (value: number | null) => value === null || Number.isFinite(value)

function problemWithParts(
  { value, numerator = null, denominator = null }: ControlInput,
  chart: 'p' | 'u',
): PeriodProblem | undefined {
  if (numerator === null || denominator === null) return value === null ? undefined : 'needs-parts'
  if (numerator < 0 || denominator < 0) return 'negative'
  return chart === 'p' && numerator > denominator ? 'share-above-whole' : undefined
}
