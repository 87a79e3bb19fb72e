import { ASB, crimeCounts } from '#modules/police-data/index.js'
import { type Cell, toCsv } from '#platform/csv.js'
import { CSV, file } from '#platform/web/file.js'
import type { Route } from '#platform/web/route.js'
import { type AreaKindWithin, areasWithin } from '../actions/areas-within.js'
import { inStretches, inYears, type LocalCrime, type Reading, sliceOf } from '../actions/crime-in-place.js'
import { SOURCE } from '../actions/crime-measure.js'
import { locationsInPlace } from '../actions/locations-in-place.js'
import { outcomesInPlace } from '../actions/outcomes-in-place.js'
import { ratesOfPlace } from '../actions/rate-of-place.js'
import { whyNoCount } from '../domain/crime-months.js'
import { answerFor } from './crime-question.js'

const NO_FILE = 'no file of this month'
/** What every row says before its own columns and after them. */
const BEFORE = ['place_code', 'place']
const AFTER = ['source', 'recorded_by', 'release', 'licence']
const LICENCE = 'Open Government Licence v3.0'

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** Each table of a place's page, by its name in the address. */
const TABLES: Readonly<Record<string, (reading: Reading, crime: LocalCrime) => Promise<Table>>> = {
  months: monthsTable,
  kinds: async (_reading, crime) => kindsTable(crime.place.kind === 'ward' ? (inYears(crime) ?? crime) : crime),
  outcomes: outcomesTable,
  'outcomes-recorded': outcomesRecordedTable,
  rates: ratesTable,
  areas: areasTable,
  points: pointsTable,
  'small-areas': (reading, crime) => tableOfAreas(reading, crime, 'lsoa'),
}

/** Outcome files name no place that all their crimes have: they are told of the whole police area only. */
const OF_THE_WHOLE_AREA = 'outcomes-recorded'

type Query = Readonly<Record<string, string>>
type Params = { readonly kind?: string; readonly place?: string }

/** The tables of local crime as CSV: each row says its place, its source with the release, and the licence. */
export const crimeFiles: readonly Route[] = Object.keys(TABLES).flatMap((name) => {
  const respond = async (deps: Reading, params: Params, query: Query) => {
    const { crime, place } = await answerFor(deps, params, query)
    const made = TABLES[name]
    const fileName = `crime-${place?.path.split('/').slice(2).join('-') || 'police-area'}-${name}.csv`
    if (!crime.ok || !made) return { type: CSV, body: toCsv([...BEFORE, ...AFTER], []), fileName }
    return { type: CSV, body: withSource(await made(deps, crime.value), crime.value), fileName }
  }
  const ofArea = file(`/crime/${name}.csv`, {
    permission: 'site:read',
    respond: ({ deps, query }) => respond(deps, {}, query),
  })
  const ofPlace = file(`/crime/:kind/:place/${name}.csv`, {
    permission: 'site:read',
    respond: ({ deps, params, query }) => respond(deps, params, query),
  })
  return name === OF_THE_WHOLE_AREA ? [ofArea] : [ofArea, ofPlace]
})

function withSource({ head, rows }: Table, { place, releases, force }: LocalCrime): string {
  const release = releases.map((each) => each.release).join(' ')
  const before = [place.code, place.name]
  const after = [SOURCE, force.name, release, LICENCE]
  return toCsv(
    [...BEFORE, ...head, ...AFTER],
    rows.map((row) => [...before, ...row, ...after]),
  )
}

/** Every month and kind, anti-social behaviour too; a month without its file has no count and says so. */
async function monthsTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const slice = { ...sliceOf(crime), includeAsb: !crime.type }
  const isSmall = crime.place.kind === 'ward'
  const counted = isSmall ? undefined : await crimeCounts(reading, slice, ['month', 'type'])
  const rows = counted?.ok
    ? counted.value.map(({ month = '', type = '', count }): Cell[] => [month, type, count, ''])
    : totalsOf(crime)
  const missing = crime.series.flatMap(({ month, count }): Cell[][] =>
    count === null ? [[month, '', null, NO_FILE]] : [],
  )
  const all = counted?.ok ? [...rows, ...missing] : rows
  return {
    head: ['month', 'kind', 'count', 'note'],
    rows: all.toSorted((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)),
  }
}

/** A ward's months as a whole: kinds of crime in a ward in a month are too few to be told. */
function totalsOf({ series, asb }: LocalCrime): Cell[][] {
  const words = { withheld: 'withheld', missing: NO_FILE }
  const crimes = series.map((point): Cell[] => [point.month, 'All crime', point.count, whyNoCount(point, words)])
  const incidents = asb.series.map(({ period, value, note }): Cell[] => [period.code, ASB, value, note])
  return [...crimes, ...incidents]
}

