import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText } from 'unpdf'
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

const [asked = '', file = ''] = process.argv.slice(2)
if (asked === '--one') console.log(JSON.stringify(await measureHere(file)))
else if (asked === '--plain') console.log(JSON.stringify(await searchHere(file)))
else await measureAll()

/** Reads and checks one file in this process, and says how long it took and the most memory that was held. */
async function measureHere(file: string): Promise<Measured> {
  const start = performance.now()
  const document = documentFromText(file, await readDocument(readFileSync(file), file))
  const { findings } = checkDocument(document)
  return { ms: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024, findings: findings.length }
}

/** The peer: the file's plain text and every number in it, by one expression. It judges nothing, and knows no tables. */
async function searchHere(file: string): Promise<Measured> {
  const start = performance.now()
  const bytes = readFileSync(file)
  const text = file.endsWith('.pdf')
    ? (await extractText(new Uint8Array(bytes), { mergePages: true })).text
    : bytes.toString('utf8')
  const findings = [...text.matchAll(/\d[\d,.]*/g)].length
  return { ms: performance.now() - start, megabytes: process.resourceUsage().maxRSS / 1024, findings }
}

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-check-'))
  try {
    const words = (await casesOf('tune')).map(({ document }) => document.text).join('\n\n')
    const rows: Row[] = []
    for (const pages of [250, 500, 1000, 2000]) {
      const file = join(folder, `${pages}.txt`)
      writeFileSync(file, pagesOf(words, pages))
      rows.push(...rowsOf(`Plain text of ${pages.toLocaleString('en-GB')} pages`, file, pages))
    }
    const file = join(folder, '500.pdf')
    writeFileSync(file, pdfFile(painted(pagesOf(words, 500))))
    rows.push(...rowsOf('PDF of 500 pages', file, 500))
    printTable('Plain text and its numbers', rows, process.argv[2])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measured(how: '--one' | '--plain', file: string): Measured {
  const runs = Array.from({ length: ROUNDS }, (): Measured => {
    const said = execFileSync(process.execPath, [import.meta.filename, how, file], { encoding: 'utf8' })
    return JSON.parse(said)
  })
  return {
    ms: median(runs.map(({ ms }) => ms)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    findings: runs[0]?.findings ?? 0,
  }
}

function rowsOf(what: string, file: string, pages: number): Row[] {
  const [ours, theirs] = [measured('--one', file), measured('--plain', file)]
  const goal = `under ${(pages * 0.06).toLocaleString('en-GB')}`
  return [
    { what: `${what}, read and checked, median`, ours: ours.ms / 1000, peer: theirs.ms / 1000, unit: 's', goal },
    {
      what: `${what}, most memory held`,
      ours: ours.megabytes,
      peer: theirs.megabytes,
      unit: 'MB',
      goal: 'under 1,500',
    },
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
