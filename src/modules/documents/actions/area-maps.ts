import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import {
  type AreaKind,
  areaByCodeOrName,
  areasOf,
  boundariesOf,
  boundaryCredit,
  kindOfCode,
} from '#modules/geography/index.js'
import { type CrimeByArea, crimeByArea } from '#modules/local-crime/index.js'
import {
  allImports,
  areaSeriesOf,
  type ImportFacts,
  type LatestObservation,
  type Measure,
  type PeriodRequest,
  type PublicView,
  parsePeriodRequest,
  periodLabel,
  publicSource,
  publicView,
  publishedMeasureBySlug,
  unitHeading,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import type { Attributes, Wanted } from '#platform/typesetting/source.js'
import { periodWords } from '../domain/figure-name.js'
import type { FigureDays } from './live-figures.js'

/** One area of a map: its figure as the public may see it, and its outline. */
export type MappedArea = {
  readonly code: string
  readonly name: string
  readonly value: number | null
  readonly isWithheld: boolean
  /** How many there are, where a rate stands on the map. */
  readonly count: number | null
  readonly outline: Awaited<ReturnType<typeof boundariesOf>>[number]['rings']
  /** When its figure was taken in, and in what; null where that is not told. */
  readonly taken: TakenIn | null
}

/** The day from which a figure of a map counts as known, and the file or release that it came in. */
export type TakenIn = {
  readonly on: IsoDate
  readonly file: { readonly title: string; readonly name: string; readonly sha256: string; readonly url: string } | null
}

/** The figures of areas with all that a map of them must say. */
export type AreaFigures = {
  /** What the numbers belong to, by name: a measure, or `crime` with its kind. */
  readonly of: string
  readonly period: string
  readonly title: string
  /** "burglaries for each 1,000 residents" */
  readonly unitLabel: string
  /** What one area is: "district". */
  readonly areaWord: string
  readonly unit: Measure['unit']
  readonly areas: readonly MappedArea[]
  /** The head of the column of counts, where a rate stands on the map. */
  readonly countLabel: string | null
  /** What lies in none of the areas, so that the table adds up. */
  readonly elsewhere: readonly (readonly [string, number])[]
  readonly source: string
  readonly note: string
}

/** Maps by what the author wrote. */
export type AreaMaps = { readonly map: (attributes: Attributes) => Result<AreaFigures, string> }

type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'>

/** Fetches the figures of every map that some texts ask for: of a measure by area, or of crimes, as the public may see them. */
export async function areaMaps(reading: Reading, wanted: readonly Wanted[], days: FigureDays): Promise<AreaMaps> {
  const found = new Map<string, Result<AreaFigures, string>>()
  for (const { name, attributes } of wanted) {
    if (name !== 'map' || found.has(keyOf(attributes))) continue
    const read = attributes.measure === undefined ? crimeMap : measureMap
    found.set(keyOf(attributes), await read(reading, attributes, days))
  }
  return { map: (attributes) => found.get(keyOf(attributes)) ?? err('There is no such map') }
}

const keyOf = ({ measure = '', by = '', kind = '', period = '' }: Attributes) => [measure, by, kind, period].join('|')

function askedPeriod(attributes: Attributes, days: FigureDays): Result<PeriodRequest, string> {
  const read = parsePeriodRequest(periodWords(attributes.period ?? 'period', days))
  return read.ok ? read : err(`“${attributes.period}” is no period: write 2024/25, 2024-03, 12m to 2025-03, or period`)
}

async function crimeMap(
  reading: Reading,
  attributes: Attributes,
  days: FigureDays,
): Promise<Result<AreaFigures, string>> {
  const period = askedPeriod(attributes, days)
  if (!period.ok) return period
  const [from, to] = [period.value.from.slice(0, 7), period.value.until.slice(0, 7)]
  const { by = 'district', kind } = attributes
  const crime = await crimeByArea(reading, { by, kind, from, to, knownOn: days.knownOn })
  if (!crime.ok) return crime
  const figures = crimeFigures(crime.value, `${from}..${to}`, kind)
  return hasOutlines(figures.areas) ? ok(figures) : err(noOutlines(crime.value.areaWord))
}

function crimeFigures(crime: CrimeByArea, period: string, kind: string | undefined): AreaFigures {
  const { by, rows, elsewhere, isRated, unit, areaWord, months, boundaries } = crime
  const unitLabel = `${unit}${isRated ? ' for each 1,000 residents' : ''}`
  return {
    ...{ of: ['crime', by, kind].filter(Boolean).join('/'), period, unitLabel, areaWord },
    title: `${capital(unitLabel)} by ${areaWord}, ${months}`,
    unit: isRated ? 'rate' : 'count',
    areas: rows.map(({ code, name, count, rate, isWithheld, outline }) => ({
      ...{ code, name, count, isWithheld, outline, taken: releaseTaken(crime.newest) },
      value: isRated ? (rate?.estimate ?? null) : count,
    })),
    countLabel: isRated ? capital(unit) : null,
    elsewhere: elsewhere
      ? [['Outside the police area', elsewhere.outsideArea] as const, ['No place known', elsewhere.noLocation] as const]
      : [],
    source: [crime.source, boundaries ? boundaryCredit(boundaries) : ''].filter(Boolean).join(' '),
    note: crime.notes.join(' '),
  }
}

/** A release of the police data as what a figure came in. */
function releaseTaken({ takenInAt, title }: CrimeByArea['newest']): TakenIn | null {
  if (takenInAt === null) return null
  return { on: ukDateOf(new Date(takenInAt)), file: { title, name: title, sha256: '', url: '' } }
}

async function measureMap(
  { db }: Reading,
  attributes: Attributes,
  days: FigureDays,
): Promise<Result<AreaFigures, string>> {
  const measure = await publishedMeasureBySlug(db, attributes.measure ?? '')
  if (!measure) return err(`There is no published measure “${attributes.measure}” to map`)
  const view = await publicView(db)
  const { withheld } = view
  const { knownOn } = days
  const series = await areaSeriesOf(db, measure.id, { ...(withheld && { withheld }), ...(knownOn && { knownOn }) })
  const by = kindAsked(attributes.by, [...series.keys()])
  if (!by) return err(`“${measure.title}” has no figures of areas that can be mapped: say by=district, ward or force`)
  const period = periodOfMap(attributes, days, series)
  if (!period.ok) return period
  const areas = await mappedAreas({ db }, series, { by, code: period.value.code, ...view })
  if (areas.every(({ value, isWithheld }) => value === null && !isWithheld))
    return err(`“${measure.title}” has no figures by ${AREA_WORDS[by]} for ${periodLabel(period.value)}`)
  const boundaries = await boundariesOf(db, by, areas.map(({ code }) => code).slice(0, 1))
  if (!hasOutlines(areas)) return err(noOutlines(AREA_WORDS[by]))
  return ok({
    ...{ of: measure.slug, period: period.value.code, areas, unit: measure.unit, areaWord: AREA_WORDS[by] },
    title: `${measure.title} by ${AREA_WORDS[by]}, ${periodLabel(period.value)}`,
    unitLabel: unitHeading(measure),
    ...{ countLabel: null, elsewhere: [] },
    source: [`${measure.source}.`, boundaries[0] ? boundaryCredit(boundaries[0].edition) : '']
      .filter(Boolean)
      .join(' '),
    note: measure.caveat,
  })
}

/** What an area of a kind is called. */
const AREA_WORDS: Readonly<Record<AreaKind, string>> = {
  ...{ lsoa: 'small area', ward: 'ward', district: 'district', csp: 'community safety partnership' },
  ...{ force: 'police area', county: 'county', 'combined-authority': 'combined authority' },
  ...{ region: 'region', country: 'country' },
}

/** The kind of area asked for; else that of most areas that have figures. */
function kindAsked(by: string | undefined, areas: readonly string[]): AreaKind | undefined {
  const kinds = areas.flatMap((area) => kindOfCode(area) ?? [])
  const named = Object.keys(AREA_WORDS).find((each) => each === by) as AreaKind | undefined
  if (by !== undefined) return named
  const counts = [...Map.groupBy(kinds, (kind) => kind)].sort(([, a], [, b]) => b.length - a.length)
  return counts[0]?.[0] ?? (areas.some((area) => area !== '') ? 'force' : undefined)
}

type Series = ReadonlyMap<string, readonly LatestObservation[]>

/** The period asked for; else the newest up to the end of the report that any area has a figure of. */
function periodOfMap(attributes: Attributes, days: FigureDays, series: Series): Result<PeriodRequest, string> {
  if (attributes.period !== undefined && attributes.period !== 'latest') return askedPeriod(attributes, days)
  const periods = [...series]
    .filter(([area]) => area !== '')
    .flatMap(([, points]) => points.flatMap(({ period, value }) => (value === null ? [] : [period])))
    .filter(({ until }) => until <= days.until)
    .sort((a, b) => (a.until < b.until ? 1 : -1))
  const [newest] = periods
  return newest ? ok(newest) : err('No figure of its areas is known up to the end of the report')
}

type Asked = { readonly by: AreaKind; readonly code: string } & PublicView

/** The areas of a kind that have figures, each with its figure of the period, by name. */
async function mappedAreas({ db }: Pick<Deps, 'db'>, series: Series, asked: Asked): Promise<MappedArea[]> {
  const { by, code, withheld } = asked
  const files = new Map((await allImports(db)).map((each) => [each.id, publicSource(each, withheld)]))
  const found = new Map<string, MappedArea>()
  const names = new Map((await areasOf(db, by)).map((area) => [area.code, area.name]))
  for (const [area, points] of series) {
    const known = names.has(area) ? { code: area } : await areaNamed(db, by, area)
    const point = points.find(({ period }) => period.code === code)
    if (!known) continue
    found.set(known.code, {
      ...{ code: known.code, name: names.get(known.code) ?? area, value: point?.value ?? null, count: null },
      ...{ isWithheld: point?.isWithheld ?? false, outline: [] },
      taken: point ? { on: point.knownOn, file: fileTaken(files.get(point.importId)) } : null,
    })
  }
  const outlines = new Map((await boundariesOf(db, by, [...found.keys()])).map((each) => [each.code, each.rings]))
  return [...found.values()]
    .map((area) => ({ ...area, outline: outlines.get(area.code) ?? [] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
}

function fileTaken(file: ImportFacts | undefined): TakenIn['file'] {
  return file ? { title: file.title, name: file.fileName, sha256: file.sha256, url: file.url ?? '' } : null
}

/** An area that a file calls by its name or an older code. */
async function areaNamed(db: Deps['db'], by: AreaKind, area: string): Promise<{ readonly code: string } | undefined> {
  if (area === '') return undefined
  const found = await areaByCodeOrName(db, by, area)
  return found.ok ? found.value : undefined
}

const hasOutlines = (areas: readonly MappedArea[]) => areas.some(({ outline }) => outline.length > 0)

const noOutlines = (word: string) =>
  `No outlines of a ${word} are held: take in the boundary file under National tables, or map by district`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
