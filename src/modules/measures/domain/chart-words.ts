import { formatDate } from '#kernel/words.js'
import { type ControlResult, FEWEST_POINTS, runsInWords, wordsAllowed } from '#modules/statistics/index.js'
import { chartProblem } from './control.js'
import { centreName, chartKindWords } from './control-method.js'
import { formatAverage } from './figure.js'
import type { Measure } from './measure.js'
import { latestKnown, type SeriesPoint } from './observation.js'
import { periodLabel } from './period-words.js'
import { type SeriesBreak, type SeriesMarks, type SeriesPhase, targetFor } from './series-marks.js'

type Chart = {
  readonly measure: Measure
  readonly series: readonly SeriesPoint[]
  readonly control: ControlResult | undefined
  readonly marks: SeriesMarks
}

/**
 * All that the chart shows besides what the sentence says of it, from the same engine: limits, what stands out, the
 * target, breaks and new beginnings. Whoever reads only the words learns the same.
 */
export function chartInWords(chart: Chart): string[] {
  const newest = chart.series.at(-1)?.period.until
  if (!newest || !latestKnown(chart.series)) return []
  // What begins after the newest figure is not on the chart yet.
  const isDrawn = ({ startsOn }: { readonly startsOn: string }) => startsOn <= newest
  return [
    ...kindWords(chart),
    ...limitsWords(chart),
    ...signalsWords(chart),
    ...stateWords(chart),
    ...targetWords(chart),
    ...chart.marks.breaks.filter(isDrawn).map((each) => breakWords(each)),
    ...chart.marks.phases.filter(isDrawn).map((each) => phaseWords(each)),
    ...pooledWords(chart),
  ]
}

/** Which chart it is where it is not the usual one, or why it cannot be drawn. */
function kindWords({ measure, series, control }: Chart): string[] {
  if (measure.frequency !== 'month') return []
  const words = control ? chartKindWords(control.chart) : chartProblem(measure, series)
  return words ? [words] : []
}

function limitsWords({ measure, series, control }: Chart): string[] {
  if (measure.frequency !== 'month' || !control || series.length < 2) return []
  if (control.chart === 'run') return runWords(measure, control)
  if (!control.isEnough) return [`Limits of usual variation need ${FEWEST_POINTS} figures.`]
  const phase = control.phases.at(-1)
  if (!phase || phase.lower === null || phase.upper === null) return []
  const write = (value: number) => formatAverage(measure.unit, value)
  const usual = `onths from ${write(phase.lower)} to ${write(phase.upper)} are usual${ownLimits(control)}.`
  const isLater = control.phases.length > 1
  const limits = isLater ? `Since ${labelOf(series, phase.from)}, m${usual}` : `M${usual}`
  return [limits, ...cutWords(control)]
}

/** On charts of shares and rates each month has limits of its own; the newest are told. */
function ownLimits({ chart }: ControlResult): string {
  return chart === 'p' || chart === 'u' ? ' by the limits of the newest, and each has its own' : ''
}

function runWords(measure: Measure, { isEnough, phases, runs, chart }: ControlResult): string[] {
  const mean = phases.at(-1)?.mean ?? null
  if (!isEnough || mean === null || !runs) return [`Its rules need ${FEWEST_POINTS} figures.`]
  const centre = `The ${centreName(measure.unit, chart)} is ${formatAverage(measure.unit, mean)}.`
  return [centre, runsInWords(runs)]
}

function cutWords(control: ControlResult | undefined): string[] {
  if (control?.isCutBelow && control.isCutAbove) return ['Both limits were cut to what the figure can be.']
  if (control?.isCutBelow) return ['The lower limit was cut at 0, the lowest that the figure can be.']
  return control?.isCutAbove ? ['The upper limit was cut at 100%, the highest that the figure can be.'] : []
}

