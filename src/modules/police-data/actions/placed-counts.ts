import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lookupVersion } from '#modules/geography/index.js'
import { quoted } from '#platform/lake/lake.js'
import { type CountSource, type Grain, placedRows } from '../data/counts.queries.js'
import { currentFiles, currentRows } from '../data/releases.queries.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { type LakeDeps, sourceOf } from './count-source.js'

const FOLDER = 'counts'

/** Forces with fewer records are counted from the records themselves fast enough. */
const FEWEST_RECORDS = 300_000

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 2

/** Small groups of rows, sorted by place: those of one district are read without the rest. */
const ROWS_READ_TOGETHER = 20_480

/**
 * Crimes of a large force counted beforehand, by district or finer, for questions about the newest releases that the
 * counts can answer. A file is made when it is first asked for, and anew after an import or a new lookup: its name says
 * what it was counted from. Undefined where the records themselves are to be counted.
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
  const about = [FORM, await lookupVersion(deps.db), ...files.map(({ number }) => number)]
  const version = createHash('sha256').update(about.join(' ')).digest('hex').slice(0, 16)
  const made: Made = { force, grain, path: join(deps.lake.folder, FOLDER, `${force}-by-${grain}-${version}.parquet`) }
  if (!existsSync(made.path)) await countedOnce(deps, made)
  const rows = { sql: `read_parquet(${quoted(made.path)})`, values: [] }
  return { rows, places: '', forces: [], everywhere: [], isPlaced: true }
}

/** By LSOA only inside some area: the whole of a force is read from its records, month by month. */
function grainFor({ districts, csps, wards, lsoas, outcomes }: CrimeSlice, by: readonly CountBy[]): Grain | undefined {
  const [isSmall, isInside] = [
    [wards, lsoas],
    [districts, csps, wards, lsoas],
  ].map((lists) => lists.some((codes) => (codes?.length ?? 0) > 0))
  if (!isSmall && !by.includes('ward') && !by.includes('lsoa')) return 'district'
  return isInside && !by.includes('outcome') && !outcomes?.length ? 'lsoa' : undefined
}

type Made = { readonly force: string; readonly grain: Grain; readonly path: string }

/** What is being counted in this process: a second question waits for the first. */
const counting = new Map<string, Promise<void>>()

function countedOnce(deps: LakeDeps, made: Made): Promise<void> {
  const begun = counting.get(made.path) ?? countBeforehand(deps, made).finally(() => counting.delete(made.path))
  counting.set(made.path, begun)
  return begun
}

async function countBeforehand(deps: LakeDeps, { force, grain, path }: Made): Promise<void> {
  const { db, lake, newId } = deps
  const slice = { forces: [force] }
  const source = await sourceOf(deps, await currentRows(db, lake.folder, 'street-counts', slice), slice)
  const folder = join(lake.folder, FOLDER)
  mkdirSync(folder, { recursive: true })
  const unfinished = `${path}.${newId()}.tmp`
  try {
    await lake.run(
      `copy (${placedRows(source, grain)}) to ${quoted(unfinished)} (format parquet, row_group_size ${ROWS_READ_TOGETHER})`,
      source.rows.values,
    )
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
  const isOlder = (name: string) =>
    name.startsWith(`${force}-by-${grain}-`) && name.endsWith('.parquet') && join(folder, name) !== path
  for (const name of readdirSync(folder).filter(isOlder)) rmSync(join(folder, name), { force: true })
}
