import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import {
  compareVintages,
  type LatestObservation,
  latestSeries,
  type Observation,
  OWN_AREA,
  withheld,
} from '../domain/observation.js'
import { periodFrom } from '../domain/period.js'
import type { MeasuresTables } from './measures.tables.js'
import { statusOf } from './stored-words.js'

/** What the public is not shown: the ids of figures, and the words that stand in their place. */
export type Withheld = {
  readonly ids: ReadonlySet<string>
  readonly words: string
  /** The files that any of them came in: whoever had a file's fingerprint could try all small numbers until it fits. */
  readonly importIds: ReadonlySet<string>
}

/** Which figures count: those known on a day, or all that are known now; and what of them is withheld. */
export type KnownOn = { readonly knownOn?: IsoDate | undefined; readonly withheld?: Withheld | undefined }

/** Which figures count, and of which area: the office's own, unless another is named. */
export type SeriesOptions = KnownOn & { readonly area?: string | undefined }

/** Every vintage of these measures' figures for one area, the earliest known first. */
export async function observationsOf(
  db: Db,
  measureIds: readonly string[],
  { knownOn, area = OWN_AREA, withheld }: SeriesOptions = {},
): Promise<Observation[]> {
  const found: Observation[] = []
  for (const chunk of inChunks(measureIds)) {
    let records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', 'in', chunk)
    records = records.where('area', '=', area)
    if (knownOn !== undefined) records = records.where('known_on', '<=', knownOn)
    found.push(...(await records.selectAll().execute()).map(observationOf))
  }
  return found.map(seenWith(withheld)).sort(compareVintages)
}

/** Every vintage of these measures' figures for every area, the earliest known first. */
export async function everyVintageOf(
  db: Db,
  measureIds: readonly string[],
  { knownOn, withheld }: KnownOn = {},
): Promise<Observation[]> {
  const found: Observation[] = []
  for (const chunk of inChunks(measureIds)) {
    let records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', 'in', chunk)
    if (knownOn !== undefined) records = records.where('known_on', '<=', knownOn)
    found.push(...(await records.selectAll().execute()).map(observationOf))
  }
  return found.map(seenWith(withheld)).sort(compareVintages)
}

/** Every vintage of these measures' figures for the periods in which any of them has a number below this. */
export async function vintagesNearSmall(db: Db, measureIds: readonly string[], below: number): Promise<Observation[]> {
  const found: Observation[] = []
  for (const chunk of inChunks(measureIds)) {
    const records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', 'in', chunk)
    const small = records.where(({ eb, or }) =>
      or([
        ...(['value', 'numerator', 'denominator'] as const).map((column) => eb(column, '<', below)),
        eb(eb('denominator', '-', eb.ref('numerator')), '<', below),
      ]),
    )
    const periods = await small.select('period').distinct().execute()
    for (const some of inChunks(periods.map(({ period }) => period))) {
      found.push(...(await records.where('period', 'in', some).selectAll().execute()).map(observationOf))
    }
  }
  return found
}

/** Withheld figures lose their numbers before anything is made of them: no chart, limit, sum or sentence can tell them. */
function seenWith(hidden: Withheld | undefined): (observation: Observation) => Observation {
  if (!hidden || hidden.ids.size === 0) return (observation) => observation
  return (observation) => (hidden.ids.has(observation.id) ? withheld(observation, hidden.words) : observation)
}

/** Every vintage of the figures of one measure for these periods and one area, whenever they were known. */
export async function vintagesFor(
  db: Db,
  { measureId, area, periods }: { measureId: string; area: string; periods: readonly string[] },
): Promise<Observation[]> {
  const found: Observation[] = []
  for (const chunk of inChunks(periods)) {
    const records = reading<MeasuresTables>(db).selectFrom('measures_observation').selectAll()
    const own = records.where('measure_id', '=', measureId).where('area', '=', area)
    found.push(...(await own.where('period', 'in', chunk).execute()).map(observationOf))
  }
  return found
}

/** Every vintage of one figure, the earliest known first. */
export async function vintagesOf(
  db: Db,
  measureId: string,
  period: string,
  { knownOn, area = OWN_AREA, withheld }: SeriesOptions = {},
): Promise<Observation[]> {
  const all = (await vintagesFor(db, { measureId, area, periods: [period] })).map(seenWith(withheld))
  return all.filter((each) => knownOn === undefined || each.knownOn <= knownOn).sort(compareVintages)
}

/** The series of one measure as last known, or as known on a day. Earlier periods first; gaps are not filled. */
export async function seriesOf(db: Db, measureId: string, options: SeriesOptions = {}): Promise<LatestObservation[]> {
  return latestSeries(await observationsOf(db, [measureId], options))
}

/** The series of one measure for every area that it has figures of, the office's own under ''. */
export async function areaSeriesOf(
  db: Db,
  measureId: string,
  { knownOn, withheld }: KnownOn = {},
): Promise<Map<string, LatestObservation[]>> {
  let records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', '=', measureId)
  if (knownOn !== undefined) records = records.where('known_on', '<=', knownOn)
  const observations = (await records.selectAll().execute()).map(observationOf).map(seenWith(withheld))
  const byArea = Map.groupBy(observations, ({ area }) => area)
  return new Map([...byArea].map(([area, vintages]) => [area, latestSeries(vintages)]))
}

/** How many figures with a value each measure has for the office's own area, whatever their vintage. */
export async function figureCounts(db: Db): Promise<Map<string, number>> {
  const records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('value', 'is not', null)
  const rows = await records
    .select(({ fn }) => ['measure_id', fn.countAll<number | string | bigint>().as('figures')])
    .where('area', '=', OWN_AREA)
    .groupBy('measure_id')
    .execute()
  return new Map(rows.map(({ measure_id, figures }) => [measure_id, Number(figures)]))
}

/** Whether a measure has figures of any area, and whether any of its own has a value. */
export async function hasFigures(db: Db, measureId: string): Promise<{ readonly any: boolean; readonly own: boolean }> {
  const records = reading<MeasuresTables>(db).selectFrom('measures_observation').where('measure_id', '=', measureId)
  const any = await records.select('id').limit(1).executeTakeFirst()
  const valued = records.where('area', '=', OWN_AREA).where('value', 'is not', null)
  const own = await valued.select('id').limit(1).executeTakeFirst()
  return { any: any !== undefined, own: own !== undefined }
}

/** Whether a measure has a figure of any area but our own. */
export async function hasFiguresOfOthers(db: Db, measureId: string): Promise<boolean> {
  const records = reading<MeasuresTables>(db).selectFrom('measures_observation').select('id').limit(1)
  const found = await records.where('measure_id', '=', measureId).where('area', '>', OWN_AREA).executeTakeFirst()
  return found !== undefined
}

function observationOf(row: MeasuresTables['measures_observation']): Observation {
  const { id, area, numerator, denominator, value, note } = row
  const { interval_lower: lower, interval_upper: upper } = row
  return {
    ...{ id, area, numerator, denominator, value, note },
    measureId: row.measure_id,
    period: periodFrom(row.period),
    status: statusOf(row.status),
    interval: lower === null || upper === null ? null : { lower, upper },
    importId: row.import_id,
    knownOn: isoDate(row.known_on),
    recordedAt: row.recorded_at,
  }
}
