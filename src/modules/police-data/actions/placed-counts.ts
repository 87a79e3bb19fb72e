import { forceOfSlug, lookupVersion } from '#modules/geography/index.js'
import { quoted } from '#platform/lake/lake.js'
import { type CountSource, type Grain, placedRows } from '../data/counts.queries.js'
import { currentFiles, currentRows } from '../data/releases.queries.js'
import { type CountBy, type CrimeSlice, placesOf } from '../domain/crime-slice.js'
import type { LakeFile } from '../domain/files.js'
import { type LakeDeps, sourceOf } from './count-source.js'
import { type CountedFile, countedFile, wasCounted } from './counted-file.js'

/** Fewer records are counted one by one, fast enough. */
export const FEWEST_RECORDS = 100_000

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 3

const GRAINS: readonly Grain[] = ['district', 'ward', 'lsoa']

/**
 * Crimes of one force counted beforehand by place, for questions about the newest releases that the counts can answer. A
 * file is made when it is first asked for, and anew after an import or a new lookup: its name says what it was counted
 * from. Undefined where the records themselves are to be counted.
 */
export async function placedSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
  fewest = FEWEST_RECORDS,
): Promise<CountSource | undefined> {
  const [force, ...others] = slice.forces ?? []
  const grain = grainFor(slice, by)
  if (force === undefined || others.length > 0 || !grain || slice.knownOn !== undefined) return undefined
  const files = await currentFiles(deps.db, 'street', { forces: [force] })
  const asked = files.filter(({ month }) => (slice.from ?? '') <= month && month <= (slice.to ?? '9999'))
  if (asked.reduce((sum, { rows }) => sum + rows, 0) < fewest) return undefined
  const path = await countedFile(deps, await placedFile(deps, force, grain, files))
  const rows = { sql: `read_parquet(${quoted(path)})`, values: [] }
  return { rows, places: '', forces: [], everywhere: [], isCounted: true, isPlaced: true }
}

/** Counts anew what was asked for before of these forces, so that nobody waits for it after an import. */
export async function countAnew(deps: LakeDeps, forces: readonly string[]): Promise<void> {
  for (const force of forces.filter((slug) => forceOfSlug(slug)?.code)) {
    const grains = GRAINS.filter((grain) => wasCounted(deps, nameOf(force, grain)))
    if (grains.length === 0) continue
    const files = await currentFiles(deps.db, 'street', { forces: [force] })
    for (const grain of grains) await countedFile(deps, await placedFile(deps, force, grain, files))
  }
}

/** Outcomes are kept down to wards: by outcome, LSOAs would be as many rows as there are records. */
function grainFor(slice: CrimeSlice, by: readonly CountBy[]): Grain | undefined {
  const { ward, lsoa } = placesOf(slice)
  const withOutcome = by.includes('outcome') || (slice.outcomes?.length ?? 0) > 0
  if (by.includes('lsoa') || lsoa.length > 0) return withOutcome ? undefined : 'lsoa'
  if (by.includes('ward') || ward.length > 0) return withOutcome ? 'ward' : 'lsoa'
  return 'district'
}

const nameOf = (force: string, grain: Grain) => `${force}-by-${grain}`

async function placedFile(
  deps: LakeDeps,
  force: string,
  grain: Grain,
  files: readonly LakeFile[],
): Promise<CountedFile> {
  const slice = { forces: [force] }
  return {
    name: nameOf(force, grain),
    about: [FORM, await lookupVersion(deps.db), ...files.map(({ number }) => number)],
    rows: async () => {
      const rows = await currentRows(deps.db, deps.lake.folder, 'street-counts', slice)
      return { sql: placedRows(await sourceOf(deps, rows, slice), grain), values: rows.values }
    },
  }
}
