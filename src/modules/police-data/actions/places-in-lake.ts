import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { areaNames, forceOfCode, lookupVersion, lsoaPlaces } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { quoted } from '#platform/lake/lake.js'

const FOLDER = 'places'

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 1

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

const COLUMNS = ['lsoa', 'lsoa_name', 'ward', 'ward_name', 'district', 'district_name', 'csp', 'csp_name', 'slug']

async function writePlaces({ db, lake, newId }: Pick<Deps, 'db' | 'lake' | 'newId'>, path: string): Promise<void> {
  const names = await areaNames(db)
  const nameOf = (code: string | null) => (code === null ? '' : (names.get(code) ?? code))
  const places = await lsoaPlaces(db)
  const values = places.map(({ lsoa, name, ward, district, csp, force }) => [
    ...[lsoa, name, ward ?? '', nameOf(ward), district ?? '', nameOf(district)],
    ...[csp ?? '', nameOf(csp), (force && forceOfCode(force)?.slug) ?? ''],
  ])
  mkdirSync(join(lake.folder, FOLDER), { recursive: true })
  const unfinished = `${path}.${newId()}.tmp`
  const columns = COLUMNS.map((column) => `nullif(unnest(?), '') as ${column}`)
  try {
    await lake.run(
      `copy (select ${columns.join(', ')}) to ${quoted(unfinished)} (format parquet)`,
      COLUMNS.map((_, at) => values.map((row) => row[at] ?? '')),
    )
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
