import type { IsoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import { quotedList } from '#platform/lake/lake.js'
import type { FileType, LakeFile } from '../domain/files.js'
import { type Month, monthAfter } from '../domain/month.js'
import type { FilesTables } from './files.tables.js'

/** What to read of the lake: some forces or all, some months or all, as known on a day or now. */
export type LakeSlice = {
  readonly forces?: readonly string[]
  readonly from?: Month
  readonly to?: Month
  readonly knownOn?: IsoDate
}

/** The rows that count, as a piece of a query: `select … from ${sql} as crimes`. Its values come first. */
export type CurrentRows = { readonly sql: string; readonly values: readonly string[] }

/** Rows of the files, or of street crime only what is counted by, with a `crimes` to add up. */
export type RowKind = FileType | 'street-counts'

/** For each force, month and type the file of the newest release, by the day asked; of one release the last import. */
export async function currentFiles(db: Db, type: FileType, slice: LakeSlice = {}): Promise<LakeFile[]> {
  const { forces, from, to, knownOn } = slice
  const { current, byForce } = await everyFile(db, type)
  const held = [...byForce.keys()].sort()
  return (forces ? held.filter((force) => forces.includes(force)) : held).flatMap((force) => {
    const files = knownOn ? newestOf((byForce.get(force) ?? []).filter(isKnownOn(knownOn))) : current.get(force)
    return (files ?? []).filter(({ month }) => (!from || month >= from) && (!to || month <= to))
  })
}

const isKnownOn = (day: IsoDate) => (file: LakeFile) => file.knownOn <= day

/** Of files of one force and type, in order of release and number, the newest of each month, by month. */
function newestOf(files: readonly LakeFile[]): LakeFile[] {
  const newest = new Map(files.map((file) => [file.month, file]))
  return [...newest.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** All files of one type. */
type HeldFiles = {
  /** The highest number of any file when these were read. */
  readonly last: number
  /** In order of release and number. */
  readonly byForce: ReadonlyMap<string, readonly LakeFile[]>
  /** Of each force the newest of each month. */
  readonly current: ReadonlyMap<string, readonly LakeFile[]>
  /** How many files of any release and month stand in each Parquet file. */
  readonly inParquet: ReadonlyMap<string, number>
}

/** The files of each register and type, up to the highest number. Rows are only ever added, so these stay true. */
const remembered = new WeakMap<object, Map<FileType, HeldFiles>>()

/** Every file of a type, read again only after an import. */
async function everyFile(db: Db, type: FileType): Promise<HeldFiles> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file')
  const newest = await files.select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const last = newest?.number ?? 0
  const known = remembered.get(db) ?? new Map<FileType, HeldFiles>()
  remembered.set(db, known)
  const kept = known.get(type)
  if (kept?.last === last) return kept
  const rows = await files.selectAll().where('type', '=', type).orderBy('release').orderBy('number').execute()
  const byForce = Map.groupBy(rows.map(fileOf), ({ force }) => force)
  const current = new Map([...byForce].map(([force, own]) => [force, newestOf(own)]))
  const inParquet = new Map([...Map.groupBy(rows, ({ parquet }) => parquet)].map(([path, own]) => [path, own.length]))
  const held = { last, byForce, current, inParquet }
  known.set(type, held)
  return held
}

function fileOf(row: FilesTables['police_data_file']): LakeFile {
  const { number, force, month, release, name, sha256, parquet } = row
  const type = row.type as FileType
  return {
    ...{ number, force, month, type, release, name, sha256, parquet },
    importNumber: row.import_number,
    knownOn: row.known_on,
    rows: row.row_count,
    setAside: row.set_aside,
  }
}

/**
 * The rows that count, of the kind asked. Columns of street: source, force, month, crime_id, reported_by, falls_within,
 * longitude, latitude, location, lsoa, lsoa_name, type, outcome, context. Of street-counts: source, force, month, lsoa,
 * type, outcome, crimes (how many crimes each row stands for). Of outcomes: those of street but type and context. Of
 * stop-and-search: source, force, month (local), stopped_at (UTC text), local_at, type, is_operation, operation, latitude,
 * longitude, gender, age, self_ethnicity, officer_ethnicity, legislation, object, outcome, linked, more_than_outer.
 */
export async function currentRows(
  db: Db,
  lakeFolder: string,
  kind: RowKind,
  slice: LakeSlice = {},
): Promise<CurrentRows> {
  const isStops = kind === 'stop-and-search'
  const files = await currentFiles(
    db,
    kind === 'street-counts' ? 'street' : kind,
    isStops ? withNeighbours(slice) : slice,
  )
  if (files.length === 0) return { sql: `(select ${EMPTY[kind]} where false)`, values: [] }
  const paths = [...new Set(files.map(({ parquet }) => parquet))].sort()
  const list = quotedList(paths.map((path) => `${lakeFolder}/${path}`))
  const months = isStops ? monthsOf(slice) : { sql: 'true', values: [] }
  const inFiles = await countOfFilesIn(db, files, paths)
  const where = inFiles === files.length ? months.sql : `(${inRanges(files)}) and ${months.sql}`
  return { sql: `(select ${COLUMNS[kind]} from read_parquet(${list}) where ${where})`, values: months.values }
}

/** The Parquet files of street crime that each of these imports wrote, whatever of them still counts. */
export async function partsOfImports(
  db: Db,
  numbers: ReadonlySet<number>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const files = [...(await everyFile(db, 'street')).byForce.values()].flat()
  const meant = files.filter((file) => numbers.has(file.importNumber))
  const byImport = Map.groupBy(meant, (file) => file.importNumber)
  return new Map([...byImport].map(([number, own]) => [number, [...new Set(own.map(({ parquet }) => parquet))].sort()]))
}

/** Everything in Parquet files of street crime counted by file, kind and outcome: a query's text. */
export function totalsQuery(lakeFolder: string, parts: readonly string[]): string {
  return `select source, force, "month", "type", outcome, count(*)::integer as crimes
    from read_parquet(${quotedList(parts.map((path) => `${lakeFolder}/${path}`))}) group by all order by source`
}

/** Of counts made by `totalsQuery`, at these paths, those of the files that are meant. */
export function totalsIn(paths: readonly string[], files: readonly LakeFile[]): CurrentRows {
  return { sql: `(select * from read_parquet(${quotedList(paths)}) where ${inRanges(files)})`, values: [] }
}

/** How many files of any release and month stand in these Parquet files: with all of them current, nothing is sifted. */
async function countOfFilesIn(db: Db, [file]: readonly LakeFile[], paths: readonly string[]): Promise<number> {
  if (!file) return 0
  const { inParquet } = await everyFile(db, file.type)
  return paths.reduce((sum, path) => sum + (inParquet.get(path) ?? 0), 0)
}

/** Whose rows are meant, by runs of numbers: short, and parts of a file outside of them are not even read. */
function inRanges(files: readonly LakeFile[]): string {
  const runs: [number, number][] = []
  for (const { number } of [...files].sort((a, b) => a.number - b.number)) {
    const run = runs.at(-1)
    if (run && run[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([first, last]) => `source between ${first} and ${last}`).join(' or ')
}

/** A stop by the clock at home may fall in the month beside that of its file. */
function withNeighbours({ from, to, ...slice }: LakeSlice): LakeSlice {
  return { ...slice, ...(from && { from: monthAfter(from, -1) }), ...(to && { to: monthAfter(to) }) }
}

function monthsOf({ from, to }: LakeSlice): CurrentRows {
  const sql = ['true', ...(from ? ['"month" >= ?'] : []), ...(to ? ['"month" <= ?'] : [])].join(' and ')
  return { sql, values: [from, to].filter((month) => month !== undefined) }
}

/** What is read of the rows of each kind. */
const COLUMNS: Readonly<Record<RowKind, string>> = {
  ...{ street: '*', outcomes: '*', 'stop-and-search': '*' },
  'street-counts': 'source, force, "month", lsoa, "type", outcome, 1::integer as crimes',
}

const PLACE =
  'null::double as longitude, null::double as latitude, null::varchar as location, ' +
  'null::varchar as lsoa, null::varchar as lsoa_name'
const KEY = 'null::integer as source, null::varchar as force, null::varchar as month'
const CRIME = 'null::varchar as crime_id, null::varchar as reported_by, null::varchar as falls_within'

/** The columns of each kind where there is no row. */
const EMPTY: Readonly<Record<RowKind, string>> = {
  street: `${KEY}, ${CRIME}, ${PLACE}, null::varchar as type, null::varchar as outcome, null::varchar as context`,
  'street-counts': `${KEY}, null::varchar as lsoa, null::varchar as type, null::varchar as outcome,
    null::integer as crimes`,
  outcomes: `${KEY}, ${CRIME}, ${PLACE}, null::varchar as outcome`,
  'stop-and-search': `${KEY}, null::varchar as stopped_at, null::varchar as local_at, null::varchar as type,
    null::boolean as is_operation, null::varchar as operation, null::double as latitude, null::double as longitude,
    null::varchar as gender, null::varchar as age, null::varchar as self_ethnicity, null::varchar as officer_ethnicity,
    null::varchar as legislation, null::varchar as object, null::varchar as outcome, null::boolean as linked,
    null::boolean as more_than_outer`,
}
