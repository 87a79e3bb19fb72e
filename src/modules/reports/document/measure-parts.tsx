import { err, ok, type Result } from '#kernel/result.js'
import {
  chartBlock,
  type Drawing,
  howToReadBlocks,
  mapBlock,
  nextId,
  plain,
  sentenceOf,
  sentencesTable,
} from '#modules/documents/index.js'
import {
  figureFormat,
  hasCourse,
  type MeasurePicture,
  periodLabel,
  withUnit,
  yearChange,
} from '#modules/measures/index.js'
import { type Block, type Inline, plainText, type TableContent, words } from '#platform/typesetting/paper.js'
import { htmlOf } from '#platform/web/html.js'
import { BarChart, printChart } from '#ui/charts.js'
import type { ReportFacts } from './facts.js'
import { madeFrom } from './plan-blocks.js'
import { type BlockContext, objectivesOf, text } from './report-blocks.js'

/** So many charts a section; what the other measures say stands in its table. */
const MOST_CHARTS = 2

/** The measures that a block speaks of: those of its objective, else those of its theme as a whole. */
function measuresOf({ facts, theme, objective }: BlockContext): readonly MeasurePicture[] {
  if (objective) return objective.measures
  return (theme ? [theme] : facts.themes).flatMap(({ measures }) => measures)
}

function drawnOf(pictures: readonly MeasurePicture[], most = MOST_CHARTS): MeasurePicture[] {
  return pictures.filter(hasCourse).slice(0, most)
}

/** How to read the charts of the report, said once before the first of them. */
export function howToRead(context: BlockContext): Block[] {
  const all = [
    ...context.facts.themes.flatMap(({ measures }) => drawnOf(measures)),
    ...objectivesOf(context).flatMap(({ measures }) => drawnOf(measures)),
  ]
  return howToReadBlocks(all)
}

/**
 * What the measures say: a table for those with few figures, a sentence and a chart for the others. `only=charts` leaves
 * out the table, where one of all measures stands already.
 */
export function figures(context: BlockContext): Block[] {
  const pictures = measuresOf(context)
  const { attributes } = context.request
  const drawn = drawnOf(pictures, attributes.most === undefined ? MOST_CHARTS : Number(attributes.most) || 0)
  const single = attributes.only === 'charts' ? [] : pictures.filter((picture) => !drawn.includes(picture))
  const about = context.objective?.node.title ?? context.theme?.node.title ?? context.facts.plan.content.plan.title
  const table = [text('The newest figures held for this period:'), sentencesTable(`Figures: ${about}`, single)]
  return [
    ...(single.length > 0 ? table : []),
    ...drawn.flatMap((picture) => [
      { kind: 'heading', level: 3, id: '', number: null, children: words(picture.measure.title) } as const,
      plain([sentenceOf(picture)]),
      chartBlock(picture, context.drawing),
    ]),
  ]
}

/** A map of a measure by area (`measure=slug`), or of crimes; its table stands below it where the paper has none at its end. */
export function map({ facts, drawing, request }: BlockContext): Result<readonly Block[], string> {
  const figures = facts.maps.map(request.attributes)
  if (!figures.ok) return figures
  const drawn = mapBlock(figures.value, drawing, ownWords(request.attributes))
  if (facts.template.layout.dataTables || !drawn.data) return ok([drawn])
  const { caption, source, data } = drawn
  return ok([drawn, { kind: 'table', id: '', number: 0, caption, source, ...data }])
}

/** What an author says of a picture in place of what it says of itself. */
function ownWords(attributes: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    ['id', 'caption', 'alt', 'source'].flatMap((name) =>
      attributes[name] === undefined ? [] : [[name, attributes[name]]],
    ),
  )
}

/** One chart by name: of a measure (`measure=slug`), or of a table that stands inside the directive. */
export function chart({ facts, drawing, request }: BlockContext): Result<readonly Block[], string> {
  const { attributes, table } = request
  const own = ownWords(attributes)
  if (table) return ok([tableChart(table, attributes, drawing)])
  const picture = facts.measures.get(attributes.measure ?? '')
  if (!picture) return err(`There is no published measure “${attributes.measure ?? ''}” to draw`)
  if (!picture.latest) return err(`No figure of “${picture.measure.title}” is known to draw`)
  return ok([chartBlock(picture, drawing, own)])
}

/** A table of names and numbers as bars. Its words are the author's own: caption, alternative text and source must be given. */
function tableChart(table: TableContent, attributes: Readonly<Record<string, string>>, drawing: Drawing): Block {
  const { id = '', caption = '', alt = '', source = '', unit } = attributes
  const points = table.rows.map((row, index) => ({
    key: `p${index}`,
    label: plainText(row[0] ?? []),
    value: numberIn(plainText(row[1] ?? [])),
  }))
  const html = htmlOf(
    <BarChart
      id={nextId(drawing, 'chart-table')}
      title={caption}
      description={alt}
      unitLabel={unit ?? table.columns[1]?.label ?? ''}
      points={points}
    />,
  )
  return {
    ...{ kind: 'figure', id, number: 0, caption, alt, source, note: '', data: table },
    picture: { kind: 'chart', html, ...printChart(html, drawing.brand) },
  }
}

