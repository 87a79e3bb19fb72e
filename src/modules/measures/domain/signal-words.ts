import type { ControlPoint, ControlResult, Rule } from '#modules/statistics/index.js'
import { centreName } from './control-method.js'
import { formatAverage } from './figure.js'
import type { Measure } from './measure.js'

/** Whether a signal is a rise: by its side of the middle line, and for a trend alone by where it goes. */
export function isRise(control: ControlResult, point: ControlPoint): boolean {
  const { value, mean, rules } = point
  const isTrend = rules.every((rule) => rule === 'trend')
  return (value ?? 0) > ((isTrend ? valueBefore(control, point) : mean) ?? mean ?? 0)
}

function valueBefore({ points }: ControlResult, { date }: ControlPoint): number | undefined {
  const at = points.findIndex((each) => each.date === date)
  return points.slice(0, at).findLast(({ value }) => value !== null)?.value ?? undefined
}

/** The strongest of a point's rules first: only this one is told. */
const STRONGEST: readonly Rule[] = ['outside', 'shift', 'trend', 'two-of-three']

/** Why the newest month is more than usual variation, if it is. */
export function signalWords(measure: Measure, control: ControlResult, point: ControlPoint): string | undefined {
  const rule = STRONGEST.find((each) => point.rules.includes(each))
  if (!rule) return undefined
  const isAbove = sideOf(point) > 0
  const [side, near] = isAbove ? ['above', 'upper'] : ['below', 'lower']
  const limit = isAbove ? point.upper : point.lower
  const write = (value: number | null) => formatAverage(measure.unit, value ?? 0)
  const centre = centreWords(measure, control, point)
  const name = centreName(measure.unit, control.chart)
  const verdict = 'which is more than the usual variation'
  const words: Readonly<Record<Rule, () => string>> = {
    outside: () =>
      `That is ${side} the ${near} limit of ${write(limit)}: more than the usual variation around ${centre}.`,
    shift: () =>
      `The last ${runLength(control, point)} months are all ${side} the ${name} of ${write(point.mean)}, ${verdict}.`,
    trend: () =>
      `The last seven or more months each ${isRise(control, { ...point, rules: ['trend'] }) ? 'rose' : 'fell'}, ${verdict} around ${centre}.`,
    'two-of-three': () => `Two of the last three months lie near the ${near} limit, ${verdict} around ${centre}.`,
  }
  return words[rule]()
}

function sideOf({ value, mean }: ControlPoint): number {
  return value === null || mean === null ? 0 : Math.sign(value - mean)
}

/**
 * How many months up to this one lie on its side, within its phase. Missing months are passed over, and on a run chart
 * also those on the median, as its rule does.
 */
function runLength({ points, chart }: ControlResult, last: ControlPoint): number {
  const counts = (each: ControlPoint) => each.value !== null && (chart !== 'run' || sideOf(each) !== 0)
  const phase = points.filter((each) => each.phase === last.phase && counts(each))
  const upTo = phase.slice(0, phase.indexOf(last) + 1)
  const stop = upTo.findLastIndex((each) => sideOf(each) !== sideOf(last))
  return upTo.length - 1 - stop
}

/** "an average of 5,739 a month", "a middle line of 84.2%", "a median of 12". */
export function centreWords({ unit }: Measure, { chart }: ControlResult, { mean }: Pick<ControlPoint, 'mean'>): string {
  const name = centreName(unit, chart)
  const isTotal = (unit === 'count' || unit === 'pounds') && chart !== 'g' && chart !== 't'
  const article = name === 'average' ? 'an' : 'a'
  return `${article} ${name} of ${formatAverage(unit, mean ?? 0)}${isTotal ? ' a month' : ''}`
}
