import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { ok } from '#kernel/result.js'
import { paperFiles } from '#modules/documents/index.js'
import { composePaper, type PaperFrame } from '#platform/typesetting/compose.js'
import type { Block, Paper } from '#platform/typesetting/paper.js'
import { pdfOf } from '#platform/typesetting/pdf.js'
import type { Supply } from '#platform/typesetting/supply.js'
import { wordOf } from '#platform/typesetting/word.js'
import { LineChart, printChart } from '#ui/charts.js'
import { descendantsOf, watchMemory } from './process-memory.js'
import { median, printTable, type Row } from './table.js'

/**
 * An annual report of some forty pages with thirty charts and twenty tables, in the three forms that are published. The
 * peer is headless Chromium printing the HTML form of the same paper: one run each, in turn, so that both meet the same
 * machine. Memory is that of all the processes at work, shared pages counted once (PSS).
 */
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const IN_A_ROW = Number(process.env.IN_A_ROW ?? 25)
const [CHARTS, TABLES, ROWS] = [30, 20, 14]

type Watched<T> = { readonly value: T; readonly ms: number; readonly megabytes: number; readonly cpuMs: number }

/** The paper: chapters of prose with charts and tables, as a template and its figures would make it. */
function annualReport(): Paper {
  return composePaper({ name: 'annual report', text: source() }, supply(), LOOK).paper
}

function source(): string {
  const chapters = Array.from({ length: CHARTS }, (_, index) => {
    const prose = Array.from({ length: 6 }, () => SENTENCE.repeat(5)).join('\n\n')
    const table = index < TABLES ? `\n\nTable: Figures of chapter ${index + 1}\n\n${cells(index)}` : ''
    return `## Chapter ${index + 1}\n\n${prose}[^${index}]\n\n::chart{at=${index}}${table}\n\n[^${index}]: Source of chapter ${index + 1}.`
  })
  return chapters.join('\n\n')
}

const SENTENCE = 'The office asked what was promised, what was done, and what the figures allow anybody to say of it. '

function cells(seed: number): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) =>
      `| Place ${'abcdefghijklmnop'[index]} | ${checked((seed + 1) * (index + 7) * 31)} | ${checked(index * 17)} |`,
  )
  return ['| Place | Crimes | Change |', '|---|---:|---:|', ...rows].join('\n')
}

/** A number that somebody answers for: no other is in a paper that is published. */
const checked = (number: number) => `:typed[${number}]{by="Performance officer"}`

const LOOK: PaperFrame = {
  ...{
    title: 'Annual report',
    subtitle: '2024/25',
    author: 'The Office',
    footer: 'Annual report',
    madeOn: '2025-06-11',
  },
  ...{ numbering: 'headings', style: { brand: '#12436d' } },
  layout: { cover: true, contents: true, landscape: false, dataTables: true },
}

function supply(): Supply {
  return {
    figure: () => ok({ kind: 'value', id: 'x', text: '1', source: 'x' }),
    field: () => '',
    block: ({ attributes }) => ok([chart(Number(attributes.at ?? 0))]),
    scopes: () => [],
    section: () => undefined,
  }
}

function chart(seed: number): Block {
  const points = Array.from({ length: 36 }, (_, index) => ({
    ...{ key: `m${index}`, label: MONTHS[index % 12] ?? '', sublabel: String(2022 + Math.floor(index / 12)) },
    value: 400 + ((seed * 37 + index * 53) % 90),
  }))
  const props = { id: `c${seed}`, title: `Chart ${seed}`, description: 'Months', unitLabel: 'crimes a month', points }
  const html = renderToString(createElement(LineChart, props))
  const data = points.map(
    ({ label, sublabel, value }) =>
      [[{ kind: 'text', text: `${label} ${sublabel}` }], [{ kind: 'text', text: String(value) }]] as const,
  )
  return {
    ...{ kind: 'figure', id: `c${seed}`, number: 0, caption: `Crimes, chapter ${seed + 1}`, alt: 'Thirty-six months.' },
    ...{ source: 'Police records.', note: 'Dots are months.' },
    data: {
      columns: [{ label: 'Month' }, { label: 'Crimes', align: 'number' }],
      rows: data.slice(0, 6),
      rowHeads: true,
    },
    picture: { kind: 'chart', html, ...printChart(html, '#12436d') },
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

async function built(whole: Paper) {
  const made = await paperFiles(whole, ['html'])
  if (!made.ok) throw new Error(made.error)
  const html = new TextDecoder().decode(made.value.files[0]?.bytes)
  const { paperHtml } = await import('#modules/documents/index.js')
  const pages = Object.values(made.value.pages)
  const timed = (work: () => unknown) => median(Array.from({ length: 10 }, () => timeOf(work)))
  return {
    ...{ html, pages: made.value.pages, pageCount: Math.max(...pages) },
    htmlMs: timed(() => paperHtml(whole)),
    composeMs: timed(() => annualReport()),
  }
}

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** What an office would otherwise do: a browser opens the HTML and prints it. */
async function printed(html: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage()
  await page.setContent(html)
  const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true })
  await browser.close()
  return pdf.byteLength
}

