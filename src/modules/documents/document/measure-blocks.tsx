import {
  chartTitle,
  figureFormat,
  howToRead,
  MeasureChart,
  type MeasurePicture,
  measureSourceLine,
  ownCaption,
  periodLabel,
  type SeriesPoint,
  shortLabel,
  unitHeading,
} from '#modules/measures/index.js'
import { type Behind, type Block, type Inline, type TableContent, words } from '#platform/typesetting/paper.js'
import { htmlOf } from '#platform/web/html.js'
import { printChart } from '#ui/charts.js'

/** How the pictures of one paper are drawn: in the office's colour, each under an id of its own. */
export type Drawing = {
  readonly brand: string
  readonly drawn: Map<string, number>
  /** Stands before every id: pictures that are kept may come to stand beside others of their name. */
  readonly prefix?: string
}

/** The next id of a kind of picture within its paper: no two on one page are called alike. */
export function nextId({ drawn, prefix = '' }: Drawing, name: string): string {
  const count = (drawn.get(name) ?? 0) + 1
  drawn.set(name, count)
  return `${prefix}${count === 1 ? name : `${name}-${count}`}`
}

/** The figures that a chart shows, by their periods. */
function behindOf({ measure, series }: MeasurePicture): Behind {
  return {
    of: measure.slug,
    points: series.map(({ period, value }) => ({ key: period.code, label: periodLabel(period), value })),
  }
}

/** What a measure says, as a live figure that answers for itself. */
export function sentenceOf(picture: MeasurePicture): Inline {
  const { measure, latest, sentence } = picture
  const id = `${measure.slug}.${latest?.period.code ?? 'latest'}.sentence`
  return { kind: 'value', id, text: sentence, source: measureSourceLine(picture) }
}

/** The chart of a measure as a figure of a paper, with all that its reader needs. */
export function chartBlock(picture: MeasurePicture, drawing: Drawing, own: Partial<ChartWords> = {}): Block {
  const { slug } = picture.measure
  const html = htmlOf(<MeasureChart picture={picture} id={nextId(drawing, `chart-${slug}`)} />)
  return {
    ...{ kind: 'figure', number: 0, id: own.id ?? '' },
    caption: own.caption ?? chartTitle(picture),
    alt: own.alt ?? picture.summary,
    source: own.source ?? measureSourceLine(picture),
    note: ownCaption(picture),
    picture: { kind: 'chart', html, ...printChart(html, drawing.brand) },
    data: figuresTable(picture),
    behind: behindOf(picture),
  }
}

/** What an author says of a chart in place of what the measure says of itself. */
export type ChartWords = {
  readonly id: string
  readonly caption: string
  readonly alt: string
  readonly source: string
}

/** How to read the charts that follow, said once before the first of them. */
export function howToReadBlocks(pictures: readonly MeasurePicture[]): Block[] {
  const text = howToRead(pictures)
  if (text === '') return []
  return [plain(words(`How to read the charts: ${text.charAt(0).toLowerCase()}${text.slice(1)}`))]
}

/** Measures with too few figures for a chart: what each says, in one table. */
export function sentencesTable(caption: string, pictures: readonly MeasurePicture[]): Block {
  return {
    ...{ kind: 'table', id: '', number: 0, caption, source: '', rowHeads: true },
    columns: [{ label: 'Measure' }, { label: 'What the figures say', share: 2 }],
    rows: pictures.map((picture) => [
      words(picture.measure.title),
      [sentenceOf(picture), { kind: 'break' }, { kind: 'emphasis', children: words(measureSourceLine(picture)) }],
    ]),
  }
}

/** A paragraph that takes its number like any other. */
export function plain(children: readonly Inline[]): Block {
  return { kind: 'paragraph', id: '', number: null, children }
}

/** Wider than this no cell of twelve months may be. */
const WIDEST = 7
const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']

/** The figures behind a chart: a row for each financial year where they are monthly, else a row for each period. */
function figuresTable(picture: MeasurePicture): TableContent | null {
  const { measure, series } = picture
  if (series.length === 0) return null
  const write = figureFormat(
    measure.unit,
    series.flatMap(({ value }) => value ?? []),
  )
  const text = ({ value, status }: SeriesPoint) => (value === null ? '–' : `${write(value)}${MARKS[status] ?? ''}`)
  const isNarrow = series.every((point) => text(point).length <= WIDEST)
  if (measure.frequency === 'month' && isNarrow && series.length > 14) return byYear(series, text)
  const rows = series.map((point) => [words(shortLabel(point.period)), words(text(point))])
  const columns = [{ label: 'Period' }, { label: unitHeading(measure), align: 'number' as const }]
  return { columns, rows, rowHeads: true, isNarrow: true }
}

/** Figures that are not firm carry a letter, which the caption of the table explains. */
const MARKS: Readonly<Record<string, string>> = { provisional: 'p', estimated: 'e' }

function byYear(series: readonly SeriesPoint[], text: (point: SeriesPoint) => string): TableContent {
  const yearOf = ({ period }: SeriesPoint) =>
    Number(period.from.slice(0, 4)) - (Number(period.from.slice(5, 7)) < 4 ? 1 : 0)
  const years = [...Map.groupBy(series, yearOf)].sort(([a], [b]) => a - b)
  return {
    columns: [{ label: 'Year', share: 1.4 }, ...MONTHS.map((label) => ({ label, align: 'number' as const }))],
    rowHeads: true,
    rows: years.map(([year, points]) => [
      words(`${year}/${String((year + 1) % 100).padStart(2, '0')}`),
      ...MONTHS.map((_, index) => {
        const point = points.find(({ period }) => (Number(period.from.slice(5, 7)) + 8) % 12 === index)
        return words(point ? text(point) : '')
      }),
    ]),
  }
}
