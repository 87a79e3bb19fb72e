import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db, Engine } from '#platform/db/db.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { startPostgres } from '#test/support/postgres.js'
import { ask, readersArrive, Timings, withoutPause } from './asking.js'
import { type Office, openOffice, sendForm, type Worked, workFor } from './people-at-work.js'
import { type Running, runCommand, startBareLike, startFrankpledge } from './servers.js'
import { printTable, type Row } from './table.js'

/**
 * `npm run bench:load`: 200 people signed in and at work, 1,000 anonymous readers a second, both at once, on each
 * database; then what one, two and four processes on one PostgreSQL carry. All of it, the load too, on this machine.
 */
const PEOPLE = 200
const READERS = 1000
const SECONDS = 15
const GROWTH_SECONDS = 5
const AT_ONCE = 16

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
    const alone = await workFor([ours.url], office, SECONDS)
    const readers = await read(ours, publicPage)
    const bare = await read(peer, () => '/')
    const [crowded, beside] = await Promise.all([workFor([ours.url], office, SECONDS), read(ours, publicPage)])
    const many = `${PEOPLE} people at work`
    const arriving = `${READERS.toLocaleString('en-GB')} readers a second`
    return [
      ...worked(`${engine}: ${many}`, alone),
      ...percentiles(`${engine}: ${arriving}`, readers, { peer: bare, goal: 'p99 under 100' }),
      ...worked(`${engine}: ${many} beside the readers`, crowded),
      ...percentiles(`${engine}: ${arriving} beside the people`, beside, {}),
    ]
  } finally {
    await ours.stop()
    await peer.stop()
  }
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

/** What one, two and four processes carry when nobody pauses: pages made afresh, and updates recorded. */
async function growth(url: string): Promise<Row[]> {
  const found: Row[] = []
  for (const processes of [1, 2, 4]) {
    const servers = await Promise.all(Array.from({ length: processes }, () => startFrankpledge(folder, url)))
    const db = openPostgres(url)
    const office = await openOffice(db, AT_ONCE)
    await db.close()
    try {
      found.push(...(await carried(servers, office)))
    } finally {
      for (const server of servers) await server.stop()
    }
  }
  return found
}

async function carried(servers: readonly Running[], office: Office): Promise<Row[]> {
  const at = (who: number) => servers[who % servers.length]?.url ?? ''
  const afresh = async (seconds: number) =>
    withoutPause(AT_ONCE, seconds, async (who, n, timings) => {
      const page = KEPT[(who + n) % KEPT.length] ?? '/'
      const told = await ask(`${at(who)}${page}?n=${who}-${n}-${performance.now()}`)
      timings.add(told, told.status === 200)
    })
  await afresh(2)
  const pages = await afresh(GROWTH_SECONDS)
  const writing = await withoutPause(AT_ONCE, GROWTH_SECONDS, async (who, n, writes) => {
    const cookie = office.cookies[who] ?? ''
    await sendForm(at(who), office, { cookie, who, n }, { pages: new Timings(), writes })
  })
  const what = `${servers.length === 1 ? '1 process' : `${servers.length} processes`} on PostgreSQL`
  const row = (thing: string, ours: number, unit: string, goal = ''): Row => ({
    ...{ what: `${what}: ${thing}`, ours, peer: null, unit, goal },
  })
  return [
    row('pages made afresh', pages.count / GROWTH_SECONDS, '/s'),
    row('pages made afresh, p99', pages.at(99), 'ms'),
    row('updates recorded', writing.count / GROWTH_SECONDS, '/s'),
    row('updates recorded, p99', writing.at(99), 'ms'),
    row('errors', pages.errors + writing.errors, '', '0'),
  ]
}
