import type { IsoDate } from '#kernel/dates.js'
import {
  allMeasures,
  dueDays,
  followingPeriod,
  type Measure,
  measurePictures,
  nextPeriod,
  type Period,
  type SeriesPoint,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'

/** One measure that takes figures: its newest, when the next are due, and the ended periods that have none. */
export type DueMeasure = {
  readonly measure: Measure
  readonly latest: SeriesPoint | undefined
  readonly due: { readonly on: IsoDate; readonly isPast: boolean } | undefined
  /** Earlier periods first. None for kinds that follow no fixed rhythm. */
  readonly periods: readonly Period[]
  /** The periods that are known, earlier first: how often they came says when the next are due. */
  readonly known: readonly Period[]
}

/** Periods that follow each other, by the first and the last of them. */
export type PeriodRun = { readonly first: Period; readonly last: Period; readonly count: number }

/** The periods as runs of those that follow each other, so that years of them can be named in a line. */
export function runsOf(periods: readonly Period[]): PeriodRun[] {
  const runs: PeriodRun[] = []
  for (const period of periods) {
    const before = runs.at(-1)
    if (before && nextPeriod(before.last)?.code === period.code) {
      runs[runs.length - 1] = { ...before, last: period, count: before.count + 1 }
    } else runs.push({ first: period, last: period, count: 1 })
  }
  return runs
}

/** What one owner is asked for, what is longest due first. */
export type OwnersQueue = { readonly owner: string; readonly measures: readonly DueMeasure[] }

/** Said where a measure names nobody. */
const NO_OWNER = 'No owner named'

/** The queue of every owner, by name. Figures kept for the account of an earlier plan are asked of nobody. */
export async function dueFigures(deps: Pick<Deps, 'db' | 'today'>): Promise<OwnersQueue[]> {
  const measures = (await allMeasures(deps.db)).filter(({ formula }) => formula === null)
  const pictures = await measurePictures(deps.db, measures, await dueDays(deps))
  const asked = pictures.filter(({ isKept }) => !isKept)
  const queue = asked.map(({ measure, latest, nextDue, series }): DueMeasure => {
    const known = series.map(({ period }) => period)
    return { measure, latest, due: nextDue, periods: periodsWithout(series, deps.today()), known }
  })
  const byOwner = Map.groupBy(queue, ({ measure }) => measure.owner.trim() || NO_OWNER)
  return [...byOwner]
    .map(([owner, theirs]) => ({ owner, measures: theirs.toSorted(longestDueFirst) }))
    .sort((a, b) => BY_NAME.compare(a.owner, b.owner))
}

const BY_NAME = new Intl.Collator('en-GB')

function longestDueFirst(a: DueMeasure, b: DueMeasure): number {
  const [first, second] = [a.due?.on ?? '9999', b.due?.on ?? '9999']
  if (first !== second) return first < second ? -1 : 1
  return BY_NAME.compare(a.measure.title, b.measure.title)
}

/** Skipped periods among those that are known, and those that have ended since. */
function periodsWithout(series: readonly SeriesPoint[], today: IsoDate): Period[] {
  const periods = series.filter(({ importId }) => importId === null).map(({ period }) => period)
  const all = series.map(({ period }) => period)
  for (let next = followingPeriod(all); next && next.until <= today; next = followingPeriod(all)) {
    periods.push(next)
    all.push(next)
  }
  return periods
}
