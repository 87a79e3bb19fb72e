import { countOf, formatPercent } from '#kernel/words.js'
import type { ControlPoint, ControlResult } from '#modules/statistics/index.js'
import { wilsonInterval } from '#modules/statistics/index.js'
import { changeBetween } from './change.js'
import { figureFormat, formatDifference, percentChange, withUnit } from './figure.js'
import type { Measure } from './measure.js'
import { type Interval, latestKnown, type SeriesPoint } from './observation.js'
import { baseInWords } from './period-figure.js'
import { breaksInWords } from './period-refusal.js'
import { samePeriodLastYear } from './period-steps.js'
import { forPeriod, inPeriod, periodLabel } from './period-words.js'
import { poolFigures } from './pooling.js'
import { breaksAcross, NO_MARKS, type SeriesMarks } from './series-marks.js'
import { centreWords, isRise, signalWords } from './signal-words.js'

/** What a series says, in sentences that anyone can check against its table. */
export type Statement = {
  /** The newest figure with its period: "6,004 crimes were recorded in March 2025." */
  readonly figure: string
  /** What to make of it. Begins so that it can stand under the figure alone. */
  readonly comparison: string
  /** The same period a year before, where the comparison does not say it: "March 2024 was 5,957." */
  readonly lastYear: string
}

/** What the sentences are told from: the control chart that is drawn, and what was recorded of the series. */
export type Telling = { readonly control?: ControlResult | undefined; readonly marks?: SeriesMarks }

/** The generated sentence of a measure's page: the newest figure, and whether it is more than usual variation. */
export function sentenceFor(measure: Measure, series: readonly SeriesPoint[], telling: Telling = {}): string {
  const { figure, comparison } = statementOf(measure, series, telling)
  return [figure, comparison].filter(Boolean).join(' ')
}

/** The same in its parts. Words of better or worse stand only where the measure has a wanted direction. */
export function statementOf(measure: Measure, series: readonly SeriesPoint[], telling: Telling = {}): Statement {
  const latest = latestKnown(series)
  if (!latest) return { figure: 'No figure has been taken in yet.', comparison: '', lastYear: '' }
  const { marks = NO_MARKS, control } = telling
  const write = figureFormat(measure.unit, valuesOf(series))
  const teller = { measure, series, latest, marks, write }
  const figure = [figureSentence(teller), missingSince(teller)].filter(Boolean).join(' ')
  const point = control?.isEnough ? control.points[series.indexOf(latest)] : undefined
  if (control && point && point.mean !== null)
    return { figure, comparison: against(teller, control, point), lastYear: lastYearSentence(teller) }
  return { figure, comparison: [difference(teller), tooFew(teller, control)].filter(Boolean).join(' '), lastYear: '' }
}

type Known = SeriesPoint & { readonly value: number }
type Teller = {
  readonly measure: Measure
  readonly series: readonly SeriesPoint[]
  readonly latest: SeriesPoint
  readonly marks: SeriesMarks
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
    const figure = `${withUnit(measure, write(value))}${baseOf(latest)}${intervalWords(measure, latest, write)}`
    return `The figure ${when.replace(/^(in|from) /, 'for ')} is ${isEstimate ? 'estimated at ' : ''}${figure}${firmness}.`
  }
  const counted =
    value === 1 ? '1 was' : `${isEstimate ? 'an estimated ' : ''}${write(value)} ${measure.unitLabel} were`
  return `${capital(counted)} recorded ${when}${firmness}.`
}

/** " (538 of 634)" where both are known. */
function baseOf(point: SeriesPoint): string {
  const base = baseInWords(point)
  return base === '' ? '' : ` (${base})`
}

/** The 95% interval of a figure: as the source gives it, or Wilson's for a survey whose answers are known. */
export function intervalOf(
  measure: Measure,
  point: Pick<SeriesPoint, 'interval' | 'numerator' | 'denominator'>,
): Interval | null {
  const { interval, numerator, denominator } = point
  if (interval || !measure.isSurvey || numerator === null || denominator === null) return interval
  const wilson = measure.unit === 'percentage' ? wilsonInterval(numerator, denominator) : undefined
  return wilson ? { lower: 100 * wilson.lower, upper: 100 * wilson.upper } : null
}

function intervalWords(measure: Measure, point: SeriesPoint, write: (value: number) => string): string {
  const interval = intervalOf(measure, point)
  return interval ? `, 95% interval ${write(interval.lower)} to ${write(interval.upper)}` : ''
}

function missingSince({ series, latest }: Teller): string {
  const later = series.slice(series.indexOf(latest) + 1)
  const [first] = later
  if (!first) return ''
  return later.length === 1
    ? `No figure is known ${inPeriod(first.period).replace(/^(in|from) /, 'for ')}.`
    : `No figure is known for the ${later.length} periods since.`
}

