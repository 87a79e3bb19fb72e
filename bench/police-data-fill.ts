import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { forceOfCode, lsoaPlaces } from '#modules/geography/index.js'
import { type Db, writing } from '#platform/db/db.js'
import { FORCES, monthsOf, rowsOf, rowsQuery } from './police-data-files.js'

const PART = 'imports/000001-bench'
const MONTHS = 120
/** Outcomes are asked for by the year, from files of their own: two years of them stand for all. */
const MONTHS_OF_OUTCOMES = 24
/** Of a hundred crimes, so many stops: about half a million a year in the country, as in life. */
const STOPS_IN_A_HUNDRED = 8

type FileRow = Readonly<Record<string, string | number>>
type Kind = 'street' | 'outcomes' | 'stop-and-search'
type Size = { readonly months: number; readonly rowsAMonth: number }

/**
 * Ten years of street crime of every force, two of outcomes and ten of stops, as an import would have left them: Parquet
 * files by force and type in the lake, and their entries in the register. Crimes lie in real LSOAs of the force.
 */
export async function fillTenYears(db: Db, folder: string, rowsAMonth: number): Promise<void> {
  mkdirSync(join(folder, 'lake', PART), { recursive: true })
  const places = await lsoaPlaces(db)
  const waiting = Object.keys(FORCES).entries()
  const rows: FileRow[] = []
  const work = async () => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '900MB' })
    const connection = await instance.connect()
    await connection.run('create table places (slug varchar, lsoa varchar)')
    await insertPlaces(connection, places)
    for (const [at, force] of waiting) {
      rows.push(...(await fillForce(connection, join(folder, 'lake'), { at, force, rowsAMonth })))
      console.error(`${force}: written`)
    }
    connection.closeSync()
    instance.closeSync()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  await enter(db, rows)
}

async function insertPlaces(
  connection: DuckDBConnection,
  places: Awaited<ReturnType<typeof lsoaPlaces>>,
): Promise<void> {
  const known = places.flatMap(({ lsoa, force }) => {
    const slug = force && forceOfCode(force)?.slug
    return slug ? [`('${slug}', '${lsoa}')`] : []
  })
  await connection.run(`insert into places values ${known.join(', ')}`)
}

type Filling = { readonly at: number; readonly force: string; readonly rowsAMonth: number }

/** Writes one force. A year is worked out row by row and stands for each of the ten: only its months differ. */
async function fillForce(
  connection: DuckDBConnection,
  lake: string,
  { at, force, rowsAMonth }: Filling,
): Promise<FileRow[]> {
  const size = { months: MONTHS, rowsAMonth }
  const months = monthsOf(size)
  const first = 1 + at * 3 * MONTHS
  await connection.run(`create or replace temp table own as
    select row_number() over (order by lsoa) - 1 as nth, lsoa, count(*) over () as n from places where slug = '${force}'`)
  await connection.run(`create or replace temp table crimes as
    select '${force}' as force, rows.* replace (coalesce(own.lsoa, rows.lsoa) as lsoa)
    from (${rowsQuery(force, months.slice(-12), at, size)}) as rows
    left join own on own.nth = (rows.lsoa[2:]::integer - ${1_000_000 + at * 40_000}) % (select max(n) from own)
    order by nth`)
  await connection.run(`create or replace temp table stops as ${stopsQuery(force, months.slice(-12), size)}`)
  const outcomes = 'select * exclude (type, context) from crimes where outcome is not null'
  const parts: Part[] = [
    { type: 'street', rows: 'select * from crimes', months, first },
    { type: 'outcomes', rows: outcomes, months: months.slice(-MONTHS_OF_OUTCOMES), first: first + MONTHS },
    { type: 'stop-and-search', rows: 'select * from stops', months, first: first + 2 * MONTHS },
  ]
  const entries: FileRow[] = []
  for (const part of parts) {
    const parquet = `${PART}/${part.type}-${force}-1.parquet`
    const copy = `copy (${everyYear(part)}) to '${join(lake, parquet)}'`
    await connection.run(`${copy} (format parquet, row_group_size 20480)`)
    const about = { force, type: part.type, parquet, rows: rowsOf(force, size) }
    entries.push(...part.months.map((month, nth) => fileRow({ ...about, number: part.first + nth, month })))
  }
  return entries
}

