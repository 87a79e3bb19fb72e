import type { IsoDate } from '#kernel/dates.js'
import { formatNumber } from '#kernel/words.js'
import { type AreaFigures, areaMaps } from '#modules/documents/index.js'
import { publicPicture, publishedMeasureBySlug } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { seriesOfPublication } from '../data/publication.queries.js'
import type { ChartSeries } from '../domain/chart-series.js'
import type { Publication } from '../domain/report.js'
import { isSame, type RevisedFigure } from '../domain/revised.js'
import { factWords } from './fact-words.js'

type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'> & { readonly knownOn?: IsoDate | undefined }

/** What a chart or map would draw now, and how its values are written. */
type Now = {
  readonly measure: RevisedFigure['measure']
  readonly values: ReadonlyMap<string, number | null>
  readonly words: (value: number | null) => string
  /** Since when a value is known, and from which file; a chart’s are told by whoever asks. */
  readonly taken?: ReadonlyMap<string, AreaFigures['areas'][number]['taken']>
}

/** Which numbers that the charts and maps of a publication draw the register has since revised, from what to what. */
export async function revisedSeries(reading: Reading, publication: Publication): Promise<RevisedFigure[]> {
  const revised: RevisedFigure[] = []
  const known = new Map<string, Now | undefined>()
  for (const series of await seriesOfPublication(reading.db, publication.id)) {
    const key = [series.of, periodOf(series), kindOf(series)].join('|')
    if (!known.has(key)) known.set(key, await seriesNow(reading, publication, series))
    revised.push(...revisedPoints(series, known.get(key)))
  }
  return revised
}

/** The published measure of each chart of a publication, with the periods that it draws. */
export async function drawnPeriods({ db }: Pick<Deps, 'db'>, publicationId: string, slug: string): Promise<string[]> {
  const all = await seriesOfPublication(db, publicationId)
  return all.filter(({ of }) => of === slug).flatMap(({ points }) => points.map(({ key }) => key))
}

function revisedPoints({ of, number, caption, points }: ChartSeries, now: Now | undefined): RevisedFigure[] {
  const { measure, words } = now ?? { measure: { slug: of, title: caption }, words: plainWords }
  return points.flatMap(({ key, label, value }): RevisedFigure[] => {
    const current = now?.values.get(key) ?? null
    if (isSame(value, current)) return []
    const kind = current === null ? 'withdrawn' : 'value'
    const place = { period: { code: key, label }, charts: [number], figures: [] }
    const taken = now?.taken?.get(key)
    const since = { revisedOn: taken?.on ?? null, file: taken?.file ?? null }
    return [{ kind, measure, ...place, from: words(value), to: words(current), ...since }]
  })
}

const plainWords = (value: number | null) =>
  value === null ? '' : formatNumber(value, Number.isInteger(value) ? 0 : 2)

async function seriesNow(reading: Reading, publication: Publication, series: ChartSeries): Promise<Now | undefined> {
  if (isMap(series)) return mapNow(reading, publication, series)
  const { db, today, knownOn } = reading
  const measure = await publishedMeasureBySlug(db, series.of)
  if (!measure) return undefined
  const until = publication.particulars.periodUntil
  const picture = await publicPicture(db, measure, { today: today(), until, ...(knownOn && { knownOn }) })
  return {
    measure: { slug: measure.slug, title: measure.title },
    values: new Map(picture.series.map(({ period, value }) => [period.code, value])),
    words: (value) => factWords(measure, value),
  }
}

/** The numbers of a map are named by their period and area: '2024-04..2025-03/E07000008'. */
const isMap = ({ points }: ChartSeries) => points.some(({ key }) => /\/[A-Z]\d{8}$/.test(key))
const periodOf = (series: ChartSeries) => (isMap(series) ? (series.points[0]?.key.replace(/\/[^/]+$/, '') ?? '') : '')
const kindOf = (series: ChartSeries) =>
  isMap(series) ? (series.points[0]?.key.split('/').at(-1) ?? '').slice(0, 3) : ''

/** The kind of area that a code of a map's areas is of, as maps are asked for. */
const BY: Readonly<Record<string, string>> = {
  ...{ E05: 'ward', W05: 'ward', E22: 'csp', W14: 'csp', E23: 'force', W15: 'force', E01: 'lsoa', W01: 'lsoa' },
}

async function mapNow(reading: Reading, publication: Publication, series: ChartSeries): Promise<Now | undefined> {
  const [first, by, kind] = series.of.split('/')
  const period = periodOf(series)
  const attributes: Record<string, string> =
    first === 'crime' && by
      ? { by, period, ...(kind && { kind }) }
      : { measure: series.of, period, by: BY[kindOf(series)] ?? 'district' }
  const { periodFrom: from, periodUntil: until } = publication.particulars
  const maps = await areaMaps(reading, [{ name: 'map', label: '', attributes }], {
    from,
    until,
    knownOn: reading.knownOn,
  })
  const made = maps.map(attributes)
  if (!made.ok) return undefined
  const { areas, period: of } = made.value
  const byKey = <T>(told: (area: AreaFigures['areas'][number]) => T) =>
    new Map(areas.map((area) => [`${of}/${area.code}`, told(area)]))
  return {
    measure: { slug: series.of, title: series.caption },
    values: byKey(({ value }) => value),
    taken: byKey(({ taken }) => taken),
    words: plainWords,
  }
}