function against(teller: Teller, control: ControlResult, point: ControlPoint): string {
  const { measure } = teller
  const signal = signalWords(measure, control, point)
  if (signal) return `${signal}${judged(measure, isRise(control, point))}`
  const centre = centreWords(measure, control, point)
  const usual = control.chart === 'run' ? 'That belongs to no shift and no trend' : 'That is within the usual variation'
  return `${usual} around ${centre}.${earlier(teller, control)}`
}

function judged({ polarity }: Measure, isRise: boolean): string {
  if (polarity === 'neither') return ''
  return isRise === (polarity === 'up-is-good') ? ' It is a change for the better.' : ' It is a change for the worse.'
}

/** What lay outside the usual before, so that "within the usual variation" does not hide it. */
function earlier({ series, write }: Teller, { points, chart }: ControlResult): string {
  const outside = points.filter(({ rules }) => rules.includes('outside'))
  const [only] = outside
  if (outside.length > 1) return ` Earlier, ${outside.length} months lay outside the limits.`
  if (only) return ` Earlier, ${labelFor(series, only)} lay outside the limits, at ${write(only.value ?? 0)}.`
  const other = points.findLast(({ rules }) => rules.length > 0)
  if (!other) return ''
  const what = chart === 'run' ? 'were part of a shift or a trend' : 'were more than the usual variation'
  return ` Earlier, the months up to ${labelFor(series, other)} ${what}.`
}

function labelFor(series: readonly SeriesPoint[], { date }: ControlPoint): string {
  const point = series.find(({ period }) => period.code === date)
  return point ? periodLabel(point.period) : date
}

function lastYearSentence({ series, latest, marks, write }: Teller): string {
  const before = sameLastYear(series, latest)
  if (!before || breaksAcross(marks.breaks, before.period, latest.period).length > 0) return ''
  return `${capital(periodLabel(before.period))} was ${write(before.value)}.`
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
  const { measure, series, latest, marks, write } = teller
  const before = sameLastYear(series, latest) ?? previous(teller)
  if (!before) return ''
  const crossed = breaksAcross(marks.breaks, before.period, latest.period)
  if (crossed.some(({ acknowledgement }) => acknowledgement === null))
    return `It is not compared with the figure for ${forPeriod(before.period)}: ${breaksInWords(crossed)}.`
  const than = `${inPeriod(before.period)}${measure.unit === 'percentage' ? ` (${write(before.value)})` : ''}`
  const change = (latest.value ?? 0) - before.value
  const size = formatDifference(measure.unit, change)
  const overlap = overlaps(before, latest) ? ' The two periods overlap.' : ''
  const across = crossed.length > 0 ? ` Bear in mind that ${breaksInWords(crossed)}.` : ''
  if (change === 0) return `That is the same as ${than}.${overlap}${across}`
  if (!/[1-9]/.test(size)) return `That is almost the same as ${than}.${overlap}${across}`
  const told = `That is ${size}${inPerCent(measure, before.value, change)} ${direction(measure, change)} than ${than}`
  return `${told}${significance(teller, before)}.${overlap}${across}`
}

/** For surveys: whether the change is more than chance, by the intervals of both figures. */
function significance({ measure, series, latest, marks }: Teller, before: Known): string {
  if (!measure.isSurvey) return ''
  const [a, b] = [before, latest].map((point) => {
    const figure = poolFigures(series, point.period, measure, marks.breaks)
    return figure.ok ? { ...figure.value, interval: intervalOf(measure, point) } : undefined
  })
  const change = a && b ? changeBetween(a, b, { measure, breaks: marks.breaks }) : undefined
  if (!change?.ok || change.value.isSignificant === null) return ''
  return change.value.isSignificant ? ', more than chance would make' : ': no significant change'
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

/** Fewer figures than this say too little about what is usual. */
const FEWEST = 13

/** Says so when there are too few figures to tell change from chance. Money is decided, not counted: it needs no such words. */
function tooFew({ measure, series }: Teller, control: ControlResult | undefined): string {
  const held = valuesOf(series).length
  if (held === 1) return 'It is the only figure held, so it says nothing of change.'
  if (measure.unit === 'pounds' || measure.isSurvey) return ''
  const phases = control?.phases ?? []
  const since = phases.at(-1)
  if (phases.length > 1 && since && since.points < FEWEST) {
    const figures = countOf(since.points, 'figure')
    return `With ${figures} since ${labelOfMonth(series, since.from)}, a change cannot be told from the usual variation.`
  }
  if (held >= FEWEST) return ''
  return `With ${countOf(held, 'figure')} held, a change cannot be told from the usual variation.`
}

function labelOfMonth(series: readonly SeriesPoint[], code: string): string {
  const point = series.find(({ period }) => period.code === code)
  return point ? periodLabel(point.period) : code
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
