import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { WITHHELD_WORDS } from '#modules/disclosure/index.js'
import { type MeasurePicture, pictureOfMonths } from '#modules/measures/index.js'
import {
  ASB,
  breaksOfTypes,
  type CrimeType,
  crimeCounts,
  monthsCovered,
  type OwnForce,
  type SliceRefusal,
} from '#modules/police-data/index.js'
import type { Deps } from '#platform/deps.js'
import { type CountedMonth, type Part, partsOf, shownParts } from '../domain/crime-kinds.js'
import {
  comparedQuartersIn,
  comparedSpans,
  type MonthCount,
  monthSeries,
  newestSpan,
  newestYear,
  type Span,
  type Spans,
  wholeQuartersIn,
  whyNoCount,
} from '../domain/crime-months.js'
import type { Place } from '../domain/place.js'
import { asbMeasure, crimeMeasure, MISSING_MONTH } from './crime-measure.js'
import { shownCounts } from './shown-counts.js'

/** What reading needs of the office. */
export type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'>

/** Which crimes are asked for: where, of which kind (all without), as known on which day (now without). */
export type CrimeQuestion = {
  readonly force: OwnForce
  readonly place: Place
  readonly type?: CrimeType | undefined
  readonly knownOn?: IsoDate | undefined
}

/** The release that a run of months comes from. */
export type ReleaseUse = { readonly release: string; readonly months: readonly string[] }

/** The crime of one place, month by month. */
export type LocalCrime = CrimeQuestion & {
  readonly picture: MeasurePicture
  readonly series: readonly MonthCount[]
  /** The newest months that are told together, and those of them that can be held against the year before. */
  readonly span: Span
  readonly spans: Spans | undefined
  readonly kinds: readonly Part[]
  readonly asb: MeasurePicture
  readonly releases: readonly ReleaseUse[]
}

/** Why there is nothing to tell. */
export type NoCrime =
  | SliceRefusal
  /** No file of the force is there, or none was by the day asked for; `first` is the first release that is. */
  | { readonly code: 'no-files'; readonly first: string | null }
  /** Wards and small areas are told by whole quarters, and none is held whole. */
  | { readonly code: 'no-quarter' }

/** Everything about the crime of one place that its page tells before the areas within it. */
export async function crimeInPlace(reading: Reading, question: CrimeQuestion): Promise<Result<LocalCrime, NoCrime>> {
  const { force, place, type, knownOn } = question
  const covered = await coveredMonths(reading, force, knownOn)
  if (!reading.lake.isThere()) return err({ code: 'no-lake' })
  if (covered.length === 0) return err({ code: 'no-files', first: await firstRelease(reading, force) })
  const months = covered.map(({ month }) => month)
  const counted = await (place.kind === 'ward' ? countedSmall : countedWhole)(reading, question, months)
  const series = counted.crimes
  const told = { span: newestSpan(series), spans: comparedSpans(series) }
  if (!told.span) return err({ code: 'no-files', first: null })
  const { span, spans } = place.kind === 'ward' ? quartersOf(told) : told
  if (!span) return err({ code: 'no-quarter' })
  const breaks = breaksOfTypes(type ? [type.name] : [])
  return ok({
    ...{ ...question, series, span, spans },
    kinds: await kindsOf(counted, { place, series, span, spans }),
    picture: pictureOfMonths({ slug: 'crime', of: crimeMeasure(force, place, type), months: values(series), breaks }),
    asb: pictureOfMonths({ slug: 'asb', of: asbMeasure(force, place), months: values(counted.asb), breaks: [] }),
    releases: releasesOf(covered),
  })
}

/** Of a ward, kinds are told by whole years alone. */
async function kindsOf(
  { kinds }: Counted,
  { place, series, span, spans }: Pick<LocalCrime, 'place' | 'series' | 'span' | 'spans'>,
): Promise<readonly Part[]> {
  if (place.kind !== 'ward') return kinds(span, spans)
  const year = newestYear(series)
  return year ? kinds(year.span, year.spans) : []
}

/** What is told of kinds and outcomes of small places: by whole years from April to March; undefined where none is. */
export function inYears(crime: LocalCrime): LocalCrime | undefined {
  const year = newestYear(crime.series)
  return year && { ...crime, ...year }
}

/** What is told of small places: by whole quarters, one kind of crime by whole years; undefined where none is. */
export function inStretches(crime: LocalCrime): LocalCrime | undefined {
  return crime.type ? inYears(crime) : inQuarters(crime)
}

