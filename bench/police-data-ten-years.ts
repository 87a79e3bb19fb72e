import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { depsOver } from '#app/application.js'
import { openRegister } from '#app/open-register.js'
import { type CountBy, type CrimeSlice, crimeCounts } from '#modules/police-data/index.js'
import { configFrom } from '#platform/config.js'
import { type Db, writing } from '#platform/db/db.js'
import { FORCES, monthsOf, rowsOf, rowsQuery } from './police-data-files.js'
import { median, percentile, type Row } from './table.js'

const PART = 'imports/000001-bench'
const ASKED = 400

/**
 * What one force's pages ask while ten years of every force are loaded. The rows are written as Parquet at once, in the
 * form that an import gives them, since taking in 5,160 files would only measure the import again.
 */
export async function tenYears(folder: string, rowsAMonth: number): Promise<Row[]> {
  const settings = configFrom({ FRANKPLEDGE_DATA: folder })
  const db = await openRegister(settings)
  await fill(db, folder, { months: 120, rowsAMonth })
  const deps = await depsOver(db, settings)
  const forces = Object.keys(FORCES)
  const times: number[] = []
  const first: number[] = []
  for (let at = 0; at < ASKED; at += 1) {
    const force = forces[(at * 7) % forces.length] ?? ''
    const { slice, by } = QUESTIONS[Math.floor(at / forces.length) % QUESTIONS.length] ?? QUESTIONS[0]
    const began = performance.now()
    const counted = await crimeCounts(deps, { ...slice, forces: [force] }, by)
    const took = performance.now() - began
    if (!counted.ok) throw new Error('A page’s counts were refused')
    if (at < forces.length) first.push(took)
    else times.push(took)
  }
  await deps.lake.close()
  await db.close()
  const what = 'A page’s counts of one force, ten years of every force loaded'
  return [
    { what: `${what}: 95th percentile`, ours: percentile(times, 95), peer: null, unit: 'ms', goal: 'under 50' },
    { what: 'The same, median', ours: median(times), peer: null, unit: 'ms', goal: '' },
    { what: 'The first question about a force, median', ours: median(first), peer: null, unit: 'ms', goal: '' },
  ]
}

type Question = { readonly slice: Omit<CrimeSlice, 'forces'>; readonly by: readonly CountBy[] }

const lastYear = { from: '2024-01', to: '2024-12', includeAsb: false }

/** What the pages of an area ask: trends, kinds, outcomes, districts, wards. */
const QUESTIONS: readonly [Question, ...Question[]] = [
  { slice: { includeAsb: false }, by: ['month'] },
  { slice: { includeAsb: false }, by: ['month', 'type'] },
  { slice: lastYear, by: ['type'] },
  { slice: lastYear, by: ['outcome'] },
  { slice: { includeAsb: false, types: ['Burglary'] }, by: ['month'] },
  { slice: { includeAsb: false }, by: ['month', 'district'] },
  { slice: lastYear, by: ['district', 'type'] },
  { slice: lastYear, by: ['ward'] },
  { slice: lastYear, by: ['lsoa'] },
]

type Size = { readonly months: number; readonly rowsAMonth: number }

async function fill(db: Db, folder: string, size: Size): Promise<void> {
  mkdirSync(join(folder, 'lake', PART), { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) })
  const connection = await instance.connect()
  let source = 1
  const rows: FileRow[] = []
  for (const [at, force] of Object.keys(FORCES).entries()) {
    const months = monthsOf(size)
    const parts = months.map((month, nth) => {
      const query = rowsQuery(force, month, at, size)
      return `select ${source + nth}::integer as source, '${force}' as force, * from (${query})`
    })
    const parquet = `${PART}/street-${force}-1.parquet`
    const target = join(folder, 'lake', parquet)
    await connection.run(`copy (${parts.join(' union all ')}) to '${target}' (format parquet, row_group_size 20480)`)
    rows.push(
      ...months.map((month, nth) =>
        fileRow({ number: source + nth, force, month, parquet, rows: rowsOf(force, size) }),
      ),
    )
    source += months.length
    console.error(`${force}: written`)
  }
  connection.closeSync()
  instance.closeSync()
  await enter(db, rows)
}

type FileRow = Readonly<Record<string, string | number>>
type Filled = {
  readonly number: number
  readonly force: string
  readonly month: string
  readonly parquet: string
  readonly rows: number
}

function fileRow({ number, force, month, parquet, rows }: Filled): FileRow {
  return {
    ...{ number, import_number: 1, force, month, type: 'street', release: '2024-12', known_on: '2024-12-31', parquet },
    ...{ name: `${month}-${force}-street.csv`, sha256: String(number).padStart(64, '0') },
    ...{ content_bytes: 1, row_count: rows, set_aside: 0 },
  }
}

async function enter(db: Db, rows: readonly FileRow[]): Promise<void> {
  await db.transaction(async (tx) => {
    const tables = writing<{ police_data_import: FileRow; police_data_file: FileRow }>(tx)
    const done = {
      number: 1,
      release: '2024-12',
      sources: '[]',
      summary: '{}',
      imported_at: '2025-01-31',
      imported_by: 'Bench',
    }
    await tables.insertInto('police_data_import').values(done).execute()
    for (const row of rows) await tables.insertInto('police_data_file').values(row).execute()
  })
}
