import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Tx } from '#platform/db/db.js'
import { writing } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { type LakeValue, quoted } from '#platform/lake/lake.js'

/** A record of each kind, with what a test does not say filled in. */
export type StreetRecord = {
  readonly force?: string
  readonly month: string
  readonly id?: string | null
  readonly lsoa?: string | null
  readonly location?: string
  readonly at?: readonly [longitude: number, latitude: number] | null
  readonly type?: string
  readonly outcome?: string | null
}

export type OutcomeRecord = {
  readonly force?: string
  readonly month: string
  readonly id: string
  readonly lsoa?: string | null
  readonly outcome: string
}

export type StopRecord = {
  readonly force?: string
  readonly month: string
  readonly type?: string
  readonly gender?: string | null
  readonly age?: string | null
  readonly selfEthnicity?: string | null
  readonly officerEthnicity?: string | null
  readonly legislation?: string | null
  readonly object?: string | null
  readonly outcome?: string | null
  readonly linked?: boolean | null
}

/** What one release brings. A month of a force is there when a record of it is, or when it is named in `also`. */
export type Release = {
  readonly release: string
  readonly street?: readonly StreetRecord[]
  readonly outcomes?: readonly OutcomeRecord[]
  readonly stops?: readonly StopRecord[]
  /** Files without any record. */
  readonly also?: readonly { readonly force?: string; readonly month: string; readonly type: FileType }[]
}

type FileType = 'street' | 'outcomes' | 'stop-and-search'
type Row = Readonly<Record<string, LakeValue>>
type Kept = { readonly force: string; readonly month: string; readonly row: Row }

const FORCE = 'cambridgeshire'

let next = 1

/** Puts a release into the register and the lake as an import would. */
export async function fillLake(deps: Deps, release: Release): Promise<void> {
  const importNumber = next
  next += 1
  await deps.db.transaction(async (tx) => {
    await writing<PoliceTables>(tx)
      .insertInto('police_data_import')
      .values({
        ...{ number: importNumber, release: release.release, sources: '[]', summary: '{}' },
        ...{ imported_at: deps.now().toISOString(), imported_by: 'Command line' },
      })
      .execute()
    const kinds: [FileType, Kept[]][] = [
      ['street', (release.street ?? []).map(streetRow)],
      ['outcomes', (release.outcomes ?? []).map(outcomeRow)],
      ['stop-and-search', (release.stops ?? []).map(stopRow)],
    ]
    for (const [type, rows] of kinds) {
      const bare = (release.also ?? []).filter((each) => each.type === type)
      const keys = new Set([...rows, ...bare].map(({ force = FORCE, month }) => `${force}|${month}`))
      for (const key of keys) {
        const own = rows.filter(({ force, month }) => `${force}|${month}` === key).map(({ row }) => row)
        const [force = '', month = ''] = key.split('|')
        await fillFile(tx, deps, { importNumber, release: release.release, type, force, month, rows: own })
      }
    }
  })
}

type OneFile = {
  readonly importNumber: number
  readonly release: string
  readonly type: FileType
  readonly force: string
  readonly month: string
  readonly rows: readonly Row[]
}

async function fillFile(tx: Tx, deps: Deps, file: OneFile): Promise<void> {
  const { importNumber, release, type, force, month, rows } = file
  const number = next
  next += 1
  const parquet = `test-${number}.parquet`
  mkdirSync(deps.lake.folder, { recursive: true })
  await writeParquet(deps, {
    path: parquet,
    columns: COLUMNS[type],
    rows: rows.map((row) => ({ ...row, source: number })),
  })
  const [year = 0, monthOfYear = 0] = release.split('-').map(Number)
  await writing<PoliceTables>(tx)
    .insertInto('police_data_file')
    .values({
      ...{ number, import_number: importNumber, force, month, type, release, parquet },
      known_on: new Date(Date.UTC(year, monthOfYear, 0)).toISOString().slice(0, 10),
      ...{ name: `${month}-${force}-${type}.csv`, sha256: String(number).padStart(64, '0') },
      ...{ content_bytes: 1, row_count: rows.length, set_aside: 0 },
    })
    .execute()
}

