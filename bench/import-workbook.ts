import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { runCommand } from './servers.js'
import { median, printTable, type Row } from './table.js'

/** Taking in a workbook of 20,000 rows by the installed command, from its start to its end, and the memory it holds. */
const ROWS = 20_000
const RUNS = 5

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-bench-'))
try {
  await runCommand(folder, ['example', 'create'])
  const rows: Row[] = []
  for (const format of ['xlsx', 'ods'] as const) rows.push(...(await measured(format)))
  printTable('', rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measured(format: 'xlsx' | 'ods'): Promise<Row[]> {
  const seconds: number[] = []
  let megabytes = 0
  for (let run = 0; run < RUNS; run += 1) {
    const file = join(folder, `return-${run}.${format}`)
    writeFileSync(file, await writeWorkbook([{ name: 'Figures', headRows: 1, rows: rowsOf(run) }], format))
    const began = performance.now()
    megabytes = Math.max(megabytes, await importOf(file))
    seconds.push((performance.now() - began) / 1000)
  }
  const what = `A workbook of ${ROWS.toLocaleString('en-GB')} rows (.${format})`
  return [
    { what: `${what}, median`, ours: median(seconds), peer: null, unit: 's', goal: 'under 5' },
    { what: `${what}, most memory of one process`, ours: megabytes, peer: null, unit: 'MB', goal: 'under 300' },
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

/** Runs the command, and gives the most memory that it or its reading process held, in megabytes. */
function importOf(file: string): Promise<number> {
  const command = join(import.meta.dirname, '..', '..', 'bin', 'frankpledge')
  return new Promise((resolve, reject) => {
    const most = new Map<number, number>()
    const child = execFile('env', [`FRANKPLEDGE_DATA=${folder}`, command, 'measures', 'import', file], (problem) => {
      clearInterval(watch)
      if (problem) reject(problem)
      else resolve(Math.max(...most.values()))
    })
    const watch = setInterval(() => {
      const pid = child.pid ?? 0
      for (const each of [pid, ...childrenOf(pid)]) most.set(each, Math.max(most.get(each) ?? 0, peakOf(each)))
    }, 20)
  })
}

function childrenOf(pid: number): number[] {
  return textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
