import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { formatMonth } from '#kernel/words.js'
import { CRIME_TYPES, monthsBetween, ownForce, pastImports } from '#modules/police-data/index.js'
import { spanInWords, wholeQuartersIn } from '../domain/crime-months.js'
import { peopleInWords } from '../domain/crime-rate.js'
import { KIND_WORDS } from '../domain/place.js'
import { type AreaCrime, type AreaKindWithin, type AreasWithin, areasWithin, areRated } from './areas-within.js'
import { coveredMonths, type Reading, releasesOf } from './crime-in-place.js'
import { CAVEAT, POINTS, SOURCE, unitOf } from './crime-measure.js'
import { wholeArea } from './find-place.js'

/** Which crimes are mapped: by which areas, of which kind (all without), in which months, as known on which day. */
export type CrimeMapQuestion = {
  readonly by: string
  /** A kind of crime by its name in addresses: 'burglary'. */
  readonly kind?: string | undefined
  readonly from: string
  readonly to: string
  readonly knownOn?: IsoDate | undefined
}

/** Crime in the areas of the whole police area, with all that must be said of it. */
export type CrimeByArea = Pick<AreasWithin, 'rows' | 'elsewhere' | 'boundaries'> & {
  readonly by: AreaKindWithin
  /** "district" */
  readonly areaWord: string
  /** "burglaries" */
  readonly unit: string
  /** Whether rates stand on the map: only where the residents of every area are known. */
  readonly isRated: boolean
  /** "the 12 months to March 2025" */
  readonly months: string
  readonly source: string
  /** The newest of the releases that its months come from, and when it was taken in. */
  readonly newest: { readonly title: string; readonly takenInAt: string | null }
  readonly notes: readonly string[]
}

const KINDS: readonly AreaKindWithin[] = ['district', 'csp', 'ward', 'lsoa']

/** Crime side by side in the areas of the police area, for papers; refused, and why, where it cannot all be told. */
export async function crimeByArea(reading: Reading, question: CrimeMapQuestion): Promise<Result<CrimeByArea, string>> {
  const by = KINDS.find((each) => each === question.by)
  if (!by) return err(`Crime is mapped by ${KINDS.join(', ')}, not by “${question.by}”`)
  const type = CRIME_TYPES.find(({ slug }) => slug === question.kind)
  if (question.kind && !type) return err(`There is no kind of crime “${question.kind}”`)
  const force = await ownForce(reading)
  if (!force) return err('The office has no police area yet: add it under The body')
  const held = await heldMonths(reading, force, question)
  if (!held.ok) return held
  const months = monthsBetween(question.from, question.to)
  const span = { from: question.from, to: question.to, months: months.length }
  const isWhole = type
    ? question.from.endsWith('-04') && question.to.endsWith('-03')
    : wholeQuartersIn(span)?.months === span.months
  if ((by === 'ward' || by === 'lsoa') && !isWhole)
    return err(
      `${KIND_WORDS[by].many} are told by whole ${type ? 'years from April to March' : 'quarters'}: name other months`,
    )
  const place = wholeArea(force)
  const { knownOn } = question
  const areas = await areasWithin(reading, { force, place, type, knownOn, span, spans: undefined }, by)
  const isRated = areRated(areas.rows)
  const used = releasesOf(held.value)
  const releases = used.map(({ release }) => formatMonth(release))
  return ok({
    ...{ ...areas, by, isRated, areaWord: KIND_WORDS[by].one, unit: unitOf(type), months: spanInWords(span) },
    source: `${SOURCE}, ${releases.length === 1 ? 'release' : 'releases'} of ${releases.join(', ')}.`,
    newest: await newestOf(reading, used[0]?.release),
    notes: [isRated ? peopleInWords(areas.rows.map(({ people }: AreaCrime) => people)) : '', POINTS, CAVEAT].filter(
      Boolean,
    ),
  })
}

async function newestOf({ db }: Reading, release = ''): Promise<CrimeByArea['newest']> {
  const taken = (await pastImports(db)).find((each) => each.release === release)
  return { title: `${SOURCE}, release of ${formatMonth(release)}`, takenInAt: taken?.importedAt ?? null }
}

/** The months asked for, each with its release; refused where the file of one is not there: a gap is not nought. */
async function heldMonths(
  reading: Reading,
  force: Parameters<typeof coveredMonths>[1],
  { from, to, knownOn }: CrimeMapQuestion,
): Promise<Result<Awaited<ReturnType<typeof coveredMonths>>, string>> {
  const covered = await coveredMonths(reading, force, knownOn)
  const last = covered.at(-1)?.month
  if (!reading.lake.isThere() || last === undefined) return err('There are no police data to map')
  const there = new Set(covered.map(({ month }) => month))
  const missing = monthsBetween(from, to).filter((month) => !there.has(month))
  if (missing.length === 0) return ok(covered.filter(({ month }) => from <= month && month <= to))
  const names = missing.length > 3 ? `${missing.length} of its months` : missing.map(formatMonth).join(', ')
  return err(
    `The force’s files of ${names} are not there: name other months with period=… (the newest is ${formatMonth(last)})`,
  )
}
