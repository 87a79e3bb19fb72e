import type { ComponentChildren } from 'preact'
import {
  addressWith,
  howToRead,
  KnownOnForm,
  KnownOnNotice,
  MeasureChart,
  type MeasurePicture,
  ownCaption,
  periodLabel,
} from '#modules/measures/index.js'
import { ASB, CRIME_TYPES } from '#modules/police-data/index.js'
import {
  Button,
  ChartFigure,
  DataLinks,
  Filter,
  Halves,
  Heading,
  Hidden,
  Lede,
  Prose,
  Select,
  Small,
  SummaryList,
  Table,
} from '#ui/components.js'
import { formatMonth, formatNumber } from '#ui/format.js'
import type { LocalCrime, ReleaseUse } from '../actions/crime-in-place.js'
import { CAVEAT, POINTS, SOURCE, SOURCE_URL } from '../actions/crime-measure.js'
import { changeOf } from '../domain/crime-change.js'
import { type MonthCount, monthAfter } from '../domain/crime-months.js'
import type { Place } from '../domain/place.js'
import { changeText, countText, Withheld } from './change-cell.js'
import { type CrimeAnswer, keptOf } from './crime-question.js'

const LATEST = 13

type CrimeViewProps = { readonly crime: LocalCrime; readonly answer: CrimeAnswer; readonly children: ComponentChildren }

/** Crime in one place: what the newest month says, its course, its months, and what stands behind; then its parts. */
export function CrimeView({ crime, answer, children }: CrimeViewProps) {
  const { picture, place } = crime
  return (
    <>
      <Lede>{saidOf(place, picture)}</Lede>
      <KnownOnNotice asked={answer.asked} path={place.path} keep={{ kind: answer.type?.slug }} />
      {place.kind === 'ward' ? null : <KindChoice crime={crime} />}
      {isDrawn(place, picture) ? <Course picture={picture} id="crime-chart" /> : null}
      <Halves>
        <Months crime={crime} />
        <div>
          <Heading level={2}>Where this comes from</Heading>
          <WhereFrom crime={crime} />
        </div>
      </Halves>
      {children}
      <DataLinks>
        <span>Tables as CSV:</span>{' '}
        {FILES.filter(({ kinds }) => !kinds || kinds.includes(place.kind)).map(({ name, label }) => (
          <a key={name} href={addressWith(`${place.path}/${name}.csv`, keptOf(answer))}>
            {label}
          </a>
        ))}
      </DataLinks>
      <KnownOnForm asked={answer.asked} path={place.path} keep={{ kind: answer.type?.slug }} />
    </>
  )
}

/** The tables of a place that can be had as CSV. */
const FILES: readonly { readonly name: string; readonly label: string; readonly kinds?: readonly string[] }[] = [
  { name: 'months', label: 'Months' },
  { name: 'kinds', label: 'Kinds' },
  { name: 'outcomes', label: 'Outcomes' },
  { name: 'outcomes-recorded', label: 'Outcomes by month recorded', kinds: ['force'] },
  { name: 'rates', label: 'Rates', kinds: ['district', 'csp', 'ward'] },
  { name: 'areas', label: 'Areas within' },
]

/** The series as a chart, with what one needs to read it. */
export function Course({ picture, id }: { picture: MeasurePicture; id: string }) {
  const rest = picture.summary.startsWith(picture.sentence)
    ? picture.summary.slice(picture.sentence.length).trim()
    : picture.summary
  return (
    <>
      <ChartFigure chart={<MeasureChart picture={picture} id={id} width={1072} />}>
        {howToRead([picture])} {ownCaption(picture)} <a href="/how-to-read-charts">How to read this chart</a>
      </ChartFigure>
      {rest ? (
        <Prose>
          <p>
            <strong>What the chart shows.</strong> {rest}
          </p>
        </Prose>
      ) : null}
    </>
  )
}

