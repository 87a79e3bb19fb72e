import type { IsoDate } from '#kernel/dates.js'
import { err, type Result } from '#kernel/result.js'
import { areasOf, currentBody } from '#modules/body/index.js'
import {
  areaSeriesOf,
  comparePeriods,
  hasFiguresOfOthers,
  type LatestObservation,
  type Measure,
  OWN_AREA,
  type Period,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { allComparedAreas, allGroups, membersOf } from '../data/comparisons.queries.js'
import { areaNamed, type ComparedArea } from '../domain/area.js'
import { type AreaComparison, type CompareRefusal, compareAreas } from '../domain/compare.js'
import { type ComparisonGroup, type Member, membersOn } from '../domain/group.js'
import { areaFigures, type FigureOfArea, pooledRest } from './area-figures.js'

/** Which figures are compared: of one period (the newest of our own if none is said), as known on a day. */
export type CompareOptions = {
  readonly period?: string | undefined
  readonly knownOn?: IsoDate | undefined
  /** Lets figures of several releases, or of several states, stand beside one another; it is said. */
  readonly isMixingAllowed?: boolean | undefined
  /** What the public may not see, for pages that it reads. */
  readonly withheld?: SeriesOptions['withheld']
}

type SeriesOptions = NonNullable<Parameters<typeof areaSeriesOf>[2]>

/** Why a measure is not compared at all, or not in this period. */
export type MeasureRefusal =
  | CompareRefusal
  | { readonly code: 'counts-of-unequal-areas' }
  | { readonly code: 'no-figures' }

/** A measure beside that of other areas. */
export type MeasureComparison = {
  readonly measure: Measure
  readonly group: ComparisonGroup
  readonly ownName: string
  readonly period: Period | null
  /** Every period in which our own area and another have a figure, the newest first. */
  readonly periods: readonly Period[]
  /** Members on the last day of the period that have no figure for it, and why. */
  readonly absent: readonly { readonly name: string; readonly why: string }[]
  /** The day as known on which an older release was taken, because a newer one does not cover every area. */
  readonly takenBack: IsoDate | null
  readonly result: Result<AreaComparison, MeasureRefusal>
}

/** Compares a measure of our own area with the same measure of the others in a group. Reads only. */
export async function compareMeasure(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  measure: Measure,
  group: ComparisonGroup,
  options: CompareOptions = {},
): Promise<MeasureComparison> {
  const areas = await allComparedAreas(db)
  const own = await ownArea({ db, today }, areas)
  const members = await membersOf(db, group.id)
  const read = async (knownOn: IsoDate | undefined) => {
    const { withheld } = options
    const series = await areaSeriesOf(db, measure.id, { ...(knownOn && { knownOn }), ...(withheld && { withheld }) })
    return byCode(series, areas, own.code)
  }
  const series = await read(options.knownOn)
  const periods = sharedPeriods(series, own.code, new Set(members.map(({ areaCode }) => areaCode)))
  const period = periods.find(({ code }) => code === options.period) ?? (options.period ? undefined : periods[0])
  const shared = { measure, group, ownName: own.name, periods }
  if (!period) return { ...shared, ...NOTHING, result: err({ code: 'no-figures' }) }
  const there = withOwn(membersOn(members, period.until), own)
  const taken = await oneRelease(series, there, { period, read })
  const { found, absent } = figuresIn(taken.series, there, period)
  const result = compared(measure, found, options.isMixingAllowed ?? false)
  return { ...shared, period, absent, takenBack: taken.on, result }
}

/** Whether there is a group, public or for staff, to compare this measure with, and a figure of another area. */
export async function canCompare({ db }: Pick<Deps, 'db'>, measure: Measure, isPublic: boolean): Promise<boolean> {
  if (measure.unit === 'count' || !(await hasFiguresOfOthers(db, measure.id))) return false
  return (await allGroups(db)).some(({ isPublishable }) => isPublishable || !isPublic)
}

const NOTHING = { period: null, absent: [], takenBack: null } as const

type Series = ReadonlyMap<string, readonly LatestObservation[]>
type Place = { readonly code: string; readonly name: string; readonly isOwn: boolean }

async function ownArea({ db, today }: Pick<Deps, 'db' | 'today'>, areas: readonly ComparedArea[]): Promise<Place> {
  const body = await currentBody(db, today())
  const own = body ? (await areasOf(db, body.id, today())).find(({ kind }) => kind === 'police-area') : undefined
  const code = own?.code ?? OWN_AREA
  const name = areas.find((area) => area.code === code)?.name ?? own?.name ?? body?.shortName ?? 'Our area'
  return { code, name, isOwn: true }
}

/** Every series by the official code of its area; what the register holds without an area is our own. */
function byCode(series: Series, areas: readonly ComparedArea[], own: string): Series {
  const found = new Map<string, readonly LatestObservation[]>()
  for (const [area, figures] of series) {
    const code = area === OWN_AREA ? own : (areaNamed(areas, area)?.code ?? area)
    found.set(code, together(found.get(code) ?? [], figures))
  }
  return found
}

/** Figures that came under two names of one area, as one series: for a period in both, the one known last. */
function together(one: readonly LatestObservation[], other: readonly LatestObservation[]): LatestObservation[] {
  const latest = new Map<string, LatestObservation>()
  for (const figure of [...one, ...other]) {
    const there = latest.get(figure.period.code)
    if (!there || isLater(figure, there)) latest.set(figure.period.code, figure)
  }
  return [...latest.values()].sort((a, b) => comparePeriods(a.period, b.period))
}

function isLater(a: LatestObservation, b: LatestObservation): boolean {
  return a.knownOn === b.knownOn ? a.recordedAt > b.recordedAt : a.knownOn > b.knownOn
}

function sharedPeriods(series: Series, own: string, members: ReadonlySet<string>): Period[] {
  const others = new Set(
    [...series].flatMap(([code, figures]) =>
      code !== own && members.has(code)
        ? figures.flatMap(({ value, period }) => (value === null ? [] : period.code))
        : [],
    ),
  )
  const mine = (series.get(own) ?? []).filter(({ value, period }) => value !== null && others.has(period.code))
  return mine.map(({ period }) => period).toReversed()
}

/** Our own area stands in every comparison, whether the group names it or not. */
function withOwn(members: readonly Member[], own: Place): Place[] {
  const others = members.filter(({ areaCode }) => areaCode !== own.code)
  return [own, ...others.map(({ areaCode, areaName }) => ({ code: areaCode, name: areaName, isOwn: false }))]
}

type Reading = { readonly period: Period; readonly read: (knownOn: IsoDate) => Promise<Series> }

/** The figures of one release: if some areas were revised since, the newest day on which all were of one. */
async function oneRelease(series: Series, places: readonly Place[], { period, read }: Reading) {
  const days = daysOf(series, places, period)
  const [first] = days
  if (first === undefined || days.length === 1) return { series, on: null }
  const earlier = await read(first)
  const isWhole = daysOf(earlier, places, period).length === 1 && covered(earlier) === covered(series)
  return isWhole ? { series: earlier, on: first } : { series, on: null }

  function covered(all: Series): string {
    return figuresIn(all, places, period)
      .found.map(({ code }) => code)
      .join()
  }
}

function daysOf(series: Series, places: readonly Place[], period: Period): IsoDate[] {
  return [...new Set(figuresIn(series, places, period).found.map(({ observation }) => observation.knownOn))].sort()
}

function figuresIn(series: Series, places: readonly Place[], period: Period) {
  const found: FigureOfArea[] = []
  const absent: { name: string; why: string }[] = []
  for (const place of places) {
    const observation = series.get(place.code)?.find((each) => each.period.code === period.code)
    if (observation && observation.value !== null) found.push({ ...place, observation })
    else absent.push({ name: place.name, why: observation?.note || 'No figure for this period' })
  }
  return { found, absent }
}

function compared(measure: Measure, found: readonly FigureOfArea[], isMixingAllowed: boolean) {
  if (measure.unit === 'count') return err({ code: 'counts-of-unequal-areas' } as const)
  const figures = areaFigures(measure, found)
  return compareAreas({ figures, wanted: measure.polarity, rest: pooledRest(measure, figures), isMixingAllowed })
}
