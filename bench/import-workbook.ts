import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { startPostgres } from '#test/support/postgres.js'
import { type Measured, measured } from './measured-process.js'
import { runCommand } from './servers.js'
import { median, printTable, type Row } from './table.js'

/**
 * Taking in a workbook of 20,000 rows by the installed command, from its start to its end, and the memory it holds. The
 * peer is SheetJS, which reads the same file into rows of values in a process of its own, and does nothing else: it
 * keeps no limits, checks nothing against a register and saves nothing. With the word "postgres" the register is a
 * PostgreSQL; the memory is then that of the command's own processes, not the server's.
 */
const ROWS = 20_000
const RUNS = 5
const COMMAND = join(import.meta.dirname, '..', '..', 'bin', 'frankpledge')

const reads = process.argv.indexOf('--read')
if (reads > 0) console.log(sheetRows(process.argv[reads + 1] ?? ''))
else await measureAll()

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-bench-'))
  const postgres = process.argv[2] === 'postgres' ? await startPostgres() : undefined
  try {
    await runCommand(folder, ['example', 'create'], postgres?.url)
    const rows: Row[] = []
    for (const format of ['xlsx', 'ods'] as const) rows.push(...(await takenIn(folder, format, postgres?.url)))
    printTable('SheetJS, reading alone', rows)
  } finally {
    postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the peer does: rows of values, nothing more. */
function sheetRows(file: string): number {
  const { Sheets, SheetNames } = read(readFileSync(file), { dense: true, cellDates: true })
  const sheet = Sheets[SheetNames[0] ?? '']
  return sheet ? utils.sheet_to_json(sheet, { header: 1 }).length : 0
}

async function takenIn(folder: string, format: 'xlsx' | 'ods', postgresUrl = ''): Promise<Row[]> {
  const register = { FRANKPLEDGE_DATA: folder, DATABASE_URL: postgresUrl }
  const [ours, theirs]: [Measured[], Measured[]] = [[], []]
  for (let run = 0; run < RUNS; run += 1) {
    const file = join(folder, `return-${run}.${format}`)
    writeFileSync(file, await writeWorkbook([{ name: 'Figures', headRows: 1, rows: rowsOf(run) }], format))
    ours.push(await measured(COMMAND, ['measures', 'import', file], register))
    theirs.push(await measured(process.execPath, [import.meta.filename, '--read', file]))
  }
  const what = `A workbook of ${ROWS.toLocaleString('en-GB')} rows (.${format})`
  const row = (words: string, of: (runs: readonly Measured[]) => number, unit: string, goal: string): Row => {
    return { what: `${what}, ${words}`, ours: of(ours), peer: of(theirs), unit, goal }
  }
  const most = (name: 'one' | 'together') => (runs: readonly Measured[]) =>
    Math.max(...runs.map((run) => run.memory[name]))
  return [
    row('median', (runs) => median(runs.map(({ seconds }) => seconds)), 's', 'under 5'),
    row('most memory of one process', most('one'), 'MB', 'under 300'),
    row('most memory of all its processes at one moment', most('together'), 'MB', 'under 300'),
  ]
}

/** A hundred months of two hundred areas, other numbers in each run. */
function rowsOf(run: number) {
  const head = ['Measure', 'Period', 'Area', 'Count', 'Status', 'Note']
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const month = new Date(Date.UTC(2015, at % 100, 1))
    return ['recorded-crime', month, `E0${9_000_000 + Math.floor(at / 100)}`, at + run, 'final', `Note ${at}`]
  })
  return [head, ...rows]
}