function numberIn(words: string): number | null {
  const plainNumber = words.replaceAll(/[£,%\s]/g, '').replace('−', '-')
  return plainNumber === '' || Number.isNaN(Number(plainNumber)) ? null : Number(plainNumber)
}

/** Measures by name in one table: the newest figure, the change on the year before, and whether it is more than chance. */
export function measuresTable({ facts, request }: BlockContext): Result<readonly Block[], string> {
  const { measures = '', caption = 'Measures', id = '' } = request.attributes
  const slugs = measures
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  const missing = slugs.find((slug) => !facts.measures.has(slug))
  if (missing) return err(`There is no published measure “${missing}”`)
  const pictures = slugs.flatMap((slug) => facts.measures.get(slug) ?? [])
  return ok([
    signalTable(
      caption,
      pictures.map((picture) => ({ label: picture.measure.title, picture })),
      id,
    ),
  ])
}

/** Every measure of the report's themes in one table. */
export function signals(context: BlockContext): Block[] {
  const { facts, theme } = context
  const pictures = (theme ? [theme] : facts.themes).flatMap(({ measures, objectives }) => [
    ...measures,
    ...objectives.flatMap((objective) => objective.measures),
  ])
  if (pictures.length === 0) return []
  const about = theme ? theme.node.title : facts.plan.content.plan.title
  return [
    signalTable(
      `Measures: ${about}`,
      pictures.map((picture) => ({ label: picture.measure.title, picture })),
    ),
  ]
}

/** The measures of a framework, under the names that they have there. */
export function framework({ facts, request }: BlockContext): Result<readonly Block[], string> {
  const { slug = '' } = request.attributes
  const found = slug === '' ? facts.frameworks[0] : facts.frameworks.find((each) => each.slug === slug)
  if (!found)
    return slug === ''
      ? ok([text('The office holds no national framework of measures.')])
      : err(`There is no framework “${slug}”`)
  if (found.measures.length === 0) return ok([text(`The office publishes no measure of “${found.name}” yet.`)])
  return ok([signalTable(found.name, found.measures)])
}

type Labelled = { readonly label: string; readonly picture: MeasurePicture }

function signalTable(caption: string, entries: readonly Labelled[], id = ''): Block {
  return {
    ...{ kind: 'table', id, number: 0, caption, source: '', rowHeads: true },
    columns: [
      { label: 'Measure', share: 1.4 },
      { label: 'Newest figure', share: 1.2 },
      { label: 'On the year before', share: 0.9 },
      { label: 'What the figures say', share: 2.1 },
    ],
    rows: entries.map(({ label, picture }) => signalRow(label, picture)),
  }
}

function signalRow(label: string, picture: MeasurePicture): Inline[][] {
  const { latest, measure, statement } = picture
  if (!latest || latest.value === null) return [words(label), words('No figure'), words('–'), words('–')]
  const value = withUnit(measure, figureFormat(measure.unit, [latest.value])(latest.value))
  const change = yearChange(picture)
  const id = `${measure.slug}.${latest.period.code}.value`
  return [
    words(label),
    [
      { kind: 'value', id, text: value, source: measure.source },
      { kind: 'break' },
      ...words(periodLabel(latest.period)),
    ],
    words(change.note && change.text !== '–' ? `${change.text}. ${change.note}` : change.text),
    words(statement.comparison || '–'),
  ]
}

/** Every measure of the report with its definition and source. */
export function sources(context: BlockContext): Block[] {
  const pictures = shownIn(context.facts)
  const made = madeFrom(context)
  const [one, ...others] = new Set(pictures.map(({ measure }) => measure.geography))
  if (one === undefined) return [made]
  const isOnePlace = others.length === 0
  const place = isOnePlace ? `, of one place: ${one}` : ''
  return [
    made,
    {
      ...{
        kind: 'table',
        id: '',
        number: 0,
        caption: `The measures in this report${place}`,
        source: '',
        rowHeads: true,
      },
      columns: [
        { label: 'Measure', share: 1.1 },
        { label: 'Definition', share: 1.6 },
        { label: isOnePlace ? 'Source' : 'Source and place', share: 1.6 },
      ],
      rows: pictures.map(({ measure }) => [
        words(measure.title),
        words(measure.definition),
        words(isOnePlace ? `${measure.source}.` : `${measure.source}. ${measure.geography}.`),
      ]),
    },
  ]
}

function shownIn({ themes, measures }: ReportFacts): MeasurePicture[] {
  const inThemes = themes.flatMap(({ measures: own, objectives }) => [
    ...own,
    ...objectives.flatMap((each) => each.measures),
  ])
  const shown = new Map([...inThemes, ...measures.values()].map((picture) => [picture.measure.slug, picture]))
  return [...shown.values()].filter(({ latest }) => latest)
}