/** Chooses a kind of crime: then chart, map and outcomes tell of that kind alone. */
function KindChoice({ crime: { type, place, knownOn } }: { crime: LocalCrime }) {
  const kinds = CRIME_TYPES.filter(({ until, name }) => until === null && name !== ASB)
  return (
    <Filter action={place.path} label="Choose a kind of crime">
      <Select
        field={{ name: 'kind', id: 'kind', value: type?.slug ?? '', values: [] }}
        label="Kind of crime"
        items={[{ value: '', text: 'All crime' }, ...kinds.map(({ slug, name }) => ({ value: slug, text: name }))]}
      />
      {knownOn ? <Hidden name="as-known-on" value={knownOn} /> : null}
      <Button kind="secondary">Show</Button>
    </Filter>
  )
}

function Months({ crime: { series, picture } }: { crime: LocalCrime }) {
  const countOf = new Map(series.map(({ month, count }) => [month, count]))
  const before = (month: string) => countOf.get(monthAfter(month, -12)) ?? null
  const shown = series.slice(-LATEST)
  const hasYear = shown.some(({ month, count }) => count !== null && before(month) !== null)
  const cells = ({ month, count, isWithheld }: MonthCount) => [
    formatMonth(month),
    count === null ? noCount(isWithheld) : formatNumber(count),
    ...(hasYear ? [yearBeforeText(before(month)), changeText(changeOf(count, before(month)))] : []),
  ]
  return (
    <div>
      <Table
        caption="Latest months"
        columns={[
          { label: 'Month' },
          { label: capital(picture.measure.unitLabel), align: 'number' },
          ...(hasYear
            ? [
                { label: 'Year before', align: 'number' as const },
                { label: 'Change', align: 'number' as const },
              ]
            : []),
        ]}
        rows={shown.map(cells)}
      />
      <Withheld counts={shown.map(({ count, isWithheld }) => (isWithheld ? count : 0))} />
      {shown.some(({ count, isWithheld }) => count === null && !isWithheld) ? (
        <Small>No file: the force’s file of that month is not held. That is a gap, not nought.</Small>
      ) : null}
    </div>
  )
}

const noCount = (isWithheld: boolean | undefined) => (isWithheld ? countText(null, true) : 'no file')
const yearBeforeText = (count: number | null) => (count === null ? '–' : formatNumber(count))

function WhereFrom({ crime: { picture, place, force, releases } }: { crime: LocalCrime }) {
  return (
    <SummaryList
      rows={[
        { key: 'Counts', value: picture.measure.definition },
        { key: 'Recorded by', value: force.name },
        { key: 'Place', value: `${place.name} (${place.code})` },
        { key: 'Source', value: <a href={SOURCE_URL}>{SOURCE}</a> },
        { key: 'Release', value: releasesInWords(releases) },
        { key: 'Bear in mind', value: `${CAVEAT} ${POINTS}` },
        { key: 'Covered', value: <a href="/crime/coverage">Months held, months missing, and Home Office totals</a> },
        { key: 'Licence', value: OGL },
      ]}
    />
  )
}

/** What the newest month says; of a ward whose newest number is not shown, that. */
export function saidOf({ kind }: Place, { sentence, series, measure }: MeasurePicture): string {
  const newest = series.at(-1)
  if (kind !== 'ward' || !newest || newest.value !== null) return sentence
  return `How many ${measure.unitLabel} ${periodLabel(newest.period)} had is not shown, so that nobody can be known from a small number.`
}

/** Whether months are drawn: not of a ward of which most are withheld, where a line would tell nothing. */
export function isDrawn({ kind }: Place, { series }: MeasurePicture): boolean {
  const known = series.filter(({ value }) => value !== null).length
  return kind !== 'ward' || 2 * known > series.length
}

/** What must be said of police data wherever they stand. */
export const OGL = 'Contains public sector information licensed under the Open Government Licence v3.0.'

/** "November 2025", or each release with its months where there are several. */
export function releasesInWords(releases: readonly ReleaseUse[]): string {
  const [only, ...others] = releases
  if (!only) return ''
  if (others.length === 0) return formatMonth(only.release)
  return releases.map(({ release, months }) => `${formatMonth(release)} (${monthsInWords(months)})`).join('; ')
}

function monthsInWords(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)]
  const isRun = months.every((month, index) => month === monthAfter(first, index))
  if (months.length === 1) return formatMonth(first)
  return isRun ? `${formatMonth(first)} to ${formatMonth(last)}` : `${months.length} months up to ${formatMonth(last)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