/** How much more the server holds after so many reports, once its own rubbish is cleared. */
async function heldAfter(paper: Paper, count: number): Promise<number> {
  const settled = () => {
    globalThis.gc?.()
    return process.memoryUsage().rss / 1_048_576
  }
  for (let index = 0; index < 3; index += 1) await paperFiles(paper)
  const before = settled()
  for (let index = 0; index < count; index += 1) await paperFiles(paper)
  return Math.max(0, settled() - before)
}

/**
 * The time that processors gave to the processes that this one starts, in milliseconds, looked at while they live: a
 * browser ends its own without waiting for them, so that afterwards nobody knows it.
 */
function watchCpu(everyMs = 25): { stop(): number } {
  const seen = new Map<number, number>()
  const look = () => {
    for (const pid of descendantsOf(process.pid)) seen.set(pid, Math.max(seen.get(pid) ?? 0, cpuMsOf(pid)))
  }
  const watch = setInterval(look, everyMs)
  return {
    stop() {
      clearInterval(watch)
      return [...seen.values()].reduce((sum, each) => sum + each, 0)
    },
  }
}

function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

/** Times a piece of work, and watches the memory of the processes that it starts. */
async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const watch = watchMemory(() => descendantsOf(process.pid))
  const cpu = watchCpu()
  const began = performance.now()
  const value = await work()
  const took = performance.now() - began
  return { value, ms: took, cpuMs: cpu.stop(), megabytes: watch.stop().together }
}

const alone = (what: string, value: number, unit: string, goal = ''): Row => ({
  what,
  ours: value,
  peer: null,
  unit,
  goal,
})

async function measureAll(): Promise<void> {
  const paper = annualReport()
  const frame = await built(paper)
  const ours: Watched<unknown>[] = []
  const theirs: Watched<unknown>[] = []
  const words: Watched<unknown>[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await watched(() => pdfOf(paper)))
    words.push(await watched(() => wordOf(paper, frame.pages)))
    theirs.push(await watched(() => printed(frame.html)))
  }
  const held = await heldAfter(paper, IN_A_ROW)
  const row = (what: string, of: (one: Watched<unknown>) => number, unit: string, goal: string): Row => ({
    ...{ what, unit, goal, ours: median(ours.map(of)), peer: median(theirs.map(of)) },
  })
  const megabytes = ({ megabytes: used }: Watched<unknown>) => used
  const ms = ({ ms: took }: Watched<unknown>) => took
  const cpuMs = ({ cpuMs: worked }: Watched<unknown>) => worked
  printTable('Chromium printing the same HTML', [
    row(`PDF of ${frame.pageCount} pages, ${CHARTS} charts, ${TABLES} tables: median`, ms, 'ms', 'a third of the peer'),
    row(
      'The same, processor time, which other work on the machine does not stretch',
      cpuMs,
      'ms',
      'a third of the peer',
    ),
    row('The same, most memory of what makes it', megabytes, 'MB', 'a fifth of the peer'),
    alone('The same in Word, median', median(words.map(ms)), 'ms'),
    alone('HTML of the same, median of ten', frame.htmlMs, 'ms'),
    alone('From Markdown to the tree, median of ten', frame.composeMs, 'ms'),
    alone(`The server’s memory after ${IN_A_ROW} reports in a row, over that before`, held, 'MB', 'under 30'),
  ])
}

await measureAll()