function signalsWords({ series, control }: Chart): string[] {
  if (!control?.isEnough) return []
  const signals = control.points.filter(({ rules }) => rules.length > 0)
  const [first, last] = [signals[0], signals.at(-1)]
  if (!first || !last) return ['No month stands out.']
  if (signals.length <= 6)
    return [`Months that stand out: ${signals.map(({ date }) => labelOf(series, date)).join(', ')}.`]
  return [`${signals.length} months stand out, from ${labelOf(series, first.date)} to ${labelOf(series, last.date)}.`]
}

/** "Recovered" and "stable" only as the signals allow. */
function stateWords({ series, control }: Chart): string[] {
  if (!control?.isEnough) return []
  const allowed = wordsAllowed(control)
  const concern = control.points.findLast(({ variation }) => variation === 'concern')
  if (allowed.has('recovered') && concern)
    return [`It has recovered: the last signal of concern was ${labelOf(series, concern.date)}.`]
  const usual = control.chart === 'run' ? 'in no shift or trend' : 'usual'
  return allowed.has('stable') ? [`It is stable: the last seven months are all ${usual}.`] : []
}

function targetWords({ measure, series, control, marks }: Chart): string[] {
  const latest = latestKnown(series)
  const target = latest && targetFor(marks.targets, latest.period)
  if (!latest || latest.value === null || !target) return []
  const write = (value: number) => formatAverage(measure.unit, value)
  const set = `The target since ${formatDate(target.startsOn)} is ${write(target.value)} (${target.source}).`
  if (measure.polarity === 'neither') return [set]
  const isMet = measure.polarity === 'up-is-good' ? latest.value >= target.value : latest.value <= target.value
  const newest = `The newest figure ${isMet ? 'meets' : 'does not meet'} it.`
  return [set, newest, ...assuranceWords(control)]
}

function assuranceWords(control: ControlResult | undefined): string[] {
  if (!control) return []
  if (!control.isEnough) return ['There are too few figures to say whether it will be met.']
  const words = {
    pass: 'As far as the limits tell, it will be met month after month.',
    fail: 'As far as the limits tell, it will be missed month after month unless something changes.',
    'hit-and-miss': 'It lies within the limits: it will be met in some months and missed in others by chance alone.',
    none: '',
  }
  return [words[control.assurance]].filter(Boolean)
}

/** "From 1 April 2023 figures are not comparable with those before: new counting rules." */
export function breakWords({ startsOn, reason, acknowledgement }: SeriesBreak): string {
  const what = `From ${formatDate(startsOn)} figures are not like those before: ${plain(reason)}.`
  if (!acknowledgement) return what
  const { by, on } = acknowledgement
  return `${what} ${by} recorded on ${formatDate(on)} why they may be compared all the same: ${plain(acknowledgement.reason)}.`
}

/** "Average and limits were set anew from 1 April 2023 by the Head of Performance: new control room." */
export function phaseWords({ startsOn, reason, recordedBy, baselinePoints }: SeriesPhase): string {
  const baseline = baselinePoints === null ? '' : `, from the first ${baselinePoints} months`
  return `Average and limits were set anew from ${formatDate(startsOn)}${baseline}, by ${recordedBy}: ${plain(reason)}.`
}

/** The share of the whole time is total over total, which the middle line of the chart is not. */
function pooledWords({ measure, series, control, marks }: Chart): string[] {
  if (measure.unit !== 'percentage' || !control?.isEnough || marks.breaks.length > 0) return []
  let [part, whole] = [0, 0]
  const known = series.filter(({ value }) => value !== null)
  for (const { numerator, denominator } of known) {
    if (numerator === null || denominator === null) return []
    part += numerator
    whole += denominator
  }
  const share = formatAverage(measure.unit, (100 * part) / whole)
  return [`All ${known.length} months together, total over total, are ${share}.`]
}

function labelOf(series: readonly SeriesPoint[], code: string): string {
  const point = series.find(({ period }) => period.code === code)
  return point ? periodLabel(point.period) : code
}

function plain(text: string): string {
  return text.trim().replace(/[.]$/, '')
}
