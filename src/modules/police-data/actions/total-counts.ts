import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CountSource } from '../data/counts.queries.js'
import { currentFiles, partsOfImports, totalsIn, totalsQuery } from '../data/releases.queries.js'
import { type CrimeSlice, type GroupBy, needsPlaces } from '../domain/crime-slice.js'
import { TOTALS_FILE } from '../domain/files.js'
import { type LakeDeps, NO_PLACES } from './count-source.js'
import { countedFile } from './counted-file.js'
import { FEWEST_RECORDS } from './placed-counts.js'

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 1

/**
 * Crimes of every file counted beforehand by kind and outcome, for questions that name no place: of all forces, any
 * release and any day. Each import has one such file, which never changes.
 */
export async function totalSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly GroupBy[],
  fewest = FEWEST_RECORDS,
): Promise<CountSource | undefined> {
  if (needsPlaces(slice, by)) return undefined
  const files = await currentFiles(deps.db, 'street', slice)
  if (files.reduce((sum, { rows }) => sum + rows, 0) < fewest) return undefined
  const parts = await partsOfImports(deps.db, new Set(files.map(({ importNumber }) => importNumber)))
  const paths: string[] = []
  for (const [number, parquets] of parts) paths.push(await totalsOf(deps, number, parquets))
  return { rows: totalsIn(paths, files), ...NO_PLACES, isCounted: true }
}

/** The totals that an import made; for one from before imports did, they are made when they are first asked for. */
async function totalsOf(deps: LakeDeps, number: number, parquets: readonly string[]): Promise<string> {
  const made = join(deps.lake.folder, dirname(parquets[0] ?? ''), TOTALS_FILE)
  if (existsSync(made)) return made
  const rows = async () => ({ sql: totalsQuery(deps.lake.folder, parquets), values: [] })
  return countedFile(deps, { name: `import-${number}`, about: [FORM, ...parquets], rows })
}
