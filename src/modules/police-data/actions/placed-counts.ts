import { forceOfSlug, lookupVersion } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { quotedList } from '#platform/lake/lake.js'
import { type CountSource, GRAINS, type Grain, placedRows } from '../data/counts.queries.js'
import { currentFiles, currentRows } from '../data/releases.queries.js'
import { type CrimeSlice, type GroupBy, placesOf } from '../domain/crime-slice.js'
import { ASB } from '../domain/crime-type.js'
import type { LakeFile } from '../domain/files.js'
import type { Month } from '../domain/month.js'
import { type LakeDeps, sourceOf } from './count-source.js'
import { type CountedFile, countedFile, wasCounted } from './counted-file.js'
import { ownForce } from './own-force.js'
import { atlasOf } from './places-in-lake.js'

/** Fewer records are counted one by one, fast enough. */
export const FEWEST_RECORDS = 100_000

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 4

/**
 * Crimes of one force counted beforehand by place, for questions about the newest releases that the counts can answer. A
 * year has a file of its own, which is made when it is first asked for, and anew after an import or a new lookup: its
 * name says what it was counted from. Undefined where the records themselves are to be counted.
 */
export async function placedSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly GroupBy[],
  fewest = FEWEST_RECORDS,
): Promise<CountSource | undefined> {
  const [force, ...others] = slice.forces ?? []
  const grain = grainFor(slice, by)
  if (force === undefined || others.length > 0 || !grain || slice.knownOn !== undefined) return undefined
  const years = yearsIn(await currentFiles(deps.db, 'street', { forces: [force] }))
  const asked = [...years].filter(([year]) => (slice.from ?? '').slice(0, 4) <= year && year <= (slice.to ?? '9999'))
  if (asked.flatMap(([, files]) => files).reduce((sum, { rows }) => sum + rows, 0) < fewest) return undefined
  const paths: string[] = []
  for (const [year, files] of asked)
    paths.push(await countedFile(deps, await placedFile(deps, { force, grain, year }, files)))
  const rows = { sql: `read_parquet(${quotedList(paths)})`, values: [] }
  const atlas = await atlasOf(deps.db)
  return { rows, places: '', atlas, forces: [], everywhere: [], isCounted: true, isPlaced: true }
}

/** So many forces of one import are counted by place at once, whichever they are; not those of the country. */
const FEW_FORCES = 4

/**
 * Counts the years that an import touched, so that nobody waits for it: all that can be asked of a few forces; of many,
 * all of the office's own, and what was asked for before of the others.
 */
export async function countAhead(
  deps: LakeDeps & Pick<Deps, 'today'>,
  forces: readonly string[],
  months: readonly Month[],
  fewest = FEWEST_RECORDS,
): Promise<void> {
  const touched = new Set(months.map((month) => month.slice(0, 4)))
  const whole = forces.length <= FEW_FORCES ? forces : [(await ownForce(deps))?.slug]
  for (const force of forces.filter((slug) => forceOfSlug(slug)?.code)) {
    const files = await currentFiles(deps.db, 'street', { forces: [force] })
    if (files.reduce((sum, { rows }) => sum + rows, 0) < fewest) continue
    for (const [year, own] of yearsIn(files)) {
      const ofYear = GRAINS.map((grain) => ({ force, grain, year })).filter(
        (part) => touched.has(year) && (whole.includes(force) || wasCounted(deps, nameOf(part))),
      )
      for (const part of ofYear) await countedFile(deps, await placedFile(deps, part, own))
    }
  }
}

/** The files of each calendar year. */
const yearsIn = (files: readonly LakeFile[]) => Map.groupBy(files, ({ month }) => month.slice(0, 4))

/** Outcomes are kept down to wards: by outcome, LSOAs would be as many rows as there are records. */
function grainFor(slice: CrimeSlice, by: readonly GroupBy[]): Grain | undefined {
  const { ward, lsoa } = placesOf(slice)
  const withOutcome = by.includes('outcome') || (slice.outcomes?.length ?? 0) > 0
  const small = by.includes('type') || slice.types?.some((type) => type !== ASB) ? 'lsoa' : 'lsoa-all'
  if (by.includes('lsoa') || lsoa.length > 0) return withOutcome ? undefined : small
  if (by.includes('ward') || ward.length > 0) return withOutcome ? 'ward' : small
  return 'district'
}

type PlacedPart = { readonly force: string; readonly grain: Grain; readonly year: string }

const nameOf = ({ force, grain, year }: PlacedPart) => `${force}-by-${grain}-${year}`

async function placedFile(deps: LakeDeps, part: PlacedPart, files: readonly LakeFile[]): Promise<CountedFile> {
  const { force, grain, year } = part
  const slice = { forces: [force], from: `${year}-01`, to: `${year}-12` }
  return {
    name: nameOf(part),
    about: [FORM, await lookupVersion(deps.db), ...files.map(({ number }) => number)],
    rows: async () => {
      const rows = await currentRows(deps.db, deps.lake.folder, 'street-counts', slice)
      return { sql: placedRows(await sourceOf(deps, rows, slice), grain), values: rows.values }
    },
  }
}
