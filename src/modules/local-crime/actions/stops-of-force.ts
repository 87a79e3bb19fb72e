import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type MeasureDraft, type MeasurePicture, pictureOfMonths } from '#modules/measures/index.js'
import {
  monthsCovered,
  type OwnForce,
  type StopBy,
  type StopRates,
  type StopRow,
  stopCounts,
  stopRates,
} from '#modules/police-data/index.js'
import { monthSeries, newestSpan, type Span } from '../domain/crime-months.js'
import { type NoCrime, type Reading, type ReleaseUse, releasesOf } from './crime-in-place.js'
import { MISSING_MONTH, SOURCE_URL } from './crime-measure.js'

/** The parts by which stops and searches are told, each with what it is called. */
const STOP_PARTS = [
  { by: 'object', caption: 'What was searched for' },
  { by: 'outcome-group', caption: 'What came of it' },
  { by: 'age', caption: 'Age of the person' },
  { by: 'gender', caption: 'Gender of the person' },
  { by: 'type', caption: 'What was searched' },
  { by: 'legislation', caption: 'Under which law' },
] as const satisfies readonly { readonly by: StopBy; readonly caption: string }[]

/** One table of parts: what is not known stands last, never left out. */
export type StopPart = {
  readonly by: StopBy
  readonly caption: string
  readonly rows: readonly { readonly name: string | null; readonly count: number; readonly share: number }[]
}

/** Stop and search by one force. */
export type ForceStops = {
  readonly force: OwnForce
  readonly picture: MeasurePicture
  readonly span: Span
  readonly rates: StopRates
  readonly parts: readonly StopPart[]
  readonly releases: readonly ReleaseUse[]
}

/** Stop and search in the whole police area, over the newest months that are all there. */
export async function stopsOfForce(
  reading: Reading,
  force: OwnForce,
  knownOn?: IsoDate,
): Promise<Result<ForceStops, NoCrime>> {
  const dated = { forces: [force.slug], ...(knownOn && { knownOn }) }
  const [coverage] = await monthsCovered(reading.db, 'stop-and-search', dated)
  const covered = (coverage?.months ?? []).flatMap(({ month, release }) => (release ? [{ month, release }] : []))
  const byMonth = await stopCounts(reading, dated, ['month'])
  if (!byMonth.ok) return byMonth
  const series = monthSeries(
    new Map(byMonth.value.map(({ month, count }) => [String(month), count])),
    covered.map(({ month }) => month),
  )
  const span = newestSpan(series)
  if (!span) return err({ code: 'no-files', first: await firstRelease(reading, force) })
  const slice = { from: span.from, to: span.to, ...(knownOn && { knownOn }) }
  const rates = await stopRates(reading, force.slug, slice)
  if (!rates.ok) return rates
  const parts: StopPart[] = []
  for (const { by, caption } of STOP_PARTS) {
    const counted = await stopCounts(reading, { ...slice, forces: [force.slug] }, [by])
    if (counted.ok) parts.push({ by, caption, rows: sharesOf(counted.value, by) })
  }
  const months = series.map(({ month, count }) => ({ month, value: count, note: count === null ? MISSING_MONTH : '' }))
  const picture = pictureOfMonths({ slug: 'stops', of: stopsMeasure(force), months, breaks: [] })
  return ok({ force, picture, span, rates: rates.value, parts, releases: releasesOf(covered) })
}

async function firstRelease({ db }: Reading, { slug }: OwnForce): Promise<string | null> {
  const [coverage] = await monthsCovered(db, 'stop-and-search', { forces: [slug] })
  return (coverage?.months ?? []).flatMap(({ release }) => release ?? []).sort()[0] ?? null
}

/** The commonest first, ages from the youngest. */
function sharesOf(rows: readonly StopRow[], by: StopBy): StopPart['rows'] {
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const order = (a: StopPart['rows'][number], b: StopPart['rows'][number]) =>
    by === 'age' ? youngest(a.name) - youngest(b.name) : b.count - a.count
  return rows
    .map((row) => ({ name: nameOf(row[by]), count: row.count, share: (100 * row.count) / all }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || order(a, b))
}

/** The age from which a range such as "18-24", "over 34" or "under 10" runs. */
function youngest(range: string | null): number {
  if (range?.startsWith('under')) return 0
  return Number(range?.match(/\d+/)?.[0] ?? 0)
}

const nameOf = (value: string | boolean | null | undefined) =>
  value === null || value === undefined ? null : String(value)

function stopsMeasure({ name, area, code }: OwnForce): MeasureDraft {
  return {
    ...{ title: `Stop and search in ${area}`, unit: 'count', unitLabel: 'stops and searches', polarity: 'neither' },
    definition: 'Stops and searches in the files of the month, by the clock at home.',
    ...{ frequency: 'month', numerator: `Stops and searches by ${name}`, denominator: '', isHeadline: false },
    ...{ source: 'data.police.uk, stop and search files', sourceUrl: SOURCE_URL, owner: name },
    geography: `${area} (${code})`,
    caveat: 'A row is one person or vehicle searched, so that one stop can be several rows.',
  }
}
