import { Details, Small, Table } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { formatSignedDifference, percentChange, unitHeading } from '../domain/figure.js'
import type { SeriesPoint } from '../domain/observation.js'
import type { Frequency } from '../domain/period.js'
import { shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { sameLastYear } from '../domain/sentence.js'
import { breaksAcross } from '../domain/series-marks.js'
import { writerOf } from './chart-model.js'
import { marksInWords, statusText } from './marks.js'
import { signedPercent } from './words.js'

/** So many of the newest figures are shown at once. */
const SHOWN = 7

const PERIOD_HEADS: Readonly<Record<Frequency, readonly [one: string, many: string]>> = {
  month: ['Month', 'months'],
  quarter: ['Quarter', 'quarters'],
  'financial-year': ['Financial year', 'financial years'],
  'calendar-year': ['Year', 'years'],
  'rolling-12-months': ['12 months to', '12-month figures'],
  'as-at': ['Day', 'figures'],
}

type TableProps = {
  readonly picture: MeasurePicture
  /** Where a period leads: to where its value comes from. */
  readonly valueHref?: ((point: SeriesPoint) => string) | undefined
}

/** The figures of the chart: the newest at once, and all of them one step away. */
export function FigureTable({ picture, valueHref }: TableProps) {
  const { series, measure } = picture
  const [, many] = PERIOD_HEADS[measure.frequency]
  const isLong = series.length > SHOWN + 1
  if (series.length === 0) return null
  const meanings = marksInWords(series)
  return (
    <>
      <div class={isLong ? 'latest-figures' : undefined}>
        <Figures
          {...{ picture, valueHref }}
          points={isLong ? series.slice(-SHOWN) : series}
          caption={isLong ? `Latest ${many}` : capital(many)}
        />
      </div>
      {isLong ? (
        <Details summary={`All ${series.length} ${many}`}>
          <Figures {...{ picture, valueHref }} points={series} caption={`All ${many}`} />
        </Details>
      ) : null}
      {meanings || valueHref ? (
        <Small>
          {meanings} {valueHref ? 'Each period leads to where its value comes from.' : ''}
        </Small>
      ) : null}
      <Notes picture={picture} />
    </>
  )
}

type FiguresProps = TableProps & {
  readonly points: readonly SeriesPoint[]
  readonly caption: string
}

function Figures({ picture, points, caption, valueHref }: FiguresProps) {
  const { measure, series } = picture
  const isShare = measure.unit === 'percentage'
  const hasBase = isShare && points.some(({ denominator }) => denominator !== null)
  const hasLastYear = points.some((point) => sameLastYear(series, point))
  const write = writerOf(picture)
  const [head] = PERIOD_HEADS[measure.frequency]
  const columns = [
    { label: head },
    { label: unitHeading(measure), align: 'number' as const },
    ...(hasBase ? [{ label: 'Number', align: 'number' as const }] : []),
    ...(hasLastYear ? [{ label: isShare ? 'Points on last year' : 'On last year', align: 'number' as const }] : []),
    ...(hasLastYear && !isShare ? [{ label: 'Change', align: 'number' as const }] : []),
    { label: 'Status', align: 'number' as const },
  ]
  const rows = points.map((point) => [
    valueHref ? <a href={valueHref(point)}>{periodCell(point)}</a> : periodCell(point),
    point.value === null ? '–' : write(point.value),
    ...(hasBase ? [baseOf(point)] : []),
    ...(hasLastYear ? onLastYear(picture, point) : []),
    statusText(point),
  ])
  return <Table caption={caption} columns={columns} rows={rows} />
}

function periodCell({ period }: SeriesPoint): string {
  return shortLabel(period)
    .replace(/^12m to /, '')
    .replaceAll(' ', '\u00a0')
}

function baseOf({ numerator, denominator }: SeriesPoint): string {
  if (numerator === null || denominator === null) return '–'
  return `${formatNumber(numerator)} of ${formatNumber(denominator)}`
}

function onLastYear({ measure, series, breaks }: MeasurePicture, point: SeriesPoint): string[] {
  const before = sameLastYear(series, point)
  const isShare = measure.unit === 'percentage'
  const crossed = before ? breaksAcross(breaks, before.period, point.period) : []
  const isOpen = crossed.some(({ acknowledgement }) => acknowledgement === null)
  if (!before || point.value === null || isOpen) return isShare ? ['–'] : ['–', '–']
  const difference = formatSignedDifference(measure.unit, point.value - before.value)
  if (isShare) return [difference]
  const percent = percentChange(measure.unit, before.value, point.value)
  return [difference, percent === undefined ? '–' : signedPercent(percent)]
}

/** What was said of single figures when they were taken in, each said once with its periods. */
function Notes({ picture }: { picture: MeasurePicture }) {
  const noted = picture.series.filter(({ note }) => note !== '')
  if (noted.length === 0) return null
  const byNote = [...Map.groupBy(noted, ({ note }) => note)]
  return (
    <Details summary={`Notes on ${noted.length === 1 ? 'one figure' : `${noted.length} figures`}`}>
      <ul>
        {byNote.map(([note, points]) => (
          <li key={note}>
            {points.map(({ period }) => shortLabel(period)).join(', ')}: {note}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
