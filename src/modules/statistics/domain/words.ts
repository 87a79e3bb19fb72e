import { countOf, formatNumber } from '#kernel/words.js'
import { spreadOf } from './average.js'
import { isHigh } from './claims.js'
import type { ControlPoint, ControlResult, Rule, RunsAnalysis } from './control.js'
import { FEWEST_POINTS } from './control-chart.js'

/** How numbers and dates are written in a summary; plain unless told. */
export type Writing = {
  readonly value?: (value: number) => string
  readonly date?: (date: string) => string
}

type Pen = Required<Writing>

/** What the chart says, in sentences, from the rules that drew it: someone who reads only this learns the same. */
export function summaryOf(result: ControlResult, writing: Writing = {}): string {
  const pen: Pen = { value: writing.value ?? plainNumber(result), date: writing.date ?? ((date) => date) }
  return [
    extent(result, pen),
    newestSays(result, pen),
    averageAndLimits(result, pen),
    earlier(result, pen),
    target(result, pen),
    result.runs ? runsInWords(result.runs) : '',
    tooFew(result),
    rebased(result, pen),
    cuts(result),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** As many decimals as tell the values apart, and the average one more than the values need. */
function plainNumber({ points }: ControlResult): (value: number) => string {
  const spread = spreadOf(points.map(({ value }) => value))
  const decimals = Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(spread))))
  return (value) => formatNumber(Number(value.toFixed(decimals)), decimalsOf(value, decimals))
}

function decimalsOf(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals++) {
    if (Math.abs(Number(value.toFixed(decimals)) - value) < 1e-9 * Math.max(1, Math.abs(value))) return decimals
  }
  return most
}

function extent({ points }: ControlResult, pen: Pen): string {
  const known = points.filter(({ value }) => value !== null)
  const missing = points.length - known.length
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return ''
  const from = first === last ? `for ${pen.date(first.date)}` : `from ${pen.date(first.date)} to ${pen.date(last.date)}`
  return `${countOf(known.length, 'value')} ${from}${missing > 0 ? `; ${formatNumber(missing)} missing` : ''}.`
}

function newestSays(result: ControlResult, pen: Pen): string {
  const newest = result.points.findLast(({ value }) => value !== null)
  if (!newest || newest.value === null) return ''
  const subject = `The newest value is ${pen.value(newest.value)} (${pen.date(newest.date)})`
  if (newest.mean === null || !result.isEnough) return `${subject}.`
  if (newest.rules.length === 0) return `${subject}: usual variation, no signal of a change.`
  return `${subject}: ${meaning(newest)}. It ${reasons(newest, result, pen).join(' and ')}.`
}

function meaning({ variation }: ControlPoint): string {
  if (variation === 'improvement') return 'a signal of improvement'
  if (variation === 'concern') return 'a signal of concern'
  return variation === 'neutral-high' ? 'a signal, higher than usual' : 'a signal, lower than usual'
}

function reasons(point: ControlPoint, { points, polarity }: ControlResult, pen: Pen): string[] {
  const isBelow = point.mean !== null && point.value !== null && point.value < point.mean
  const [side, beyond, limit] = isBelow
    ? (['lower', 'below', point.lower] as const)
    : (['upper', 'above', point.upper] as const)
  const said: Readonly<Record<Rule, () => string>> = {
    outside: () => `lies ${beyond} the ${side} limit${limit === null ? '' : ` of ${pen.value(limit)}`}`,
    trend: () => `is part of ${trendWords(point, points, polarity)}`,
    'two-of-three': () => `is one of at least two in three near the ${side} limit`,
    shift: () => `is one of seven or more in a row ${beyond} the average`,
  }
  return point.rules.map((rule) => said[rule]())
}

function trendWords(point: ControlPoint, points: readonly ControlPoint[], polarity: ControlResult['polarity']): string {
  const before = points[points.indexOf(point) - 1]?.value ?? null
  const isRising = before === null || point.value === null ? isHigh(point, { polarity }) : point.value > before
  return isRising ? 'a rise of seven or more in a row' : 'a fall of seven or more in a row'
}

