import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { serve } from '#test/support/command.js'
import { type PrivatePostgres, startPostgres } from '#test/support/postgres.js'
import { open, send, signIn, startWriting } from '#test/support/writers.js'
import {
  AT_ONCE,
  aSite,
  chaosFolder,
  check,
  report,
  type Site,
  sweepUp,
  troubled,
  verified,
  wait,
} from './chaos-site.js'
import { jobsAreDoneOnce, killWorker, startWorker, undisturbed } from './chaos-worker.js'

/**
 * `npm run bench:chaos`: web and worker killed, the clock moved, PostgreSQL restarted and disks filled under load. Every
 * acknowledged write must be there, every hash verify, each job be done once. `-- --rounds 8 --only postgres` is shorter.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '50' }, only: { type: 'string', default: 'sqlite,postgres' } },
})
const ROUNDS = Number(values.rounds)
const HOUR_MS = 3_600_000

/** Kills the server and the worker beside it, at other moments of their work in each round. */
async function killed(site: Site): Promise<void> {
  const acknowledged: string[] = []
  const wholeMs = await undisturbed(site)
  let cookie = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(site.settings)
    cookie ||= await signIn(server.url, site.work)
    const page = server.url + site.work.address
    const writing = startWriting([page], await open(page, cookie), { people: AT_ONCE, label: `${round}` })
    const worker = startWorker(site, round + 1)
    // From while it starts until after it has ended, by how long it takes undisturbed.
    await wait(wholeMs * (0.2 + ((round * 37) % 100) / 100))
    await killWorker(worker)
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    await writing.stop()
    acknowledged.push(...writing.acknowledged)
    await check(site, acknowledged)
  }
  const jobs = await jobsAreDoneOnce(site, ROUNDS + 1)
  report(site, `web and worker killed ${ROUNDS} times`, acknowledged.length, `${await verified(site)}; ${jobs}`)
}

/** An hour on, an hour back, a day back, half a day on (which ends every session of today), and right again. */
const MOVES = [1, -1, 0, -24, 13, 0].map((hours) => hours * HOUR_MS)

async function clockMoved(site: Site): Promise<void> {
  await troubled(site, {
    what: `clock moved ${MOVES.length} times`,
    rounds: MOVES.length,
    happens: async (round, { url, cookie }) => {
      const move = MOVES[round] ?? 0
      site.moveClock(move)
      await wait(100)
      const { status } = await fetch(`${url}/staff`, { headers: { cookie }, redirect: 'manual' })
      // Twelve hours without use end a session; a clock that goes back brings nobody in who was not there.
      assert.equal(status, move > 12 * HOUR_MS ? 303 : 200, `a session ${move / HOUR_MS} hours on`)
      const stranger = await send(url + site.work.address, { cookie: 'session=made-up', token: '' }, {})
      assert.ok(stranger && [303, 403].includes(stranger.status))
    },
  })
}

/** A file system of a few megabytes that is filled to its last byte, and made free again. Needs the rights to mount one. */
async function diskFull(): Promise<void> {
  const folder = chaosFolder('small-disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder])
  if (mounted.status !== 0) {
    console.log('| disk full | SQLite | | | not tried: no right to mount a small disk here |')
    return
  }
  const filler = join(folder, 'filler')
  const happens = async () => {
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', 'count=400'], { stdio: 'ignore' })
    await wait(300)
    rmSync(filler, { force: true })
  }
  try {
    await troubled(await aSite('small-disk'), { what: 'disk full 5 times', rounds: 5, happens })
  } finally {
    execFileSync('umount', ['-l', folder])
  }
}

async function onPostgres(postgres: PrivatePostgres): Promise<void> {
  await killed(await aSite('postgres', postgres.url))
  await clockMoved(await aSite('postgres-clock', await another(postgres, 'clock')))
  const what = 'PostgreSQL stopped at once and started anew 5 times'
  const site = await aSite('postgres-restarts', await another(postgres, 'restarts'))
  await troubled(site, { what, rounds: 5, happens: () => postgres.restart() })
}

async function another({ url }: PrivatePostgres, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  await client.end()
  return url.replace(/\/[^/]*$/, `/${name}`)
}

let postgres: PrivatePostgres | undefined
console.log('| What breaks | Database | Updates acknowledged | Lost | Afterwards |\n|---|---|--:|--:|---|')
try {
  if (values.only.includes('sqlite')) {
    await killed(await aSite('sqlite'))
    await clockMoved(await aSite('sqlite-clock'))
    await diskFull()
  }
  if (values.only.includes('postgres')) {
    postgres = await startPostgres({ isDurable: true })
    await onPostgres(postgres)
  }
} finally {
  postgres?.stop()
  sweepUp()
}
