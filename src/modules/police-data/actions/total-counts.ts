import type { CountSource } from '../data/counts.queries.js'
import { currentFiles, partsOfImports, totalsIn, totalsQuery } from '../data/releases.queries.js'
import { type CountBy, type CrimeSlice, PLACE_KINDS, placesOf } from '../domain/crime-slice.js'
import type { LakeDeps } from './count-source.js'
import { countedFile } from './counted-file.js'
import { FEWEST_RECORDS } from './placed-counts.js'

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 1

/**
 * Crimes of every file counted beforehand by kind and outcome, for questions that name no place: of all forces, any
 * release and any day. Each import has one such file, made when it is first asked for; neither ever changes.
 */
export async function totalSource(
  deps: LakeDeps,
  slice: CrimeSlice,
  by: readonly CountBy[],
  fewest = FEWEST_RECORDS,
): Promise<CountSource | undefined> {
  const needsPlace = PLACE_KINDS.some((kind) => by.includes(kind) || placesOf(slice)[kind].length > 0)
  if (needsPlace) return undefined
  const files = await currentFiles(deps.db, 'street', slice)
  if (files.reduce((sum, { rows }) => sum + rows, 0) < fewest) return undefined
  const parts = await partsOfImports(deps.db, new Set(files.map(({ importNumber }) => importNumber)))
  const paths: string[] = []
  for (const [number, parquets] of parts) {
    const rows = async () => ({ sql: totalsQuery(deps.lake.folder, parquets), values: [] })
    paths.push(await countedFile(deps, { name: `import-${number}`, about: [FORM, ...parquets], rows }))
  }
  return { rows: totalsIn(paths, files), places: '', forces: [], everywhere: [], isCounted: true }
}
