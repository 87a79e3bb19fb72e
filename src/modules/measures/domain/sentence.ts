import { countOf, formatNumber, formatPercent } from '#kernel/words.js'
import { figureFormat, formatAverage, formatDifference, percentChange, withUnit } from './figure.js'
import type { Measure } from './measure.js'
import { latestKnown, type SeriesPoint } from './observation.js'
import { samePeriodLastYear } from './period-steps.js'
import { inPeriod, periodLabel } from './period-words.js'
import { FEWEST_FOR_LIMITS, type Run, type Xmr } from './xmr.js'

/** What a series says, in sentences that anyone can check against its table. */
export type Statement = {
  /** The newest figure with its period: "6,004 crimes were recorded in March 2025." */
  readonly figure: string
  /** What to make of it. Begins so that it can stand under the figure alone. */
  readonly comparison: string
  /** The same period a year before, where the comparison does not say it: "March 2024 was 5,957." */
  readonly lastYear: string
}

/** The generated sentence of a measure's page: the newest figure, and whether it is more than usual variation. */
export function sentenceFor(measure: Measure, series: readonly SeriesPoint[], limits?: Xmr): string {
  const { figure, comparison } = statementOf(measure, series, limits)
  return [figure, comparison].filter(Boolean).join(' ')
}

/** The same in its parts. Words of better or worse stand only where the measure has a wanted direction. */
export function statementOf(measure: Measure, series: readonly SeriesPoint[], limits?: Xmr): Statement {
  const latest = latestKnown(series)
  if (!latest) return { figure: 'No figure has been taken in yet.', comparison: '', lastYear: '' }
  const teller = { measure, series, latest, write: figureFormat(measure.unit, valuesOf(series)) }
  const figure = [figureSentence(teller), missingSince(teller)].filter(Boolean).join(' ')
  if (limits) return { figure, comparison: against(teller, limits), lastYear: lastYearSentence(teller) }
  return { figure, comparison: [difference(teller), tooFew(teller)].filter(Boolean).join(' '), lastYear: '' }
}

type Known = SeriesPoint & { readonly value: number }
type Teller = {
  readonly measure: Measure
  readonly series: readonly SeriesPoint[]
  readonly latest: SeriesPoint
  readonly write: (value: number) => string
}

function valuesOf(series: readonly SeriesPoint[]): number[] {
  return series.flatMap(({ value }) => (value === null ? [] : [value]))
}

function figureSentence({ measure, latest, write }: Teller): string {
  const value = latest.value ?? 0
  const isEstimate = latest.status === 'estimated'
  const firmness = latest.status === 'provisional' ? ' (provisional)' : ''
  const when = inPeriod(latest.period)
  if (measure.unit !== 'count') {
    const figure = `${withUnit(measure, write(value))}${baseOf(latest)}`
    return `The figure ${when.replace(/^(in|from) /, 'for ')} is ${isEstimate ? 'estimated at ' : ''}${figure}${firmness}.`
  }
  const counted =
    value === 1 ? '1 was' : `${isEstimate ? 'an estimated ' : ''}${write(value)} ${measure.unitLabel} were`
  return `${capital(counted)} recorded ${when}${firmness}.`
}

/** " (538 of 634)" where both are known. */
function baseOf({ numerator, denominator }: SeriesPoint): string {
  return numerator === null || denominator === null
    ? ''
    : ` (${formatNumber(numerator)} of ${formatNumber(denominator)})`
}

function missingSince({ series, latest }: Teller): string {
  const later = series.slice(series.indexOf(latest) + 1)
  const [first] = later
  if (!first) return ''
  return later.length === 1
    ? `No figure is known ${inPeriod(first.period).replace(/^(in|from) /, 'for ')}.`
    : `No figure is known for the ${later.length} periods since.`
}

function against(teller: Teller, limits: Xmr): string {
  const { measure, series, latest, write } = teller
  const at = series.indexOf(latest)
  const average = averageWords(measure, limits.centre)
  const run = limits.runs.find(({ until }) => until === at)
  if (limits.outside.includes(at)) {
    const isHigh = (latest.value ?? 0) > limits.centre
    const limit = formatAverage(measure.unit, isHigh ? limits.upper : limits.lower)
    const where = isHigh ? `above the upper limit of ${limit}` : `below the lower limit of ${limit}`
    return `That is ${where}: more than the usual variation around ${average}.${judged(measure, isHigh)}`
  }
  if (run) {
    const months = `The last ${run.until - run.from + 1} months are all ${run.side} the average of`
    const verdict = 'which is more than the usual variation'
    return `${months} ${formatAverage(measure.unit, limits.centre)}, ${verdict}.${judged(measure, run.side === 'above')}`
  }
  return `That is within the usual variation around ${average}.${earlier(series, limits, write)}`
}

