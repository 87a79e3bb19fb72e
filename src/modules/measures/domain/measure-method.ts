import type { ControlChart } from '#modules/statistics/index.js'
import type { BeyondWhole } from './beyond-whole.js'
import type { Frequency } from './period.js'
import type { Unit } from './unit.js'

/**
 * How the figures of shorter periods make the figure of a longer one: added up; total over total; total over the mean
 * of a stock such as the population; the last of them; or not at all (rolling figures and surveys).
 */
export type Pooling = 'sum' | 'ratio' | 'ratio-over-mean' | 'last' | 'none'

/** Every way of pooling, in the order that people choose from. */
export const POOLINGS: readonly Pooling[] = ['sum', 'ratio', 'ratio-over-mean', 'last', 'none']

/** How a measure's figures are worked out and treated. */
export type MeasureMethod = {
  readonly pooling: Pooling
  /** What a share or rate is for each of: 100 for percentages, 1000 for crimes for each 1,000 people. */
  readonly per: number
  /** What it is worked out from, when it is worked out from other measures. */
  readonly formula: string | null
  /** The same months are high each year: shown year on year too. */
  readonly isSeasonal: boolean
  /** Its figures are estimates from a sample, with a number of answers and an interval. */
  readonly isSurvey: boolean
  /** Counts below this are not shown to the public; null leaves it to the office's own rule. */
  readonly suppressBelow: number | null
  /** The control chart that monthly figures are drawn on. */
  readonly controlChart: ControlChart
  /** Whether a percentage may lie outside 0 to 100. */
  readonly beyondWhole: BeyondWhole
}

/** The usual way for figures of this kind, where nobody has said another. */
export function usualMethod(kind: { readonly unit: Unit; readonly frequency: Frequency }): MeasureMethod {
  const per = kind.unit === 'percentage' ? 100 : 1
  const traits = { formula: null, isSeasonal: false, isSurvey: false, suppressBelow: null }
  return { pooling: usualPooling(kind), per, ...traits, controlChart: 'xmr', beyondWhole: 'asked' }
}

function usualPooling({ unit, frequency }: { readonly unit: Unit; readonly frequency: Frequency }): Pooling {
  if (frequency === 'rolling-12-months') return 'none'
  if (frequency === 'as-at') return 'last'
  return unit === 'count' || unit === 'pounds' ? 'sum' : 'ratio'
}

/** The ways of pooling that make sense: percentages are never added up, nor rolling figures pooled at all. */
export function poolingsFor({ unit, frequency }: { readonly unit: Unit; readonly frequency: Frequency }): Pooling[] {
  if (frequency === 'rolling-12-months') return ['none']
  if (frequency === 'as-at') return ['last', 'none']
  return unit === 'count' || unit === 'pounds' ? ['sum', 'last', 'none'] : ['ratio', 'ratio-over-mean', 'last', 'none']
}
