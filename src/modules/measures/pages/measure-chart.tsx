import { BarChart, ControlChartSvg, LineChart, Sparkline } from '#ui/charts.js'
import { centreName } from '../domain/control-method.js'
import { formatAverage, unitHeading } from '../domain/figure.js'
import type { MeasurePicture } from '../domain/picture.js'
import { chartBand, chartPoints, chartTitle, drawsLine, writerOf, yearBefore } from './chart-model.js'

type ChartProps = {
  readonly picture: MeasurePicture
  /** Unique on its page. */
  readonly id: string
  /** 1072 for a full page, 760 for a main column. */
  readonly width?: number
  /** As high as the width asks for, unless told. */
  readonly height?: number
}

/** The series as a chart. */
export function MeasureChart({ picture, id, width = 760, height }: ChartProps) {
  const common = {
    ...{ id, width },
    title: chartTitle(picture),
    description: picture.summary,
    unitLabel: axisTitle(picture),
    points: chartPoints(picture),
    format: writerOf(picture),
  }
  if (!drawsLine(picture)) return <BarChart {...common} />
  const { control, target, measure } = picture
  const line = {
    ...common,
    ...(height && { height }),
    ...(target && { target: { value: target.value, label: `Target ${formatAverage(measure.unit, target.value)}` } }),
    yearBefore: yearBefore(picture),
    centreName: capital(centreName(measure.unit, control?.chart ?? 'xmr')),
  }
  if (!control) return <LineChart {...line} />
  const { points, polarity, isEnough } = control
  return <ControlChartSvg {...line} control={points} polarity={polarity} isEnough={isEnough} />
}

/** "crimes a month", "% of prosecutions", "pounds". */
function axisTitle({ measure }: MeasurePicture): string {
  const heading = unitHeading(measure)
  const unit = `${heading.charAt(0).toLowerCase()}${heading.slice(1)}`
  if (measure.unit !== 'count') return unit
  const per = { month: ' a month', quarter: ' a quarter', 'financial-year': ' a year', 'calendar-year': ' a year' }
  return `${unit}${per[measure.frequency as keyof typeof per] ?? ''}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The series in a line's height, or nothing when it has no course to show. */
export function MeasureSparkline({ picture, id }: ChartProps) {
  if (!drawsLine(picture)) return null
  const band = chartBand(picture)
  const values = picture.series.map(({ value }) => value)
  return <Sparkline id={id} title={chartTitle(picture)} values={values} {...(band && { band })} />
}
