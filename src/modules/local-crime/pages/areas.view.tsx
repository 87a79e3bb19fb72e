import { WITHHELD_MARK, WITHHELD_WORDS } from '#modules/disclosure/index.js'
import { boundaryCredit } from '#modules/geography/index.js'
import { addressWith } from '#modules/measures/index.js'
import { AreaMap, IntervalChart, type MapArea } from '#ui/charts.js'
import { ChartFigure, Heading, Small, Table } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { type AreaCrime, type AreasWithin, areRated } from '../actions/areas-within.js'
import type { LocalCrime } from '../actions/crime-in-place.js'
import { POINTS, unitOf } from '../actions/crime-measure.js'
import { inSpan, spanInWords, spanShort } from '../domain/crime-months.js'
import { peopleInWords } from '../domain/crime-rate.js'
import { KIND_WORDS } from '../domain/place.js'
import { changeText, countText } from './change-cell.js'

type AreasProps = { readonly crime: LocalCrime; readonly areas: AreasWithin }

/** So few areas have their names on the map. */
const MOST_NAMED = 16

/** The crime of the areas within a place: a map where outlines are known, and always the table. */
export function Areas({ crime, areas }: AreasProps) {
  const { rows, kind, boundaries } = areas
  if (rows.length === 0) return null
  const words = KIND_WORDS[kind]
  const hasRates = areRated(rows)
  const what = `${unitOf(crime.type)}${hasRates ? ' for each 1,000 residents' : ''}`
  const id = `${kind}-table`
  const table = <AreaTable {...{ crime, areas, id }} />
  // One area alone has nothing to stand beside on a map.
  const isAlone = rows.length === 1
  const hasMap = !isAlone && rows.some(({ outline }) => outline.length > 0)
  return (
    <>
      <Heading level={2} id={`by-${kind}`}>
        {isAlone ? `One ${words.one}` : `${capital(words.many)} side by side`}
      </Heading>
      <p>
        {`${capital(what)} recorded ${inSpan(crime.span)} in ${isAlone ? 'the' : 'each'} ${words.one}.`} {POINTS}
      </p>
      {hasMap ? (
        <AreaMap
          id={`${kind}-map`}
          title={`${crime.picture.measure.title} by ${words.one}, ${spanInWords(crime.span)}`}
          unitLabel={what}
          areas={rows.map((row) => mapAreaOf(row, hasRates, crime))}
          format={(value) => formatNumber(value, hasRates ? 1 : 0)}
          isLabelled={rows.length <= MOST_NAMED}
          withheldWords={WITHHELD_WORDS}
          table={table}
          tableId={id}
        />
      ) : (
        table
      )}
      <Small>{notes({ crime, areas }, hasMap ? boundaries : null).join(' ')}</Small>
    </>
  )
}

function mapAreaOf({ code, name, outline, ...row }: AreaCrime, hasRates: boolean, crime: LocalCrime): MapArea {
  const value = hasRates ? (row.rate?.estimate ?? null) : row.count
  const href = row.path ? linkTo(row.path, crime) : undefined
  return { code, name, outline, value, isWithheld: row.isWithheld, href }
}

function AreaTable({ crime, areas: { rows, kind, elsewhere }, id }: AreasProps & { id: string }) {
  const { span, spans } = crime
  const hasRates = areRated(rows)
  const name = ({ path, name: text }: AreaCrime) => (path ? <a href={linkTo(path, crime)}>{text}</a> : text)
  const sorted = hasRates
    ? rows.toSorted((a, b) => (b.rate?.estimate ?? -1) - (a.rate?.estimate ?? -1))
    : rows.toSorted((a, b) => (b.count ?? -1) - (a.count ?? -1))
  const rest = [
    ...(elsewhere && elsewhere.outsideArea > 0 ? [['Outside the police area', elsewhere.outsideArea] as const] : []),
    ...(elsewhere && elsewhere.noLocation > 0 ? [['No place known', elsewhere.noLocation] as const] : []),
  ]
  const blank = [...(hasRates ? ['–'] : []), ...(spans ? ['–'] : [])]
  return (
    <Table
      id={id}
      caption={`By ${KIND_WORDS[kind].one}, ${spanInWords(span)}`}
      columns={[
        { label: capital(KIND_WORDS[kind].one), width: 'third' },
        { label: capital(crime.type?.slug === 'anti-social-behaviour' ? 'incidents' : 'crimes'), align: 'number' },
        ...(hasRates ? [{ label: 'For each 1,000 residents', align: 'number' as const }] : []),
        ...(spans ? [{ label: `${spanShort(spans.now)} on the year before`, align: 'number' as const }] : []),
      ]}
      rows={[
        ...sorted.map((row) => [
          name(row),
          countText(row.count, row.isWithheld),
          ...(hasRates ? [row.rate ? formatNumber(row.rate.estimate, 1) : '–'] : []),
          ...(spans ? [changeText(row.change)] : []),
        ]),
        ...rest.map(([label, count]) => [label, formatNumber(count), ...blank]),
      ]}
    />
  )
}

function notes({ areas: { rows, elsewhere } }: AreasProps, boundaries: number | null): string[] {
  const people = areRated(rows) ? peopleInWords(rows.map((row) => row.people)) : ''
  return [
    people,
    rows.some(({ isWithheld }) => isWithheld) ? `${WITHHELD_MARK}: ${WITHHELD_WORDS.toLowerCase()}.` : '',
    elsewhere && elsewhere.outsideArea > 0
      ? 'A crime whose point lies outside the police area counts in the total and in no district.'
      : '',
    boundaries ? boundaryCredit(boundaries) : '',
  ].filter(Boolean)
}

/** The page of an area, of the same kind of crime where it tells of kinds, as known on the same day. */
function linkTo(path: string, { type, knownOn }: LocalCrime): string {
  const kind = path.startsWith('/crime/ward/') ? undefined : type?.slug
  return addressWith(path, { kind, 'as-known-on': knownOn })
}

/** The rates of areas one below the other, each with where it may lie by chance; our own is marked. */
export function RatesBeside({ crime, rows }: { crime: LocalCrime; rows: readonly AreaCrime[] }) {
  const known = rows.flatMap(({ rate, ...row }) => (rate ? [{ ...row, rate }] : []))
  if (known.length < 2) return null
  const sorted = known.toSorted((a, b) => b.rate.estimate - a.rate.estimate)
  const title = `${capital(unitOf(crime.type))} for each 1,000 residents, ${spanInWords(crime.span)}`
  const first = sorted[0]
  return (
    <>
      <Heading level={3}>Rates, with what chance leaves open</Heading>
      <ChartFigure
        chart={
          <IntervalChart
            id="rates-beside"
            title={title}
            description={
              first ? `The highest rate is that of ${first.name}: ${formatNumber(first.rate.estimate, 1)}.` : ''
            }
            unitLabel={`${unitOf(crime.type)} for each 1,000 residents`}
            rows={sorted.map(({ code, name, rate }) => ({
              ...{ key: code, label: name, value: rate.estimate, lower: rate.lower, upper: rate.upper },
              ...{ isOwn: code === crime.place.code, isFirm: true },
            }))}
            format={(value) => formatNumber(value, 1)}
            width={1072}
          />
        }
      >
        Each dot is the rate of one area, the highest first. The line through a dot is where it may lie by chance alone
        (95% interval). People who come to work, study or shop are not residents: town centres read high.
      </ChartFigure>
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
