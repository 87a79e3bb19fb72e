import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db, Engine } from '#platform/db/db.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { startPostgres } from '#test/support/postgres.js'
import { ask, readersArrive, Timings, withoutPause } from './asking.js'
import { holdTo } from './held-processor.js'
import { type Office, openOffice, sendForm, type Worked, workFor } from './people-at-work.js'
import { processorOf, type Running, runCommand, startBareLike, startFrankpledge } from './servers.js'
import { printTable, type Row } from './table.js'

/**
 * `npm run bench:load`: 200 people signed in and at work, 1,000 anonymous readers a second, both at once, on each
 * database; then what one, two and four processes on one PostgreSQL carry, as they are and each held to a share of a
 * core. All of it, the load too, on this machine.
 */
const PEOPLE = 200
const READERS = 1000
const SECONDS = 15
const GROWTH_SECONDS = 5
const AT_ONCE = 16
const SHARE = 0.2

const PLAN = '/plans/police-and-crime-plan-2021-to-2025'
const KEPT = ['/', `${PLAN}/themes/crime-prevention`, '/measures', '/measures/recorded-crime', '/delivery', '/reports']
/** Ninety-nine readers in a hundred ask for a page; one looks for something, which is never kept. */
const publicPage = (n: number) => (n % 100 === 0 ? `/search?q=burglary&n=${n}` : (KEPT[n % KEPT.length] ?? '/'))

