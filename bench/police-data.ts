import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { depsOver } from '#app/application.js'
import { openRegister } from '#app/open-register.js'
import { NO_PLACES, rowsFor } from '#modules/police-data/actions/count-source.js'
import { countedBy } from '#modules/police-data/data/counts.queries.js'
import { type CrimeSlice, crimeCounts } from '#modules/police-data/index.js'
import { configFrom } from '#platform/config.js'
import { type Measured, measured, type Timed, timed } from './measured-process.js'
import { writeNationalFiles } from './police-data-files.js'
import { tenYears } from './police-data-ten-years.js'
import { packFiles } from './police-data-zip.js'
import { median, printTable, type Row } from './table.js'

/**
 * A year of street crime of every force (6.5 million rows) in generated files of the real form, and the real files where
 * they are: taking in, counting, the way from the ZIP to the counts, memory, growth; against DuckDB alone, a pandas script
 * and a Node script. All sides run in turn. With --ten-years also the counts of pages with 65 million rows loaded; with --zip
 * only the way from the ZIP.
 */
const ROWS_A_MONTH = 541_650
const ROUNDS = 3
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'frankpledge-police-'))
const COMMAND = join(root, 'bin', 'frankpledge')
const PEERS = join(import.meta.dirname, 'police-data-peers.js')
let tries = 0

