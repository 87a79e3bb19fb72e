import type { IsoDate } from '#kernel/dates.js'
import { currentBody } from '#modules/body/index.js'
import {
  allImports,
  dueDays,
  everyVintageOf,
  type ImportFacts,
  type LatestObservation,
  latestSeries,
  type Measure,
  type MeasurePicture,
  type Observation,
  OWN_AREA,
  type PublicView,
  publicPictures,
  publicSource,
  publicView,
  publishedMeasures,
  type SeriesPoint,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import type { ExportedFigure, ExportedMeasure, ExportedSource, PublishedData } from '../domain/published.js'

/** Which measures leave, and as known on which day. */
export type DataRequest = {
  readonly knownOn?: IsoDate | undefined
  /** One measure's slug; all of them when it is not given. */
  readonly measure?: string | undefined
}

/** All that the public may have of the measures: published ones only, with small numbers withheld. */
export async function publishedData(deps: Deps, { knownOn, measure }: DataRequest = {}): Promise<PublishedData> {
  const { db } = deps
  const measures = (await publishedMeasures(db)).filter(({ slug }) => measure === undefined || slug === measure)
  const body = await currentBody(db, deps.today())
  const pictures = await publicPictures(db, measures, { ...(await dueDays(deps)), knownOn })
  const ids = measures.map(({ id }) => id)
  const view = await publicView(db)
  const vintages = await everyVintageOf(db, ids, { knownOn, ...view })
  const parts = { vintages: Map.groupBy(vintages, ({ measureId }) => measureId), sources: await allSources(deps, view) }
  return {
    publisher: body?.name ?? '',
    asKnownOn: knownOn ?? null,
    measures: pictures.map((picture) => exportedMeasure(picture, parts)),
  }
}

/** The files of figures, by the ids of their imports. */
type Sources = ReadonlyMap<string, ExportedSource>

async function allSources({ db }: Deps, { withheld }: PublicView): Promise<Sources> {
  const all = await allImports(db)
  return new Map(all.map((each) => [each.id, sourceOf(publicSource(each, withheld))]))
}

/** What the public may know of a file: not who took it in, nor why. */
function sourceOf(file: ImportFacts): ExportedSource {
  const { id, fileName, title, publisher, licence, attribution, url, knownOn } = file
  return { id, sha256: file.sha256 || null, fileName, title, publisher, licence, attribution, url, knownOn }
}

type Parts = { readonly vintages: ReadonlyMap<string, readonly Observation[]>; readonly sources: Sources }

function exportedMeasure(picture: MeasurePicture, { vintages, sources }: Parts): ExportedMeasure {
  const { measure, series, sentence, nextDue, breaks } = picture
  const own = vintages.get(measure.id) ?? []
  const elsewhere = Map.groupBy(
    own.filter(({ area }) => area !== OWN_AREA),
    ({ area }) => area,
  )
  const points = [...series, ...[...elsewhere.values()].flatMap(latestSeries)]
  return {
    ...wordsOf(measure),
    sentence,
    nextFiguresDue: nextDue?.on ?? null,
    breaks: breaks.map(({ startsOn, kind, reason }) => ({ startsOn, kind, reason })),
    figures: points.map((point) => exportedFigure(measure, point, sources)).map(withBreaks(breaks)),
    vintages: own.map((each) => exportedFigure(measure, { ...each, isRevised: false }, sources)),
    sources: sourcesOf(own, sources),
  }
}

/** The first figure of an area on or after the day of a break is marked; what a series begins with breaks with nothing. */
function withBreaks(breaks: readonly { readonly startsOn: string }[]) {
  const before = new Map<string, string>()
  return (figure: ExportedFigure): ExportedFigure => {
    const { until } = figure.period
    const last = before.get(figure.area)
    before.set(figure.area, until)
    const isBreak = last !== undefined && breaks.some(({ startsOn }) => startsOn > last && startsOn <= until)
    return { ...figure, isBreak }
  }
}

function wordsOf(measure: Measure) {
  const { slug, title, definition, unit, unitLabel, polarity, frequency, numerator, denominator } = measure
  const { source, sourceUrl, owner, geography, caveat, formula, publishedAt } = measure
  return {
    ...{ measure: slug, title, definition, unit, unitLabel, polarity, frequency, numerator, denominator },
    ...{ source, sourceUrl, owner, geography, caveat, formula, publishedAt },
  }
}

function exportedFigure(
  { slug, unit, unitLabel }: Measure,
  point: SeriesPoint | LatestObservation,
  sources: Sources,
): ExportedFigure {
  const { area, period, value, numerator, denominator, isRevised, note, interval, knownOn, recordedAt } = point
  const { code, kind, from, until } = period
  return {
    ...{ measure: slug, area, value, numerator, denominator, isRevised, note, interval, knownOn, recordedAt },
    ...{ unit, unitLabel, period: { code, kind, from, until } },
    status: point.isWithheld ? 'withheld' : point.status,
    isBreak: false,
    source: sources.get(point.importId ?? '') ?? null,
  }
}

/** The files that any of these figures came in, the earliest known first. */
function sourcesOf(vintages: readonly Observation[], sources: Sources): ExportedSource[] {
  const files = [...new Set(vintages.map(({ importId }) => importId))].flatMap((id) => sources.get(id) ?? [])
  return files.sort((a, b) => (a.knownOn + a.id < b.knownOn + b.id ? -1 : 1))
}
