import type { IsoDate } from '#kernel/dates.js'
import { forceOfSlug, populationOf } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import { Obstacle } from '#platform/errors.js'
import { currentFiles } from '../data/releases.queries.js'
import { type BoundSlice, type ReleasedMonths, wasCounted, wholeMonths } from '../domain/binding.js'
import { sliceRefusalInWords } from '../domain/crime-slice.js'
import { lastDayOf, type Month, monthAfter } from '../domain/month.js'
import { crimeCounts } from './count-crimes.js'
import type { LakeDeps } from './count-source.js'

/** The releases of the street files of a slice, oldest first. */
export async function releasesOf(db: Db, { forces, from }: Pick<BoundSlice, 'forces' | 'from'>): Promise<Month[]> {
  const found: Month[] = []
  let before: IsoDate | undefined
  // From the newest back: what was known before a release holds the release before it.
  for (;;) {
    const files = await currentFiles(db, 'street', {
      forces,
      ...(from && { from }),
      ...(before && { knownOn: before }),
    })
    const newest = files
      .map(({ release }) => release)
      .sort()
      .at(-1)
    if (newest === undefined) return found
    found.unshift(newest)
    before = lastDayOf(monthAfter(newest, -1))
  }
}

/** The months that one release brought or replaced, as it has them, and its files. A missing month stays missing. */
export async function monthsOfRelease(deps: LakeDeps, slice: BoundSlice, release: Month): Promise<ReleasedMonths> {
  const knownOn = lastDayOf(release)
  const span = { forces: slice.forces, ...(slice.from && { from: slice.from }), knownOn }
  const files = await currentFiles(deps.db, 'street', span)
  const own = [...wholeMonths(files, slice.forces)].filter(([, newest]) => newest === release).map(([month]) => month)
  const months = own.filter((month) => wasCounted(month, slice)).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return { release, knownOn, months: [], files: [] }
  const counts = await crimeCounts(deps, { ...slice, from: first, to: last, knownOn }, ['month'])
  if (!counts.ok) throw new Obstacle(sliceRefusalInWords(counts.error))
  const byMonth = new Map(counts.value.map(({ month = '', count }) => [month, count]))
  const used = files.filter(({ month }) => months.includes(month))
  return {
    ...{ release, knownOn },
    months: months.map((month) => ({ month, count: byMonth.get(month) ?? 0 })),
    files: used.map(({ name, sha256 }) => ({ name, sha256 })),
  }
}

/** How many people live where a slice counts, in the year of a month or the nearest known; null where it is not known. */
export async function residentsOf(
  db: Db,
  slice: BoundSlice,
  month: Month,
): Promise<{ readonly people: number; readonly year: number; readonly source: string } | null> {
  const { districts = [], csps = [], wards = [], lsoas = [] } = slice
  const named = [districts, csps, wards, lsoas].find((codes) => codes.length > 0)
  const codes = named ?? slice.forces.map((force) => forceOfSlug(force)?.code ?? '')
  let people = 0
  const [years, sources] = [new Set<number>(), new Set<string>()]
  for (const code of codes) {
    const own = code === '' ? null : await populationOf(db, code, Number(month.slice(0, 4)))
    if (!own) return null
    people += own.people
    years.add(own.year)
    sources.add(own.source)
  }
  const [year = 0] = [...years].sort((a, b) => a - b)
  return people > 0 ? { people, year, source: [...sources].join('; ') } : null
}
