import { type Formula, type FormulaProblem, namesIn, placeOf } from '#modules/formulas/index.js'
import type { Pooling } from './measure-method.js'
import type { Frequency } from './period.js'

/** What the figures of a measure speak of, and how longer periods are made of them. */
export type FigurePeriods = { readonly frequency: Frequency; readonly pooling: Pooling }

const EACH: Readonly<Record<Frequency, string>> = {
  month: 'a month',
  quarter: 'a quarter',
  'financial-year': 'a financial year',
  'calendar-year': 'a calendar year',
  'rolling-12-months': '12 months',
  'as-at': 'a day',
}

/** The kinds of period that figures of each kind can be made of: whole ones, that fill the longer one exactly. */
const MADE_OF: Readonly<Record<Frequency, readonly Frequency[]>> = {
  month: ['month'],
  quarter: ['quarter', 'month'],
  'financial-year': ['financial-year', 'quarter', 'month'],
  'calendar-year': ['calendar-year', 'quarter', 'month'],
  'rolling-12-months': ['rolling-12-months', 'quarter', 'month'],
  'as-at': ['as-at'],
}

/**
 * Where a formula joins figures of periods that do not fit: rolling ones with monthly ones, or yearly ones in a monthly
 * measure. What is given on days, such as the population, counts for any period.
 */
export function periodProblems(
  formula: Formula,
  { frequency }: Pick<FigurePeriods, 'frequency'>,
  inputOf: (name: string) => FigurePeriods | undefined,
): FormulaProblem[] {
  const flows = namesIn(formula).flatMap((name) => {
    const input = inputOf(name)
    return input && input.pooling !== 'last' ? [{ name, ...input }] : []
  })
  const misfits = flows.filter((flow) => !canMake(flow, frequency))
  if (misfits.length > 0) return misfits.map(({ name, ...input }) => misfit(formula, name, { input, frequency }))
  const [rolling, other] = [flows.find(isRolling), flows.find((flow) => !isRolling(flow))]
  if (!rolling || !other) return []
  const what = `[${rolling.name}] has figures of 12 months and [${other.name}] of ${EACH[other.frequency]}: they do not go together`
  const mend = 'Use figures of one kind: of 12 months for all, or of single months for all'
  return [{ ...placeOf(formula, rolling.name), what, mend }]
}

function isRolling({ frequency }: FigurePeriods): boolean {
  return frequency === 'rolling-12-months'
}

function canMake(input: FigurePeriods, frequency: Frequency): boolean {
  if (input.frequency === frequency) return true
  return input.pooling !== 'none' && MADE_OF[frequency].includes(input.frequency)
}

type Misfit = { readonly input: FigurePeriods; readonly frequency: Frequency }

function misfit(formula: Formula, name: string, { input, frequency }: Misfit): FormulaProblem {
  const what = `[${name}] has figures of ${EACH[input.frequency]} each, and none for ${EACH[frequency]} can be made of them`
  const mend = `Use a measure with figures of ${EACH[frequency]}, or let this measure have figures of ${EACH[input.frequency]}`
  return { ...placeOf(formula, name), what, mend }
}