const rows: Row[] = []
const folder = mkdtempSync(join(tmpdir(), 'frankpledge-load-'))
const postgres = await startPostgres({ isDurable: true })
try {
  await runCommand(folder, ['example', 'create'])
  await runCommand(folder, ['move', '--to', postgres.url])
  rows.push(...(await onOneProcess('sqlite', openSqlite(join(folder, 'register.sqlite')))))
  const db = openPostgres(postgres.url)
  rows.push(...(await onOneProcess('postgres', db)))
  rows.push(...(await growth(postgres.url)))
  rows.push(...(await growthHeld(postgres.url)))
  printTable('Bare server', rows, process.argv[2])
} finally {
  postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function onOneProcess(engine: Engine, db: Db): Promise<Row[]> {
  const office = await openOffice(db, PEOPLE)
  await db.close()
  const ours = await startFrankpledge(folder, engine === 'postgres' ? postgres.url : '')
  const peer = await startBareLike(ours.url, folder)
  try {
    await warm(ours, office)
    const alone = await costing([ours], () => workFor([ours.url], office, SECONDS))
    const readers = await costing([ours], () => read(ours, publicPage))
    const bare = await costing([peer], () => read(peer, () => '/'))
    const both = await costing([ours], () =>
      Promise.all([workFor([ours.url], office, SECONDS), read(ours, publicPage)]),
    )
    const [crowded, beside] = both.what
    const many = `${PEOPLE} people at work`
    const arriving = `${READERS.toLocaleString('en-GB')} readers a second`
    return [
      ...worked(`${engine}: ${many}`, alone.what),
      cores(`${engine}: ${many}`, alone.cores),
      ...percentiles(`${engine}: ${arriving}`, readers.what, { peer: bare.what, goal: 'p99 under 100' }),
      cores(`${engine}: ${arriving}`, readers.cores, bare.cores),
      ...worked(`${engine}: ${many} beside the readers`, crowded),
      ...percentiles(`${engine}: ${arriving} beside the people`, beside, {}),
      cores(`${engine}: both at once`, both.cores),
    ]
  } finally {
    await ours.stop()
    await peer.stop()
  }
}

/**
 * Does what was planned for some seconds, and says how many cores the servers need to keep up with it, however late
 * they were here. PostgreSQL's own work is not in it.
 */
async function costing<T>(
  servers: readonly Running[],
  work: () => Promise<T>,
  seconds = SECONDS,
): Promise<{ what: T; cores: number }> {
  const used = () => servers.reduce((sum, { process }) => sum + processorOf(process), 0)
  const before = used()
  const what = await work()
  return { what, cores: (used() - before) / seconds }
}

function cores(what: string, ours: number, peer: number | null = null): Row {
  return { what: `${what}: processor used`, ours, peer, unit: 'cores', goal: '' }
}

async function warm({ url }: Running, { cookies, pages }: Office): Promise<void> {
  await withoutPause(4, 3, async (who, n, timings) => {
    timings.add(await ask(url + (pages[n % pages.length] ?? '/'), { cookie: cookies[who] ?? '' }), true)
    timings.add(await ask(url + publicPage(n)), true)
  })
}

function read({ url }: Running, page: (n: number) => string): Promise<Timings> {
  return readersArrive((n) => url + page(n), { perSecond: READERS, seconds: SECONDS })
}

function worked(what: string, { pages, writes }: Worked): Row[] {
  return [
    ...percentiles(`${what}, ${pages.count} pages`, pages, { goal: 'p99 under 500' }),
    ...percentiles(`${what}, ${writes.count} updates recorded`, writes, { goal: 'p99 under 500' }),
  ]
}

function percentiles(what: string, timings: Timings, { peer, goal = '' }: { peer?: Timings; goal?: string }): Row[] {
  const shares = [50, 95, 99].map((share) => ({
    what: `${what}: p${share}`,
    ours: timings.at(share),
    peer: peer ? peer.at(share) : null,
    unit: 'ms',
    goal: share === 99 ? goal : '',
  }))
  const errors = { what: `${what}: errors`, ours: timings.errors, peer: peer ? peer.errors : null, unit: '', goal: '0' }
  return [...shares, errors]
}

/** Does something with one, two and four processes on one PostgreSQL, and stops them. */
async function withEach(url: string, work: (servers: Running[], office: Office) => Promise<Row[]>): Promise<Row[]> {
  const found: Row[] = []
  for (const processes of [1, 2, 4]) {
    const servers = await Promise.all(Array.from({ length: processes }, () => startFrankpledge(folder, url)))
    const db = openPostgres(url)
    const office = await openOffice(db, AT_ONCE)
    await db.close()
    try {
      await withoutPause(AT_ONCE, 4, askAfresh(servers))
      found.push(...(await work(servers, office)))
    } finally {
      for (const server of servers) await server.stop()
    }
  }
  return found
}

/** What one, two and four processes carry when nobody pauses: pages made afresh, and updates recorded. */
function growth(url: string): Promise<Row[]> {
  return withEach(url, (servers, office) => carried(servers, office, ''))
}

/** The same with each process held to a share of a core, so that there are cores for all: what one more of them adds. */
function growthHeld(url: string): Promise<Row[]> {
  return withEach(url, async (servers, office) => {
    const held = servers.map(({ process }) => holdTo(SHARE, process.pid))
    try {
      return held.includes(undefined) ? [] : await carried(servers, office, `, each held to ${SHARE} of a core`)
    } finally {
      for (const one of held) one?.letGo()
    }
  })
}

function urlFor(servers: readonly Running[], who: number): string {
  return servers[who % servers.length]?.url ?? ''
}

function askAfresh(servers: readonly Running[]) {
  return async (who: number, n: number, timings: Timings) => {
    const page = KEPT[(who + n) % KEPT.length] ?? '/'
    const told = await ask(`${urlFor(servers, who)}${page}?n=${who}-${n}-${performance.now()}`)
    timings.add(told, told.status === 200)
  }
}

async function carried(servers: readonly Running[], office: Office, how: string): Promise<Row[]> {
  const afresh = () => withoutPause(AT_ONCE, GROWTH_SECONDS, askAfresh(servers))
  const { what: pages, cores: reading } = await costing(servers, afresh, GROWTH_SECONDS)
  const writing = () =>
    withoutPause(AT_ONCE, GROWTH_SECONDS, async (who, n, writes) => {
      const cookie = office.cookies[who] ?? ''
      await sendForm(urlFor(servers, who), office, { cookie, who, n }, { pages: new Timings(), writes })
    })
  const { what: sent, cores: written } = await costing(servers, writing, GROWTH_SECONDS)
  const what = `${servers.length === 1 ? '1 process' : `${servers.length} processes`} on PostgreSQL${how}`
  const row = (thing: string, ours: number, unit: string, goal = ''): Row => ({
    ...{ what: `${what}: ${thing}`, ours, peer: null, unit, goal },
  })
  return [
    row('pages made afresh', pages.count / GROWTH_SECONDS, '/s'),
    row('pages made afresh, p99', pages.at(99), 'ms'),
    row('processor for each page made afresh', (reading * GROWTH_SECONDS * 1000) / pages.count, 'ms'),
    row('updates recorded, each with its form', sent.count / GROWTH_SECONDS, '/s'),
    row('updates recorded, p99', sent.at(99), 'ms'),
    row('processor for each update with its form', (written * GROWTH_SECONDS * 1000) / sent.count, 'ms'),
    row('errors', pages.errors + sent.errors, '', '0'),
  ]
}
