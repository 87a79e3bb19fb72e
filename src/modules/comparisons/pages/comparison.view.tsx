import { unitHeading } from '#modules/measures/index.js'
import { IntervalChart, intervalScaleNote } from '#ui/charts.js'
import { ChartFigure, Details, EmptyState, Lede, Notice, Source, Table } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import type { MeasureComparison } from '../actions/compare-measure.js'
import { figureText, notComparedText, writingOf } from '../actions/comparison-words.js'
import type { AreaComparison, RankedArea } from '../domain/compare.js'
import { comparisonSentence, mixtureInWords, releaseInWords } from '../domain/words.js'

type Props = { readonly comparison: MeasureComparison; readonly width?: number }

/** A measure beside that of other areas: the sentence, the chart, the table, and what it rests on. */
export function ComparisonView({ comparison, width = 1072 }: Props) {
  const { result, period, measure, group } = comparison
  if (!result.ok || !period) {
    return (
      <>
        <EmptyState title="Not compared">
          <p>{result.ok ? '' : notComparedText(result.error)}</p>
        </EmptyState>
        <Absent comparison={comparison} />
      </>
    )
  }
  const areas = result.value
  return (
    <>
      <Lede>{comparisonSentence(areas, writingOf(measure, period, group.name))}</Lede>
      <Mixed areas={areas} />
      <ChartFigure chart={<Chart comparison={comparison} areas={areas} width={width} />}>{caption(areas)}</ChartFigure>
      <Figures comparison={comparison} areas={areas} />
      <Absent comparison={comparison} />
      <Method areas={areas} />
      <WhereFrom comparison={comparison} areas={areas} />
    </>
  )
}

type Compared = { readonly comparison: MeasureComparison; readonly areas: AreaComparison }

function Mixed({ areas }: { areas: AreaComparison }) {
  if (areas.mixtures.length === 0) return null
  return (
    <Notice kind="worry" title="These figures are not all alike">
      {areas.mixtures.map((mixture) => (
        <p key={mixture.code}>{mixtureInWords(mixture)}</p>
      ))}
    </Notice>
  )
}

function Chart({ comparison: { measure, group, period }, areas, width }: Compared & { width: number }) {
  const writing = period ? writingOf(measure, period, group.name) : undefined
  return (
    <IntervalChart
      id={`compare-${measure.slug}`}
      title={`${measure.title}, compared`}
      description={writing ? comparisonSentence(areas, writing) : ''}
      unitLabel={unitHeading(measure)}
      rows={rowsOf(areas)}
      {...(areas.rest && { line: { value: areas.rest.estimate, label: 'The others together' } })}
      format={(value) => figureText(measure, value)}
      width={width}
    />
  )
}

function rowsOf({ areas }: AreaComparison) {
  return areas.map(({ code, name, value, interval, isOwn, status }) => ({
    ...{ key: code, label: name, value, isOwn, isFirm: status === 'final' },
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  }))
}

function caption(comparison: AreaComparison): string {
  const { areas, from } = comparison
  const hasChance = areas.some(({ interval }) => interval)
  return [
    `Each dot is the figure of one area, the ${from} first.`,
    hasChance ? 'The line through a dot is where the figure may lie by chance alone (95% interval).' : '',
    intervalScaleNote(rowsOf(comparison)),
  ]
    .filter(Boolean)
    .join(' ')
}

function Figures({ comparison: { measure }, areas: { areas, from } }: Compared) {
  const hasChance = areas.some(({ interval }) => interval)
  const columns = [
    { label: 'Area', width: 'third' as const },
    { label: unitHeading(measure), align: 'number' as const },
    ...(hasChance ? [{ label: '95% interval', align: 'number' as const }] : []),
    ...(measure.isSurvey ? [{ label: 'Answers', align: 'number' as const }] : []),
    { label: `Place from the ${from}`, align: 'number' as const },
    ...(hasChance ? [{ label: 'Allowing for chance', align: 'number' as const }] : []),
  ]
  const rows = areas.map((area) => [
    area.isOwn ? <strong key="own">{area.name}</strong> : area.name,
    `${figureText(measure, area.value)}${MARKS[area.status]}`,
    ...(hasChance ? [rangeText(area, (value) => figureText(measure, value))] : []),
    ...(measure.isSurvey ? [area.base === null ? '–' : formatNumber(area.base)] : []),
    `${area.standing.position}${area.standing.isShared ? '=' : ''}`,
    ...(hasChance ? [placesText(area)] : []),
  ])
  const marked = areas.some(({ status }) => status !== 'final')
  return (
    <>
      <Table caption="The figures" columns={columns} rows={rows} />
      {marked ? <p class="small">[p] provisional, [e] estimated</p> : null}
    </>
  )
}

const MARKS = { final: '', provisional: ' [p]', estimated: ' [e]' } as const

function rangeText({ interval }: RankedArea, write: (value: number) => string): string {
  return interval ? `${write(interval.lower)} to ${write(interval.upper)}` : '–'
}

function placesText({ standing: { first, last } }: RankedArea): string {
  return first === last ? String(first) : `${first} to ${last}`
}

function Absent({ comparison: { absent } }: { comparison: MeasureComparison }) {
  if (absent.length === 0) return null
  return (
    <>
      <p>These areas of the group are not in the comparison:</p>
      <ul class="govuk-list govuk-list--bullet">
        {absent.map(({ name, why }) => (
          <li key={name}>
            {name}: {why}
          </li>
        ))}
      </ul>
    </>
  )
}

function Method({ areas: { areas } }: { areas: AreaComparison }) {
  if (!areas.some(({ interval }) => interval)) return null
  return (
    <Details summary="How chance is allowed for">
      <p>
        Even if nothing changed, counts would differ a little from year to year, and a survey asks only some people. The
        95% interval is the range that holds the true figure in 95 of 100 such cases.
      </p>
      <p>
        The best place that an area can have is one behind all those that lie clearly before it; the worst is before all
        that lie clearly behind it. Intervals for this are drawn wide enough to hold for all {areas.length} areas at
        once.
      </p>
    </Details>
  )
}

function WhereFrom({ comparison: { measure, group, takenBack }, areas }: Compared) {
  return (
    <Source>
      {measure.source}. {releaseInWords(areas.knownOn, takenBack !== null)} Group:{' '}
      {group.sourceUrl ? <a href={group.sourceUrl}>{group.source}</a> : group.source}.
    </Source>
  )
}
