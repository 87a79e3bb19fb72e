import type { IsoDate } from '#kernel/dates.js'
import { currentBody } from '#modules/body/index.js'
import {
  allImports,
  everyVintageOf,
  type ImportFacts,
  type LatestObservation,
  latestSeries,
  type Measure,
  type MeasurePicture,
  type Observation,
  OWN_AREA,
  publicPictures,
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
  const pictures = await publicPictures(db, measures, { today: deps.today(), knownOn })
  const ids = measures.map(({ id }) => id)
  const vintages = await everyVintageOf(db, ids, { knownOn, ...(await publicView(db)) })
  const parts = { vintages: Map.groupBy(vintages, ({ measureId }) => measureId), imports: await importsById(deps) }
  return {
    publisher: body?.name ?? '',
    asKnownOn: knownOn ?? null,
    measures: pictures.map((picture) => exportedMeasure(picture, parts)),
  }
}

async function importsById({ db }: Deps): Promise<ReadonlyMap<string, ImportFacts>> {
  return new Map((await allImports(db)).map((each) => [each.id, each]))
}

type Parts = {
  readonly vintages: ReadonlyMap<string, readonly Observation[]>
  readonly imports: ReadonlyMap<string, ImportFacts>
}

function exportedMeasure(picture: MeasurePicture, { vintages, imports }: Parts): ExportedMeasure {
  const { measure, series, sentence, nextDue } = picture
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
    figures: points.map((point) => exportedFigure(measure, point, imports)),
    vintages: own.map((each) => exportedFigure(measure, { ...each, isRevised: false }, imports)),
    sources: sourcesOf(own, imports),
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
  { slug }: Measure,
  point: SeriesPoint | LatestObservation,
  imports: ReadonlyMap<string, ImportFacts>,
): ExportedFigure {
  const { area, period, value, numerator, denominator, isRevised, note, interval, knownOn, recordedAt } = point
  const { code, kind, from, until } = period
  return {
    ...{ measure: slug, area, value, numerator, denominator, isRevised, note, interval, knownOn, recordedAt },
    period: { code, kind, from, until },
    status: point.isWithheld ? 'withheld' : point.status,
    isBreak: false,
    fileSha256: imports.get(point.importId ?? '')?.sha256 ?? null,
  }
}

/** The files that any of these figures came in; once each, although the same bytes were taken in twice. */
function sourcesOf(vintages: readonly Observation[], imports: ReadonlyMap<string, ImportFacts>): ExportedSource[] {
  const files = new Map<string, ExportedSource>()
  for (const id of new Set(vintages.map(({ importId }) => importId))) {
    const file = imports.get(id)
    if (!file || files.has(file.sha256)) continue
    const { sha256, fileName, title, publisher, licence, attribution, url, knownOn } = file
    files.set(sha256, { sha256, fileName, title, publisher, licence, attribution, url, knownOn })
  }
  return [...files.values()].sort((a, b) => (a.knownOn + a.sha256 < b.knownOn + b.sha256 ? -1 : 1))
}