function averageWords({ unit }: Measure, centre: number): string {
  const isTotal = unit === 'count' || unit === 'pounds'
  return `an average of ${formatAverage(unit, centre)}${isTotal ? ' a month' : ''}`
}

function judged({ polarity }: Measure, isRise: boolean): string {
  if (polarity === 'neither') return ''
  return isRise === (polarity === 'up-is-good') ? ' It is a change for the better.' : ' It is a change for the worse.'
}

/** What lay outside the limits before, so that "within the usual variation" does not hide it. */
function earlier(series: readonly SeriesPoint[], limits: Xmr, write: (value: number) => string): string {
  const outside = limits.outside.flatMap((position) => {
    const point = series[position]
    return point ? [point] : []
  })
  const [only] = outside
  if (outside.length > 1) return ` Earlier, ${outside.length} months lay outside the limits.`
  if (only) return ` Earlier, ${periodLabel(only.period)} lay outside the limits, at ${write(only.value ?? 0)}.`
  const run = limits.runs.at(-1)
  return run ? ` Earlier, ${runWords(series, run)}.` : ''
}

function runWords(series: readonly SeriesPoint[], { from, until, side }: Run): string {
  const last = series[until]
  return `${until - from + 1} months running, up to ${last ? periodLabel(last.period) : ''}, were ${side} the average`
}

function lastYearSentence({ series, latest, write }: Teller): string {
  const before = sameLastYear(series, latest)
  return before ? `${capital(periodLabel(before.period))} was ${write(before.value)}.` : ''
}

/** The point of the same period a year earlier, if it has a value. */
export function sameLastYear(series: readonly SeriesPoint[], point: SeriesPoint): Known | undefined {
  const { code } = samePeriodLastYear(point.period)
  return series.find((each): each is Known => each.period.code === code && each.value !== null)
}

function previous({ series, latest }: Teller): Known | undefined {
  const earlierPoints = series.slice(0, series.indexOf(latest))
  return earlierPoints.findLast((each): each is Known => each.value !== null)
}

function difference(teller: Teller): string {
  const { measure, series, latest, write } = teller
  const before = sameLastYear(series, latest) ?? previous(teller)
  if (!before) return ''
  const than = `${inPeriod(before.period)}${measure.unit === 'percentage' ? ` (${write(before.value)})` : ''}`
  const change = (latest.value ?? 0) - before.value
  const size = formatDifference(measure.unit, change)
  const overlap = overlaps(before, latest) ? ' The two periods overlap.' : ''
  if (change === 0) return `That is the same as ${than}.${overlap}`
  if (!/[1-9]/.test(size)) return `That is almost the same as ${than}.${overlap}`
  return `That is ${size}${inPerCent(measure, before.value, change)} ${direction(measure, change)} than ${than}.${overlap}`
}

function inPerCent({ unit }: Measure, before: number, change: number): string {
  const percent = percentChange(unit, before, before + change)
  const text = formatPercent(Math.abs(percent ?? 0))
  return /[1-9]/.test(text) ? ` (${text})` : ''
}

function direction({ unit }: Measure, change: number): string {
  if (unit === 'count') return change > 0 ? 'more' : 'fewer'
  if (unit === 'pounds') return change > 0 ? 'more' : 'less'
  return change > 0 ? 'higher' : 'lower'
}

function overlaps(before: SeriesPoint, after: SeriesPoint): boolean {
  return before.period.until >= after.period.from
}

/** Says so when there are too few figures to tell change from chance. Money is decided, not counted: it needs no such words. */
function tooFew({ measure, series }: Teller): string {
  const held = valuesOf(series).length
  if (held === 1) return 'It is the only figure held, so it says nothing of change.'
  if (held >= FEWEST_FOR_LIMITS || measure.unit === 'pounds') return ''
  return `With ${countOf(held, 'figure')} held, a change cannot be told from the usual variation.`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
