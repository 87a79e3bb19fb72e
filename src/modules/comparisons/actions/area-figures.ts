import type { LatestObservation, Measure } from '#modules/measures/index.js'
import { normalQuantile, rateInterval, wilsonInterval } from '#modules/statistics/index.js'
import type { AreaFigure, Firmness } from '../domain/compare.js'
import type { Estimate, Range } from '../domain/ranking.js'
import { jointLevel } from '../domain/ranking.js'

/** An observation of one area, with the area. */
export type FigureOfArea = {
  readonly code: string
  readonly name: string
  readonly isOwn: boolean
  readonly observation: LatestObservation
}

/** Observations as they are compared, each with its range alone and its range among so many. */
export function areaFigures(measure: Measure, figures: readonly FigureOfArea[]): AreaFigure[] {
  const level = jointLevel(figures.length)
  return figures.flatMap(({ code, name, isOwn, observation }) => {
    const { value, numerator, denominator, knownOn } = observation
    const status = firmnessOf(observation)
    if (value === null || status === undefined) return []
    const interval = intervalOf(measure, observation, 0.95) ?? null
    const joint = intervalOf(measure, observation, level) ?? { lower: value, upper: value }
    const known = { period: observation.period.code, knownOn, status }
    return [{ code, name, isOwn, ...known, value, numerator, base: denominator, interval, joint }]
  })
}

function firmnessOf({ status }: LatestObservation): Firmness | undefined {
  return status === 'missing' ? undefined : status
}

/** The source's own interval where it gives one; else one from the counts; else none: a price knows no chance. */
function intervalOf(measure: Measure, observation: LatestObservation, level: number): Range | undefined {
  const { value, interval, numerator, denominator } = observation
  if (value !== null && interval) return widened(value, interval, level)
  return numerator === null || denominator === null
    ? undefined
    : countedInterval(measure, numerator, denominator, level)
}

/** A 95% interval as one of another level: its two arms in the proportion of the normal distribution. */
function widened(value: number, { lower, upper }: Range, level: number): Range {
  const by = normalQuantile(1 - (1 - level) / 2) / normalQuantile(0.975)
  return { lower: value - (value - lower) * by, upper: value + (upper - value) * by }
}

function countedInterval(measure: Measure, count: number, of: number, level: number): Estimate | undefined {
  const { unit, per } = measure
  if (unit === 'percentage') return scaled(wilsonInterval(count, of, level), 100)
  return unit === 'rate' ? scaled(rateInterval(count, of, level), per) : undefined
}

function scaled(interval: Estimate | undefined, by: number): Estimate | undefined {
  if (!interval) return undefined
  return { estimate: interval.estimate * by, lower: interval.lower * by, upper: interval.upper * by }
}

/** All areas but the own one taken together, total over total; null unless every one of them has its counts. */
export function pooledRest(measure: Measure, figures: readonly AreaFigure[]): Estimate | null {
  const rest = figures.filter(({ isOwn }) => !isOwn)
  let [count, of] = [0, 0]
  for (const { numerator, base } of rest) {
    if (numerator === null || base === null) return null
    count += numerator
    of += base
  }
  return rest.length === 0 ? null : (countedInterval(measure, count, of, 0.95) ?? null)
}