type Part = { readonly type: Kind; readonly rows: string; readonly months: readonly string[]; readonly first: number }

function everyYear({ rows, months, first }: Part): string {
  const years = months.filter((_, nth) => nth % 12 === 0).map((month) => month.slice(0, 4))
  return years
    .map(
      (year, nth) => `select (${first + nth * 12} + nth)::integer as source,
        year.* exclude (nth) replace ('${year}' || "month"[5:] as "month") from (${rows}) as year`,
    )
    .join(' union all ')
}

function stopsQuery(force: string, months: readonly string[], size: Size): string {
  const pick = (texts: readonly string[], shift: number) =>
    `[${texts.map((text) => `'${text}'`).join(', ')}][((h >> ${shift}) % ${texts.length})::int + 1]`
  const at = `month || '-' || lpad(((h % 28) + 1)::varchar, 2, '0') || 'T12:00:00'`
  const groups = ['White', 'Asian or Asian British', 'Black or Black British', 'Mixed', 'Other']
  const stops = Math.round((rowsOf(force, size) * STOPS_IN_A_HUNDRED) / 100)
  return `select '${force}' as force, nth, month, ${at} || 'Z' as stopped_at,
      ${at} as local_at, ${pick(['Person search', 'Vehicle search', 'Person and Vehicle search'], 3)} as type,
      false as is_operation, null::varchar as operation, null::double as latitude, null::double as longitude,
      ${pick(['Male', 'Female'], 5)} as gender, ${pick(['10-17', '18-24', '25-34', 'over 34'], 7)} as age,
      ${pick(groups, 11)} as self_ethnicity, ${pick(groups, 17)} as officer_ethnicity,
      ${pick(['Misuse of Drugs Act 1971 (section 23)', 'Police and Criminal Evidence Act 1984 (section 1)'], 23)} as legislation,
      ${pick(['Controlled drugs', 'Offensive weapons', 'Stolen goods', 'Article for use in theft'], 29)} as object,
      ${pick(['A no further action disposal', 'Arrest', 'Community resolution', 'Caution (simple or conditional)'], 37)} as outcome,
      (h >> 41) % 2 = 0 as linked, false as more_than_outer
    from (select *, hash('${force} stop ' || i) as h, [${months.map((month) => `'${month}'`).join(', ')}][nth + 1] as month
      from (select i, i // ${stops} as nth from range(${stops * months.length}) r(i)))`
}

type Filled = {
  readonly number: number
  readonly force: string
  readonly month: string
  readonly type: Kind
  readonly parquet: string
  readonly rows: number
}

function fileRow({ number, force, month, type, parquet, rows }: Filled): FileRow {
  return {
    ...{ number, import_number: 1, force, month, type, release: '2024-12', known_on: '2024-12-31', parquet },
    ...{ name: `${month}-${force}-${type}.csv`, sha256: String(number).padStart(64, '0') },
    ...{ content_bytes: 1, row_count: rows, set_aside: 0 },
  }
}

async function enter(db: Db, rows: readonly FileRow[]): Promise<void> {
  await db.transaction(async (tx) => {
    const tables = writing<{ police_data_import: FileRow; police_data_file: FileRow }>(tx)
    const done = { number: 1, release: '2024-12', sources: '[]', summary: '{}' }
    const by = { imported_at: '2025-01-31', imported_by: 'Bench' }
    await tables
      .insertInto('police_data_import')
      .values({ ...done, ...by })
      .execute()
    for (const row of rows) await tables.insertInto('police_data_file').values(row).execute()
  })
}
