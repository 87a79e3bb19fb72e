import { Table } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { unitHeading } from '../domain/figure.js'
import type { SeriesPoint } from '../domain/observation.js'
import { shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { writerOf } from './chart-model.js'
import { markText } from './marks.js'
import { yearChangeAt } from './year-change.js'

/** The newest periods side by side: the figure, its base, and the change on the year before. */
export function LatestPeriods({ picture, count = 5 }: { picture: MeasurePicture; count?: number }) {
  const { measure, series } = picture
  const points = series.slice(-count)
  const write = writerOf(picture)
  const changes = points.map((point) => yearChangeAt(picture, point))
  const row = (label: string, cell: (point: SeriesPoint, index: number) => string) => [label, ...points.map(cell)]
  return (
    <Table
      caption={`${measure.title}: the last ${points.length} periods`}
      captionHidden
      columns={[
        { label: 'Period', width: 'fifth' },
        ...points.map(({ period }) => ({ label: shortLabel(period), align: 'number' as const })),
      ]}
      rows={[
        row(unitHeading(measure), (point) =>
          `${point.value === null ? '–' : write(point.value)} ${markText(point)}`.trim(),
        ),
        ...(points.some(({ denominator }) => denominator !== null) ? [row('Number', baseText)] : []),
        ...(changes.some(({ difference }) => difference !== null)
          ? [row('On the year before', (_point, index) => changes[index]?.text ?? '–')]
          : []),
      ]}
    />
  )
}

function baseText({ numerator, denominator }: SeriesPoint): string {
  if (numerator === null || denominator === null) return '–'
  return `${formatNumber(numerator)} of ${formatNumber(denominator)}`
}