try {
  const rows = process.argv.includes('--ten-years') ? await tenYears(folder, ROWS_A_MONTH) : await oneYear()
  printTable('Others', rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function oneYear(): Promise<Row[]> {
  const [national, tenth] = [join(folder, 'national'), join(folder, 'tenth')]
  const files = await told('Writing 6.5 million rows', () =>
    writeNationalFiles(national, { months: 12, rowsAMonth: ROWS_A_MONTH }),
  )
  const zip = join(folder, 'national.zip')
  await told('Packing them', () => packFiles(files, zip))
  if (process.argv.includes('--zip')) return fromZip(zip, national)
  await writeNationalFiles(tenth, { months: 12, rowsAMonth: ROWS_A_MONTH / 10 })
  return [
    ...(await importing('A year of every force, 6.5 million rows', national, tenth)),
    ...(await counting(join(folder, 'bare.parquet'))),
    ...(await fromZip(zip, national)),
    ...(await realFiles()),
  ]
}

async function told<T>(label: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.error(`${label}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

function registerIn(data: string) {
  return { FRANKPLEDGE_DATA: data, DATABASE_URL: '' }
}

/** Takes files in over an empty lake, by the installed command. */
function imported(path: string): Promise<Measured> {
  tries += 1
  return measured(COMMAND, ['crime', 'import', path], registerIn(join(folder, `data-${tries}`)))
}

function peer(...words: string[]): Promise<Measured> {
  return measured(process.execPath, [PEERS, ...words])
}

function timedPeer(...words: string[]): Promise<Timed> {
  return timed(process.execPath, [PEERS, ...words])
}

async function importing(what: string, national: string, tenth: string): Promise<Row[]> {
  const runs: { own: Measured; bare: Measured; small: Measured }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await told('DuckDB alone', () => peer('bare-copy', national, join(folder, 'bare.parquet')))
    const own = await told('Import', () => imported(national))
    const small = await told('Import of a tenth', () => imported(tenth))
    runs.push({ own, bare, small })
  }
  const seconds = (of: 'own' | 'bare' | 'small') => median(runs.map((run) => run[of].seconds))
  const memory = (of: 'own' | 'bare' | 'small') => Math.max(...runs.map((run) => run[of].memory.together))
  const goal = 'at most 1.5 times DuckDB’s bare copy'
  return [
    { what: `${what}: taken in`, ours: seconds('own'), peer: seconds('bare'), unit: 's', goal },
    { what: 'The same, most memory', ours: memory('own'), peer: memory('bare'), unit: 'MB', goal: 'under 2,000' },
    {
      what: 'Ten times the rows: times the time',
      ours: seconds('own') / seconds('small'),
      peer: null,
      unit: '×',
      goal: 'at most 10',
    },
    {
      what: 'Ten times the rows: times the memory',
      ours: memory('own') / memory('small'),
      peer: null,
      unit: '×',
      goal: 'at most 10',
    },
  ]
}

/** National counts by month and kind from the lake, from every record and as they are asked for; by DuckDB from its own file. */
async function counting(bareFile: string): Promise<Row[]> {
  const settings = configFrom({ FRANKPLEDGE_DATA: join(folder, 'data-1') })
  const db = await openRegister(settings)
  const deps = await depsOver(db, settings)
  const bareLake = (await depsOver(db, { ...settings, dataFolder: folder })).lake
  mkdirSync(bareLake.folder, { recursive: true })
  const target = join(bareLake.folder, 'bare.parquet')
  renameSync(bareFile, target)
  const bareQuery = `select month, type, count(*) as n from '${target}' where type <> 'Anti-social behaviour' group by all order by all`
  const slice: CrimeSlice = { includeAsb: false }
  const fromRecords = async () => {
    const rows = await rowsFor(deps, 'street-counts', slice)
    if (!rows.ok) throw new Error('The counts were refused')
    return countedBy(deps.lake, { rows: rows.value, ...NO_PLACES }, slice, ['month', 'type'])
  }
  const [own, records, bare]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < 21; round += 1) {
    bare.push(await millisecondsOf(() => bareLake.rows(bareQuery)))
    records.push(await millisecondsOf(fromRecords))
    own.push(await millisecondsOf(() => crimeCounts(deps, slice, ['month', 'type'])))
  }
  await Promise.all([deps.lake.close(), bareLake.close()])
  await db.close()
  const goal = 'at most 1.2 times'
  return [
    {
      what: 'National counts by month and kind, from every record, register and all',
      ours: median(records),
      peer: median(bare),
      unit: 'ms',
      goal,
    },
    {
      what: 'The same question as pages and commands ask it: from the totals kept beside the records',
      ours: median(own),
      peer: median(bare),
      unit: 'ms',
      goal,
    },
  ]
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The whole way from the archive to counts, against scripts that begin with the files unpacked and keep nothing. */
async function fromZip(zip: string, national: string): Promise<Row[]> {
  const [own, three, all]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await told('ZIP to counts', () => zipToCounts(zip)))
    three.push(await told('pandas, three columns', () => pandas(national, 'three')))
    all.push(await told('pandas, all columns', () => pandas(national, 'all')))
  }
  const node = await told('csv-parse and SQLite', () => timedPeer('csv-parse', national, join(folder, 'peer.sqlite')))
  const what = 'From the ZIP to counts by month and kind'
  return [
    {
      what: `${what}, against pandas reading every column`,
      ours: median(own),
      peer: median(all),
      unit: 's',
      goal: 'twice as fast',
    },
    {
      what: `${what}, against pandas reading three columns`,
      ours: median(own),
      peer: median(three),
      unit: 's',
      goal: 'twice as fast',
    },
    {
      what: `${what}, against csv-parse and SQLite`,
      ours: median(own),
      peer: node.seconds,
      unit: 's',
      goal: '8 times as fast',
    },
  ]
}

async function zipToCounts(zip: string): Promise<number> {
  tries += 1
  const data = join(folder, `data-${tries}`)
  const command = (...words: string[]) => timed(COMMAND, words, registerIn(data))
  const taken = await command('crime', 'import', zip)
  const counts = await command('crime', 'counts', '--by', 'month,type', '--include-asb', 'yes', '--json')
  rmSync(data, { recursive: true, force: true })
  return taken.seconds + counts.seconds
}

/** Seconds of the pandas script, or not a number where Debian's python3-pandas is not installed. */
async function pandas(national: string, columns: 'three' | 'all'): Promise<number> {
  const script = join(root, 'bench', 'police-data-pandas.py.txt')
  return timed('/usr/bin/python3', [script, national, columns]).then(
    ({ seconds }) => seconds,
    () => Number.NaN,
  )
}

/** The real files of one force, where they stand beside the project: packed ones, as they were published. */
async function realFiles(): Promise<Row[]> {
  const real = join(root, '..', 'shared', 'data', 'police-uk', 'release-to-2025-11')
  if (!existsSync(real)) return []
  const [own, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push((await peer('bare-copy', real, join(folder, 'real.parquet'))).seconds)
    own.push((await imported(real)).seconds)
  }
  const files = globSync(`${real}/*/*`).length
  const what = `One force’s year as published, ${files} files of three kinds (DuckDB: street crime only)`
  return [{ what, ours: median(own), peer: median(bare), unit: 's', goal: '' }]
}
