import type { ChartBand, ChartPoint } from '#ui/charts.js'
import { formatDate } from '#ui/format.js'
import { centreName } from '../domain/control-method.js'
import { figureFormat, formatAverage } from '../domain/figure.js'
import type { SeriesPoint } from '../domain/observation.js'
import type { Period } from '../domain/period.js'
import { periodLabel, shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { sameLastYear } from '../domain/sentence.js'
import { breaksBetween } from '../domain/series-marks.js'

/** How the figures of a series are written. */
export function writerOf({ measure, series }: MeasurePicture): (value: number) => string {
  return figureFormat(
    measure.unit,
    series.flatMap(({ value }) => (value === null ? [] : [value])),
  )
}

/** A line for months and quarters that have a course to show; bars for years and for a figure or two. */
export function drawsLine({ measure, series }: MeasurePicture): boolean {
  const isFine = measure.frequency === 'month' || measure.frequency === 'quarter'
  return isFine && series.filter(({ value }) => value !== null).length >= 3
}

/** The series as a chart draws it, with the limits of each point's own phase. */
export function chartPoints(picture: MeasurePicture): ChartPoint[] {
  const axis = axisLabelsOf(picture.series)
  const { control } = picture
  return picture.series.map(({ period, value, status }, index) => {
    const { mean = null, lower = null, upper = null, phase } = control?.points[index] ?? {}
    return {
      ...{ key: period.code, ...axis(period), value },
      ...(status !== 'missing' && { status }),
      ...(control && { limits: mean === null ? null : { centre: mean, lower, upper } }),
      ...(phase !== undefined && { phase }),
      ...breakAt(picture, index),
    }
  })
}

/** What stands at a period in which the series breaks: no line leads to it from before. */
function breakAt({ series, breaks }: MeasurePicture, index: number): Partial<ChartPoint> {
  const [before, here] = [series[index - 1], series[index]]
  const [found] = before && here ? breaksBetween(breaks, before.period, here.period) : []
  return found ? { breakBefore: true, breakNote: shortReason(found.reason) } : {}
}

const LONGEST_NOTE = 70

/** So much of a reason as a chart has room for; the whole stands in the words below it. */
function shortReason(reason: string): string {
  const [first = ''] = reason.split(/(?<=[.;:]) /)
  const plain = first.replace(/[.;:]$/, '')
  return plain.length <= LONGEST_NOTE ? plain : `${plain.slice(0, LONGEST_NOTE).replace(/ \S*$/, '')} …`
}

/** The figure a year before each point, for seasonal series; none across a break. Undefined for other series. */
export function yearBefore({ measure, series, breaks }: MeasurePicture): (number | null)[] | undefined {
  if (!measure.isSeasonal) return undefined
  const values = series.map((point) => {
    const before = sameLastYear(series, point)
    return before && breaksBetween(breaks, before.period, point.period).length === 0 ? before.value : null
  })
  return values.some((value) => value !== null) ? values : undefined
}

/** What else the scale holds besides figures and limits: the target, and the year before. */
export function alsoOnScale(picture: MeasurePicture): number[] {
  const { target } = picture
  return [...(target ? [target.value] : []), ...(yearBefore(picture) ?? [])].filter((value) => value !== null)
}

/** The band of usual variation, if the series has figures enough and one band all along. */
export function chartBand({ measure, control }: MeasurePicture): ChartBand | undefined {
  const [phase, ...others] = control?.isEnough ? control.phases : []
  const chart = control?.chart ?? 'xmr'
  // On charts of shares and rates each period has limits of its own: no one band.
  if (chart === 'p' || chart === 'u') return undefined
  if (!phase || others.length > 0 || phase.mean === null || phase.lower === null || phase.upper === null)
    return undefined
  const { lower, upper, mean: centre } = phase
  const words = (name: string, value: number) => `${name} ${formatAverage(measure.unit, value)}`
  const labels = {
    lower: words('Lower limit', lower),
    upper: words('Upper limit', upper),
    centre: words(
      centreName(measure.unit, chart).replace(/^./, (first) => first.toUpperCase()),
      centre,
    ),
  }
  return { lower, upper, centre, labels }
}

/** "Recorded crime, January 2024 to March 2025". */
export function chartTitle({ measure, series }: MeasurePicture): string {
  const [first, last] = [series[0], series.at(-1)]
  if (!first || !last) return measure.title
  const span =
    first === last ? periodLabel(first.period) : `${periodLabel(first.period)} to ${periodLabel(last.period)}`
  return `${measure.title}, ${span}`
}

type AxisLabel = { readonly label: string; readonly sublabel?: string }

function axisLabelsOf(series: readonly SeriesPoint[]): (period: Period) => AxisLabel {
  const isSameDay = sameDayEachYear(series) !== undefined
  return (period) => {
    const [first = '', ...rest] = shortLabel(period)
      .replace(/^12m to /, '')
      .split(' ')
    if (period.kind === 'as-at' && isSameDay) return { label: period.code.slice(0, 4) }
    if (period.kind === 'as-at') return { label: `${first} ${rest[0] ?? ''}`, sublabel: rest[1] ?? '' }
    return rest.length > 0 ? { label: first, sublabel: rest.join(' ') } : { label: first }
  }
}

/** "31 March", when every day of the series is that day of its year. */
export function sameDayEachYear(series: readonly SeriesPoint[]): string | undefined {
  const days = new Set(series.map(({ period }) => (period.kind === 'as-at' ? period.code.slice(5) : '')))
  const [day] = days
  const first = series[0]
  return days.size === 1 && day && first ? formatDate(first.period.until).replace(/ \d{4}$/, '') : undefined
}