function averageAndLimits({ chart, phases, points }: ControlResult, pen: Pen): string {
  const phase = phases.at(-1)
  if (!phase || phase.mean === null) return ''
  const name = chart === 'run' || chart === 'g' ? 'median' : 'average'
  const now = phases.length > 1 ? ` since ${pen.date(phase.from)}` : ''
  const centre = `The ${name}${now} is ${pen.value(phase.mean)}`
  if (phase.lower === null || phase.upper === null) return `${centre}.`
  if (phase.lower === phase.upper) return `${centre}, and the values that it comes from do not differ.`
  const varies = points.some(
    ({ phase: each, lower, upper }) =>
      each === phases.length - 1 && lower !== null && (lower !== phase.lower || upper !== phase.upper),
  )
  const usual = `values from ${pen.value(phase.lower)} to ${pen.value(phase.upper)} are usual`
  return `${centre}; ${usual}${varies ? ' in the newest period' : ''}.`
}

/** Earlier signals are named when there are few, and counted when there are many. */
function earlier({ points, isEnough }: ControlResult, pen: Pen): string {
  const newest = points.findLast(({ value }) => value !== null)
  const found = isEnough ? points.filter((point) => point.rules.length > 0 && point !== newest) : []
  if (found.length === 0) return ''
  if (found.length <= 3) return `Earlier signals: ${found.map(({ date }) => pen.date(date)).join(', ')}.`
  const [first, last] = [found[0]?.date ?? '', found.at(-1)?.date ?? '']
  return `Earlier signals: ${formatNumber(found.length)} values between ${pen.date(first)} and ${pen.date(last)}.`
}

function target({ target: wanted, assurance, polarity, points, isEnough }: ControlResult, pen: Pen): string {
  if (wanted === null) return ''
  if (!isEnough) return `Too early to say whether the target of ${pen.value(wanted)} will be met.`
  const text = `target of ${pen.value(wanted)}`
  if (assurance === 'pass') return `The ${text} will be met consistently, as far as the newest limits tell.`
  if (assurance === 'fail') return `The ${text} will be missed consistently unless the process changes.`
  if (assurance === 'none') {
    return polarity === 'neither'
      ? `There is a ${text}, but no direction is wanted.`
      : `There is a ${text}; no limits to judge it by.`
  }
  const isAlwaysMet = points.every(
    ({ value }) => value === null || (polarity === 'up' ? value >= wanted : value <= wanted),
  )
  if (isAlwaysMet) return `The ${text} was met every time so far, but lies within the limits.`
  return `The ${text} will be met in some periods and missed in others, by chance alone.`
}

/** Whether the values of a run chart fall about their median by chance, with the counts that say so. */
export function runsInWords({ longest, longestUsual, crossings, crossingsUsual, isSignal }: RunsAnalysis): string {
  const facts = `longest run ${longest} (at most ${longestUsual} expected), ${crossings} crossings of the median (at least ${crossingsUsual} expected)`
  return isSignal
    ? `The values do not vary by chance alone: ${facts}.`
    : `Runs are as chance would have them: ${facts}.`
}

function tooFew({ isEnough, phases }: ControlResult): string {
  if (isEnough) return ''
  const { points = 0 } = phases.at(-1) ?? {}
  const where = phases.length > 1 ? ' since the last rebase' : ''
  return `Too few points for icons: ${formatNumber(points)}${where}, and ${FEWEST_POINTS} are needed; limits are on trial until then.`
}

function rebased({ phases }: ControlResult, pen: Pen): string {
  const later = phases.slice(1).map(({ from }) => pen.date(from))
  return later.length === 0 ? '' : `Average and limits were set anew from ${later.join(' and from ')}.`
}

function cuts({ isCutBelow, isCutAbove }: ControlResult): string {
  if (isCutBelow && isCutAbove) return 'Both limits were cut to what the figure can be.'
  if (isCutBelow) return 'The lower limit was cut to the lowest that the figure can be.'
  return isCutAbove ? 'The upper limit was cut to the highest that the figure can be.' : ''
}