/** What is told, as wards and small areas are: by whole quarters of the calendar; undefined where none is. */
function inQuarters(crime: LocalCrime): LocalCrime | undefined {
  const { span, spans } = quartersOf(crime)
  return span && { ...crime, span, spans }
}

function quartersOf({ span, spans }: { readonly span: Span | undefined; readonly spans: Spans | undefined }) {
  return { span: span && wholeQuartersIn(span), spans: comparedQuartersIn(spans) }
}

/** The crimes of a question, as police data are asked for them. */
export function sliceOf({ force, place, type, knownOn }: CrimeQuestion) {
  const within = {
    ...{ force: {}, district: { districts: [place.code] } },
    ...{ csp: { csps: [place.code] }, ward: { wards: [place.code] } },
  }
  return {
    forces: [force.slug],
    ...within[place.kind],
    ...(type && { types: [type.name] }),
    ...(knownOn && { knownOn }),
    includeAsb: false,
  }
}

/** Months of crime and of anti-social behaviour, and the kinds of crime over a span once that is known. */
type Counted = {
  readonly crimes: readonly MonthCount[]
  readonly asb: readonly MonthCount[]
  readonly kinds: (span: Span, spans: Spans | undefined) => Promise<readonly Part[]>
}

/** Of districts and larger areas everything is shown: one count by month and kind answers all. */
async function countedWhole(reading: Reading, question: CrimeQuestion, months: readonly string[]): Promise<Counted> {
  const { types: _, ...slice } = { types: undefined, ...sliceOf(question) }
  const rows = await crimeCounts(reading, { ...slice, includeAsb: true }, ['month', 'type'])
  const counts = (rows.ok ? rows.value : []).map(
    ({ month = '', type: of = '', count }): CountedMonth => ({ month, of, count }),
  )
  const crimes = counts.filter(({ of }) => of !== ASB)
  const asked = question.type ? counts.filter(({ of }) => of === question.type?.name) : crimes
  return {
    crimes: monthSeries(byMonth(asked), months),
    asb: monthSeries(byMonth(counts.filter(({ of }) => of === ASB)), months),
    kinds: async (span, spans) => partsOf(crimes, span, spans),
  }
}

/** Of wards small numbers are withheld, so that each table is asked for by itself. */
async function countedSmall(reading: Reading, question: CrimeQuestion, months: readonly string[]): Promise<Counted> {
  const slice = sliceOf(question)
  const kindsIn = ({ from, to }: Span) => shownCounts(reading, { ...slice, from, to }, 'type')
  return {
    crimes: monthSeries(await shownCounts(reading, slice, 'month'), months),
    asb: monthSeries(await shownCounts(reading, { ...slice, types: [ASB] }, 'month'), months),
    kinds: async (span, spans) =>
      shownParts({
        inSpan: await kindsIn(span),
        ...(spans && { now: await kindsIn(spans.now), before: await kindsIn(spans.before) }),
      }),
  }
}

type Covered = { readonly month: string; readonly release: string }

/** The months of a force whose files are held, each with the release that it comes from. */
export async function coveredMonths({ db }: Reading, { slug }: OwnForce, knownOn?: IsoDate): Promise<Covered[]> {
  const [coverage] = await monthsCovered(db, 'street', { forces: [slug], ...(knownOn && { knownOn }) })
  return (coverage?.months ?? []).flatMap(({ month, release }) => (release === null ? [] : [{ month, release }]))
}

async function firstRelease(reading: Reading, force: OwnForce): Promise<string | null> {
  const all = await coveredMonths(reading, force)
  return all.map(({ release }) => release).sort()[0] ?? null
}

function byMonth(counts: readonly CountedMonth[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { month, count } of counts) sums.set(month, (sums.get(month) ?? 0) + count)
  return sums
}

function values(series: readonly MonthCount[]) {
  const words = { withheld: WITHHELD_WORDS, missing: MISSING_MONTH }
  return series.map((point) => ({ month: point.month, value: point.count, note: whyNoCount(point, words) }))
}

/** Which release each month comes from, the newest first. */
export function releasesOf(covered: readonly Covered[]): ReleaseUse[] {
  const byRelease = Map.groupBy(covered, ({ release }) => release)
  return [...byRelease]
    .map(([release, months]) => ({ release, months: months.map(({ month }) => month) }))
    .sort((a, b) => (a.release < b.release ? 1 : -1))
}
