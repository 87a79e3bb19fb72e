import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaNames, forceOfCode, lookupVersion, lsoaPlaces } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import { quoted } from '#platform/lake/lake.js'

const FOLDER = 'places'

/** Tells apart files whose columns differ, should they ever change. */
const FORM = 2

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

/** Small groups, sorted by force: the places of one force are read without the rest. */
const ROWS_READ_TOGETHER = 2048

const COLUMNS = ['lsoa', 'lsoa_name', 'ward', 'ward_name', 'district', 'district_name', 'csp', 'csp_name', 'slug']

async function writePlaces({ db, lake, newId }: Pick<Deps, 'db' | 'lake' | 'newId'>, path: string): Promise<void> {
  const names = await areaNames(db)
  const named = (code: string | null) => (code === null ? [null, null] : [code, names.get(code) ?? code])
  const rows = (await lsoaPlaces(db)).map(({ lsoa, name, ward, district, csp, force }) => {
    const slug = (force && forceOfCode(force)?.slug) || null
    return [lsoa, name, ...named(ward), ...named(district), ...named(csp), slug]
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
