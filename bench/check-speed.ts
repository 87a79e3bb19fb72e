import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { casesOf } from '#test/support/figure-evaluation.js'
import { type PaintedLine, pdfFile } from '#test/support/made-files.js'
import { checkDocument } from '../src/modules/figure-check/domain/check-document.js'
import { median, printTable, type Row } from './table.js'

const LETTERS_A_PAGE = 2500
const LINES_A_PAGE = 48
const ROUNDS = 3

type Measured = { readonly ms: number; readonly megabytes: number; readonly findings: number }

const one = process.argv.indexOf('--one')
if (one > 0) console.log(JSON.stringify(await measureHere(process.argv[one + 1] ?? '')))
else await measureAll()

/** Reads and checks one file in this process, and says how long it took and the most memory that was held. */
async function measureHere(file: string): Promise<Measured> {
  const start = performance.now()
  const document = documentFromText(file, await readDocument(readFileSync(file), file))
  const { findings } = checkDocument(document)
  return { ms: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024, findings: findings.length }
}

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-check-'))
  try {
    const words = (await casesOf('tune')).map(({ document }) => document.text).join('\n\n')
    const rows: Row[] = []
    for (const pages of [250, 500, 1000, 2000]) {
      const file = join(folder, `${pages}.txt`)
      writeFileSync(file, pagesOf(words, pages))
      rows.push(...rowsOf(`Plain text of ${pages.toLocaleString('en-GB')} pages`, measured(file), pages))
    }
    const file = join(folder, '500.pdf')
    writeFileSync(file, pdfFile(painted(pagesOf(words, 500))))
    rows.push(...rowsOf('PDF of 500 pages', measured(file), 500))
    printTable('–', rows, process.argv[2])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measured(file: string): Measured {
  const runs = Array.from({ length: ROUNDS }, (): Measured => {
    const said = execFileSync(process.execPath, [import.meta.filename, '--one', file], { encoding: 'utf8' })
    return JSON.parse(said)
  })
  return {
    ms: median(runs.map(({ ms }) => ms)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    findings: runs[0]?.findings ?? 0,
  }
}

function rowsOf(what: string, { ms, megabytes }: Measured, pages: number): Row[] {
  const goal = `under ${(pages * 0.06).toLocaleString('en-GB')}`
  return [
    { what: `${what}, read and checked, median`, ours: ms / 1000, peer: null, unit: 's', goal },
    { what: `${what}, most memory held`, ours: megabytes, peer: null, unit: 'MB', goal: 'under 1,500' },
  ]
}

/** The tuning documents over and over, their numbers moved a little each time, so that no page repeats another. */
function pagesOf(words: string, pages: number): string {
  const parts: string[] = []
  for (let length = 0, round = 0; length < pages * LETTERS_A_PAGE; round += 1) {
    const part = words.replace(/\b\d{3,}\b/g, (digits) => String(Number(digits) + round))
    parts.push(part)
    length += part.length
  }
  return parts.join('\n\n').slice(0, pages * LETTERS_A_PAGE)
}

function painted(text: string): PaintedLine[][] {
  const lines = text.replace(/[^ -~£\n]/g, ' ').split('\n')
  const wrapped = lines.flatMap((line) => line.match(/.{1,95}(?:\s|$)/g) ?? [''])
  const pages: PaintedLine[][] = []
  for (let at = 0; at < wrapped.length; at += LINES_A_PAGE) {
    const shown = wrapped.slice(at, at + LINES_A_PAGE)
    pages.push(shown.flatMap((line, row) => (line.trim() ? [{ x: 50, y: 790 - row * 15, text: line.trimEnd() }] : [])))
  }
  return pages.slice(0, 500)
}
