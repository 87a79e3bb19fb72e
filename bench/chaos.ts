import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { MIGRATIONS } from '#migrations/all.js'
import type { Db } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, serve } from '#test/support/command.js'
import { type PrivatePostgres, startPostgres } from '#test/support/postgres.js'
import { assertNothingLost, makeWork, open, signIn, startWriting, type Work } from '#test/support/writers.js'

/** `npm run bench:chaos`: servers killed, PostgreSQL restarted and disks filled under load. Every acknowledged write must be there. */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } })
const ROUNDS = Number(values.rounds)
const AT_ONCE = 4

const root = mkdtempSync(join(tmpdir(), 'frankpledge-chaos-'))
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** An office under attack: how its register is opened, and with which settings its server runs. */
type Site = {
  readonly name: string
  readonly settings: Record<string, string>
  readonly open: () => Db
  readonly work: Work
}

async function aSite(name: string, url?: string): Promise<Site> {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  const openIt = () => (url ? openPostgres(url) : openSqlite(join(folder, 'register.sqlite')))
  const db = openIt()
  await migrate(db, MIGRATIONS)
  const work = await makeWork(db, folder)
  await db.close()
  return { name, work, open: openIt, settings: { FRANKPLEDGE_DATA: folder, ...(url && { DATABASE_URL: url }) } }
}

async function check({ open: openIt, work }: Site, acknowledged: readonly string[]): Promise<void> {
  const db = openIt()
  try {
    await assertNothingLost(db, work.planId, acknowledged)
  } finally {
    await db.close()
  }
}

async function verified({ settings }: Site): Promise<string> {
  return (await frankpledge(settings, 'verify')).code === 0 ? 'every hash verifies' : 'VERIFY FAILED'
}

/** Kills the server at another moment of its work in each round. */
async function killed(site: Site): Promise<void> {
  const acknowledged: string[] = []
  let cookie = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(site.settings)
    cookie ||= await signIn(server.url, site.work)
    const page = server.url + site.work.address
    const writing = startWriting([page], await open(page, cookie), { people: AT_ONCE, label: `${round}` })
    await wait(30 + ((round * 37) % 170))
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    await writing.stop()
    acknowledged.push(...writing.acknowledged)
    await check(site, acknowledged)
  }
  report(site.name, `killed ${ROUNDS} times`, acknowledged.length, await verified(site))
}

/** Something happens to a server while people write, several times over; it must still be writing at the end. */
async function troubled(site: Site, what: string, trouble: (round: number) => Promise<void> | void, rounds: number) {
  const server = await serve(site.settings)
  const cookie = await signIn(server.url, site.work)
  const page = server.url + site.work.address
  const writing = startWriting([page], await open(page, cookie), { people: AT_ONCE, label: what })
  for (let round = 0; round < rounds; round += 1) {
    await wait(300)
    await trouble(round)
  }
  const before = writing.acknowledged.length
  for (let waited = 0; waited < 100 && writing.acknowledged.length === before; waited += 1) await wait(100)
  const wentOn = writing.acknowledged.length > before
  await writing.stop()
  await server.stop()
  await check(site, writing.acknowledged)
  report(
    site.name,
    what,
    writing.acknowledged.length,
    `${wentOn ? 'went on by itself' : 'STOPPED'}, ${await verified(site)}`,
  )
}

/** A file system of a few megabytes that is filled to its last byte, and made free again. Needs the rights to mount one. */
async function diskFull(): Promise<void> {
  const folder = join(root, 'small-disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder])
  if (mounted.status !== 0) {
    report('sqlite', 'disk full', 0, 'not tried: no right to mount a small disk here')
    return
  }
  try {
    const site = await aSite('small-disk')
    const filler = join(folder, 'filler')
    await troubled(
      site,
      'disk full',
      async () => {
        spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', 'count=400'], { stdio: 'ignore' })
        await wait(300)
        rmSync(filler, { force: true })
      },
      5,
    )
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}

function report(database: string, what: string, acknowledged: number, outcome: string): void {
  console.log(
    `${database.padEnd(10)}  ${what.padEnd(26)}  ${String(acknowledged).padStart(6)} acknowledged, none lost; ${outcome}`,
  )
}

async function onPostgres(postgres: PrivatePostgres): Promise<void> {
  await killed(await aSite('postgres', postgres.url))
  await troubled(
    await aSite('postgres-2', await another(postgres, 'restarts')),
    'PostgreSQL restarted',
    () => postgres.restart(),
    5,
  )
}

async function another({ url }: PrivatePostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  await client.end()
  return url.replace(/\/[^/]*$/, `/${name}`)
}

let postgres: PrivatePostgres | undefined
try {
  await killed(await aSite('sqlite'))
  await diskFull()
  postgres = await startPostgres({ isDurable: true })
  await onPostgres(postgres)
} finally {
  postgres?.stop()
  rmSync(root, { recursive: true, force: true })
}
