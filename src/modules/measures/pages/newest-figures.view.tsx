import { Source, Table } from '#ui/components.js'
import type { MeasurePicture } from '../domain/picture.js'
import { measureSourceLine } from './where-from.js'

/** A chart shows a course from this many figures on. */
const FEWEST_FOR_A_CHART = 4

/** Whether there are figures enough for a chart to show a course; fewer are told in a table. */
export function hasCourse({ series }: MeasurePicture): boolean {
  return series.filter(({ value }) => value !== null).length >= FEWEST_FOR_A_CHART
}

type NewestFiguresProps = {
  /** What the table is about; captions must differ on one page. */
  readonly caption: string
  readonly pictures: readonly MeasurePicture[]
  /** Where a measure's name leads; without it names are plain. */
  readonly href?: (picture: MeasurePicture) => string
}

/** Measures with too few figures for a chart: what each says, in one table. */
export function NewestFigures({ caption, pictures, href }: NewestFiguresProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: 'Measure', width: 'third' }, { label: 'What the figures say' }]}
      rows={pictures.map((picture) => [
        href ? <a href={href(picture)}>{picture.measure.title}</a> : picture.measure.title,
        <>
          {picture.sentence}
          <Source>{measureSourceLine(picture)}</Source>
        </>,
      ])}
    />
  )
}
