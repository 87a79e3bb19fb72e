import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { memoryOf, type Running, runCommand, startBareLike, startFrankpledge } from './servers.js'
import { median, printTable, type Row } from './table.js'

const ROUNDS = 5
const SECONDS = 4
const PLAN = '/plans/police-and-crime-plan-2021-to-2025'
const PAGES = [
  '/',
  `${PLAN}/themes/crime-prevention`,
  '/measures',
  '/measures/recorded-crime',
  '/delivery',
  '/search?q=burglary',
]

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-bench-'))
try {
  await runCommand(folder, ['example', 'create'])
  const starts: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await startFrankpledge(folder)
    starts.push(server.startedIn)
    await server.stop()
  }
  const ours = await startFrankpledge(folder)
  const peer = await startBareLike(ours.url, folder)
  const rows = [...(await againstPeer(ours, peer)), ...(await uncached(ours))]
  rows.push({ what: 'Start-up to first page, median', ours: median(starts), peer: null, unit: 'ms', goal: '' })
  rows.push({
    what: 'Memory after the load',
    ours: memoryOf(ours.process),
    peer: memoryOf(peer.process),
    unit: 'MB',
    goal: '',
  })
  await ours.stop()
  await peer.stop()
  printTable('Bare server', rows, process.argv[2] ?? 'bench/latest.json')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The two in turn, so that a machine that slows down slows both. */
async function againstPeer(ours: Running, peer: Running): Promise<Row[]> {
  const rates: [number, number][] = []
  const tails: [number, number][] = []
  await load(ours.url, 1)
  await load(peer.url, 1)
  for (let round = 0; round < ROUNDS; round += 1) {
    const a = await load(ours.url, SECONDS)
    const b = await load(peer.url, SECONDS)
    rates.push([a.requests.average, b.requests.average])
    tails.push([a.latency.p99, b.latency.p99])
  }
  const ratio = median(rates.map(([a, b]) => a / b))
  return [
    { what: 'Kept public page, requests a second', ...pair(rates), unit: '/s', goal: '' },
    {
      what: 'Kept public page, share of the peer (median of rounds)',
      ours: ratio,
      peer: 1,
      unit: '',
      goal: '0.8 or more',
    },
    { what: 'Kept public page, p99', ...pair(tails), unit: 'ms', goal: '' },
  ]
}

/** An address with a question mark is made afresh each time. */
async function uncached({ url }: Running): Promise<Row[]> {
  const rows: Row[] = []
  for (const path of PAGES) {
    const times: number[] = []
    for (let n = 0; n < 220; n += 1) {
      const began = performance.now()
      const answer = await fetch(`${url}${path}${path.includes('?') ? '&' : '?'}n=${n}`)
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      if (n >= 20) times.push(performance.now() - began)
    }
    rows.push({ what: `Made afresh: ${path}, median`, ours: median(times), peer: null, unit: 'ms', goal: 'under 10' })
  }
  return rows
}

function load(url: string, duration: number): Promise<autocannon.Result> {
  return autocannon({ url, connections: 32, duration, headers: { 'accept-encoding': 'gzip' } })
}

function pair(values: [number, number][]) {
  return { ours: median(values.map(([a]) => a)), peer: median(values.map(([, b]) => b)) }
}
