import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lookupVersion } from '#modules/geography/index.js'
import { quoted } from '#platform/lake/lake.js'
import { type CountSource, placedRows } from '../data/counts.queries.js'
import { currentFiles, currentRows } from '../data/releases.queries.js'
import type { CountBy, CrimeSlice } from '../domain/crime-slice.js'
import { type LakeDeps, sourceOf } from './count-source.js'

const FOLDER = 'counts'

/** Forces with fewer records are counted from the records themselves fast enough. */
const FEWEST_RECORDS = 300_000

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 1

const COARSE: readonly CountBy[] = ['month', 'force', 'district', 'csp', 'type', 'outcome']

/**
 * Crimes of large forces counted beforehand by month, kind, outcome and district, for questions that ask for nothing
 * finer of the newest releases. The file of a force is made when it is first asked for, and anew after an import or a new
 * lookup: its name says which files it was counted from. Undefined where the records themselves are to be counted.
 */
export async function placedSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
  fewest = FEWEST_RECORDS,
): Promise<CountSource | undefined> {
  const [force, ...others] = slice.forces ?? []
  const isFine =
    (slice.wards?.length ?? 0) + (slice.lsoas?.length ?? 0) > 0 || !by.every((each) => COARSE.includes(each))
  if (force === undefined || others.length > 0 || isFine || slice.knownOn !== undefined) return undefined
  const files = await currentFiles(deps.db, 'street', { forces: [force] })
  const asked = files.filter(({ month }) => (slice.from ?? '') <= month && month <= (slice.to ?? '9999'))
  if (asked.reduce((sum, { rows }) => sum + rows, 0) < fewest) return undefined
  const about = [FORM, await lookupVersion(deps.db), ...files.map(({ number }) => number)]
  const name = `${force}-${createHash('sha256').update(about.join(' ')).digest('hex').slice(0, 16)}.parquet`
  const path = join(deps.lake.folder, FOLDER, name)
  if (!existsSync(path)) await countBeforehand(deps, force, path)
  return {
    rows: { sql: `read_parquet(${quoted(path)})`, values: [] },
    places: '',
    forces: [],
    everywhere: [],
    isPlaced: true,
  }
}

async function countBeforehand(deps: LakeDeps, force: string, path: string): Promise<void> {
  const { db, lake, newId } = deps
  const slice = { forces: [force] }
  const source = await sourceOf(deps, await currentRows(db, lake.folder, 'street-counts', slice), slice)
  const folder = join(lake.folder, FOLDER)
  mkdirSync(folder, { recursive: true })
  const unfinished = `${path}.${newId()}.tmp`
  try {
    await lake.run(`copy (${placedRows(source)}) to ${quoted(unfinished)} (format parquet)`, source.rows.values)
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
  const isOlder = (name: string) =>
    name.startsWith(`${force}-`) && name.endsWith('.parquet') && join(folder, name) !== path
  for (const name of readdirSync(folder).filter(isOlder)) rmSync(join(folder, name), { force: true })
}