function kindsTable({ kinds, span, spans }: LocalCrime): Table {
  return {
    head: [
      ...['from', 'to', 'kind', 'count', 'withheld', 'share_percent'],
      ...['compared_from', 'compared_to', 'compared_count', 'year_before_count'],
    ],
    rows: kinds.map(({ name, count, share, change }) => [
      ...[span.from, span.to, name, count, withheld(count), share === null ? null : rounded(share)],
      ...[spans?.now.from ?? '', spans?.now.to ?? '', change?.now ?? null, change?.before ?? null],
    ]),
  }
}

async function outcomesTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const { cohort, shown } = await outcomesInPlace(reading, crime)
  const { from, to } = (crime.place.kind === 'ward' ? inYears(crime) : crime)?.span ?? crime.span
  const small = [...(shown ?? [])].map(([name, count]): Cell[] => [from, to, '', name, count, withheld(count)])
  const rows = (cohort?.groups ?? []).flatMap(({ group, outcomes }) =>
    outcomes.map(({ outcome, count }): Cell[] => [from, to, group, outcome, count, 'no']),
  )
  return {
    head: ['crimes_recorded_from', 'crimes_recorded_to', 'group', 'outcome', 'count', 'withheld'],
    rows: [...rows, ...small],
  }
}

/** Outcomes by the months in which they were recorded, of crimes of whatever month: never added to the others. */
async function outcomesRecordedTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const { recorded, months } = await outcomesInPlace(reading, crime)
  const span: Cell[] = [months[0] ?? '', months.at(-1) ?? '', months.length]
  return {
    head: ['outcomes_recorded_from', 'outcomes_recorded_to', 'months', 'group', 'outcome', 'count'],
    rows: (recorded?.groups ?? []).flatMap(({ group, outcomes }) =>
      outcomes.map(({ outcome, count }): Cell[] => [...span, group, outcome, count]),
    ),
  }
}

/** Crimes for each 1,000 residents of the place and of its police area, over the same months. */
async function ratesTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const { place, area, span } = await ratesOfPlace(reading, crime)
  return {
    head: ['where', 'from', 'to', 'residents', 'residents_year', 'per_1000', 'per_1000_lower', 'per_1000_upper'],
    rows: [place, area].flatMap((each): Cell[][] =>
      each
        ? [
            [
              ...[each.name, span.from, span.to, each.people.people, each.people.year],
              ...[each.rate.estimate, each.rate.lower, each.rate.upper].map(rounded),
            ],
          ]
        : [],
    ),
  }
}

const withheld = (count: number | null) => (count === null ? 'yes' : 'no')

/** The map points with most crimes, which are approximate. */
async function pointsTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const { from, to } = crime.span
  const rows = (await locationsInPlace(reading, crime)).map(
    ({ location, lsoa, lsoaName, longitude, latitude, count, months }): Cell[] => [
      ...[from, to, location, lsoa, lsoaName, longitude, latitude, count, months],
    ],
  )
  const head = ['from', 'to', 'approximate_point', 'lsoa_code', 'lsoa', 'longitude', 'latitude', 'count', 'months']
  return { head, rows }
}

function areasTable(reading: Reading, crime: LocalCrime): Promise<Table> {
  const kind = ({ force: 'district', district: 'ward', csp: 'ward', ward: 'lsoa' } as const)[crime.place.kind]
  return tableOfAreas(reading, crime, kind)
}

async function tableOfAreas(reading: Reading, whole: LocalCrime, kind: AreaKindWithin): Promise<Table> {
  const crime = kind === 'ward' || kind === 'lsoa' ? inStretches(whole) : whole
  const rows = crime ? (await areasWithin(reading, crime, kind)).rows : []
  const { span, spans } = crime ?? whole
  return {
    head: [
      ...['area_kind', 'area_code', 'area', 'from', 'to', 'count', 'withheld', 'residents', 'residents_year'],
      ...['per_1000', 'per_1000_lower', 'per_1000_upper', 'compared_from', 'compared_to'],
      ...['compared_count', 'year_before_count'],
    ],
    rows: rows.map(({ code, name, count, isWithheld, people, rate, change }) => [
      ...[kind, code, name, span.from, span.to, count, isWithheld ? 'yes' : 'no'],
      ...[people?.people ?? null, people?.year ?? null],
      ...[rate?.estimate, rate?.lower, rate?.upper].map((each) => (each === undefined ? null : rounded(each))),
      ...[spans?.now.from ?? '', spans?.now.to ?? '', change?.now ?? null, change?.before ?? null],
    ]),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100
