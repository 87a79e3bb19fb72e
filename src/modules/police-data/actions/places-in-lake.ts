import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaNames, forceOfCode, type LsoaPlace, lookupVersion, lsoaPlaces } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { quoted } from '#platform/lake/lake.js'
import type { Atlas } from '../data/counts.queries.js'

const FOLDER = 'places'

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 3

/**
 * Where each LSOA lies, as the lake joins it: a small Parquet file for each version of the lookups, made when it is first
 * asked for. Answers with what stands in a query for its rows.
 */
export async function placesInLake(deps: Pick<Deps, 'db' | 'lake' | 'newId'>): Promise<string> {
  const version = await lookupVersion(deps.db)
  const name = `${version.replaceAll(/[^\w.-]/g, '_')}-${FORM}.parquet`
  const path = join(deps.lake.folder, FOLDER, name)
  if (!existsSync(path)) await writePlaces(deps, path)
  return `read_parquet(${quoted(path)})`
}

/** The places by LSOA, made once for each version of the lookups. */
const byLsoa = new WeakMap<readonly LsoaPlace[], ReadonlyMap<string, LsoaPlace>>()

/** Where each LSOA lies, for what the lake tells by codes alone. */
export async function atlasOf(db: Deps['db']): Promise<Atlas> {
  const [places, names] = [await lsoaPlaces(db), await areaNames(db)]
  const known = byLsoa.get(places) ?? new Map(places.map((place) => [place.lsoa, place]))
  byLsoa.set(places, known)
  return { placeOf: (lsoa) => known.get(lsoa), nameOf: (code) => names.get(code) ?? code }
}

/** Small groups, sorted by force: the places of one force are read without the rest. */
const ROWS_READ_TOGETHER = 2048

const COLUMNS = ['lsoa', 'ward', 'district', 'csp', 'slug']

async function writePlaces({ db, lake, newId }: Pick<Deps, 'db' | 'lake' | 'newId'>, path: string): Promise<void> {
  const rows = (await lsoaPlaces(db)).map(({ lsoa, ward, district, csp, force }) => {
    const slug = (force && forceOfCode(force)?.slug) || null
    return [lsoa, ward, district, csp, slug]
  })
  mkdirSync(join(lake.folder, FOLDER), { recursive: true })
  const [text, unfinished] = [`${path}.${newId()}.csv`, `${path}.${newId()}.tmp`]
  const columns = COLUMNS.map((column) => `${column}: 'varchar'`).join(', ')
  try {
    writeFileSync(text, rows.map((row) => `${row.map(csvCell).join(',')}\n`).join(''))
    await lake.run(
      `copy (from read_csv(${quoted(text)}, columns = {${columns}}, header = false, auto_detect = false,
        delim = ',', quote = '"', escape = '"', nullstr = '') order by slug, lsoa)
        to ${quoted(unfinished)} (format parquet, row_group_size ${ROWS_READ_TOGETHER})`,
    )
    renameSync(unfinished, path)
  } finally {
    rmSync(text, { force: true })
    rmSync(unfinished, { force: true })
  }
}

/** Nothing stands as nothing at all, text always in quotes. */
function csvCell(text: string | null): string {
  return text === null ? '' : `"${text.replaceAll('"', '""')}"`
}