async function writeParquet(
  deps: Deps,
  { path, columns, rows }: { path: string; columns: Readonly<Record<string, string>>; rows: readonly Row[] },
): Promise<void> {
  const names = Object.keys(columns)
  const typed = names.map((name) => `null::${columns[name]} as "${name}"`).join(', ')
  const values = rows.map(() => `(${names.map((name) => `?::${columns[name]}`).join(', ')})`).join(', ')
  const body = rows.length === 0 ? '' : ` union all values ${values}`
  await deps.lake.run(
    `copy (select ${typed} where false${body}) to ${quoted(join(deps.lake.folder, path))} (format parquet)`,
    rows.flatMap((row) => names.map((name) => row[name] ?? null)),
  )
}

const KEY = { source: 'integer', force: 'varchar', month: 'varchar' }
const CRIME = { crime_id: 'varchar', reported_by: 'varchar', falls_within: 'varchar' }
const PLACE = { longitude: 'double', latitude: 'double', location: 'varchar', lsoa: 'varchar', lsoa_name: 'varchar' }

const COLUMNS: Readonly<Record<FileType, Readonly<Record<string, string>>>> = {
  street: { ...KEY, ...CRIME, ...PLACE, type: 'varchar', outcome: 'varchar', context: 'varchar' },
  outcomes: { ...KEY, ...CRIME, ...PLACE, outcome: 'varchar' },
  'stop-and-search': {
    ...KEY,
    ...{ stopped_at: 'varchar', local_at: 'varchar', type: 'varchar', is_operation: 'boolean', operation: 'varchar' },
    ...{ latitude: 'double', longitude: 'double', gender: 'varchar', age: 'varchar', self_ethnicity: 'varchar' },
    ...{ officer_ethnicity: 'varchar', legislation: 'varchar', object: 'varchar', outcome: 'varchar' },
    ...{ linked: 'boolean', more_than_outer: 'boolean' },
  },
}

let crime = 0

function streetRow({ force = FORCE, month, lsoa = null, at = null, ...rest }: StreetRecord): Kept {
  const { type = 'Burglary', location = lsoa ? 'On or near High Street' : 'No Location' } = rest
  crime += 1
  const isAsb = type === 'Anti-social behaviour'
  const id = isAsb ? null : (rest.id ?? String(crime).padStart(64, '0'))
  const { outcome = isAsb ? null : 'Under investigation' } = rest
  const [longitude, latitude] = at ?? (lsoa ? [0.12, 52.2] : [null, null])
  const row = { force, month, crime_id: id, longitude, latitude, location, lsoa, lsoa_name: lsoa && `Name ${lsoa}` }
  return { force, month, row: { ...row, reported_by: force, falls_within: force, type, outcome, context: null } }
}

function outcomeRow({ force = FORCE, month, id, lsoa = null, outcome }: OutcomeRecord): Kept {
  return { force, month, row: { force, month, crime_id: id, lsoa, outcome, location: 'No location' } }
}

function stopRow({ force = FORCE, month, selfEthnicity = null, officerEthnicity = null, ...rest }: StopRecord): Kept {
  const { type = 'Person search', gender = 'Male', age = '18-24', object = 'Controlled drugs' } = rest
  const { legislation = 'Misuse of Drugs Act 1971 (section 23)', outcome = 'Arrest', linked = null } = rest
  const times = { stopped_at: `${month}-15T12:00:00Z`, local_at: `${month}-15T13:00:00` }
  const person = { gender, age, self_ethnicity: selfEthnicity, officer_ethnicity: officerEthnicity }
  return { force, month, row: { force, month, ...times, type, ...person, legislation, object, outcome, linked } }
}

type PoliceTables = {
  police_data_import: Record<'release' | 'sources' | 'summary' | 'imported_at' | 'imported_by', string> & {
    number: number
  }
  police_data_file: Record<
    'force' | 'month' | 'type' | 'release' | 'known_on' | 'name' | 'sha256' | 'parquet',
    string
  > &
    Record<'number' | 'import_number' | 'content_bytes' | 'row_count' | 'set_aside', number>
}
