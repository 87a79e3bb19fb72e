import type { ChartBand, ChartPoint } from '#ui/charts.js'
import { formatDate } from '#ui/format.js'
import { figureFormat, formatAverage } from '../domain/figure.js'
import type { SeriesPoint } from '../domain/observation.js'
import type { Period } from '../domain/period.js'
import { periodLabel, shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
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

/** The series as a chart draws it. */
export function chartPoints(picture: MeasurePicture): ChartPoint[] {
  const axis = axisLabelsOf(picture.series)
  const marks = marksOf(picture)
  return picture.series.map(({ period, value, status }, index) => {
    const mark = marks.get(index)
    return {
      key: period.code,
      ...axis(period),
      value,
      ...(mark && { mark }),
      ...(status !== 'missing' && { status }),
      ...breakAt(picture, index),
    }
  })
}

/** What stands at a period in which the series breaks: no line leads to it from before. */
function breakAt({ series, breaks }: MeasurePicture, index: number): Partial<ChartPoint> {
  const [before, here] = [series[index - 1], series[index]]
  const [found] = before && here ? breaksBetween(breaks, before.period, here.period) : []
  return found ? { breakBefore: true, note: found.reason } : {}
}

/** The band of usual variation, if the series has figures enough and one band all along. */
export function chartBand({ measure, control }: MeasurePicture): ChartBand | undefined {
  const [phase, ...others] = control?.isEnough ? control.phases : []
  if (!phase || others.length > 0 || phase.mean === null || phase.lower === null || phase.upper === null)
    return undefined
  const { lower, upper, mean: centre } = phase
  const isTotal = measure.unit === 'count' || measure.unit === 'pounds'
  const words = (name: string, value: number) => `${name} ${formatAverage(measure.unit, value)}`
  const labels = {
    lower: words('Lower limit', lower),
    upper: words('Upper limit', upper),
    centre: words(isTotal ? 'Average' : 'Middle line', centre),
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

/** Signals, coloured good or bad only where there is a target to be good or bad by. */
function marksOf({ control }: MeasurePicture): Map<number, NonNullable<ChartPoint['mark']>> {
  const marks = new Map<number, NonNullable<ChartPoint['mark']>>()
  if (!control?.isEnough) return marks
  control.points.forEach(({ rules, variation }, index) => {
    if (rules.length === 0) return
    marks.set(index, variation === 'improvement' || variation === 'concern' ? variation : 'note')
  })
  return marks
}
