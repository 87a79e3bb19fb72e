import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { MIGRATIONS } from '#migrations/all.js'
import { beginRun } from '#modules/operations/actions/run-once.js'
import { sql } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openPostgres } from '#platform/db/postgres.js'
import { frankpledge, type Server, serve } from '#test/support/command.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import {
  assertNothingLost,
  type Client,
  makeWork,
  open,
  send,
  signIn,
  startWriting,
  type Work,
} from '#test/support/writers.js'

const postgres = (process.env.DATABASES ?? '').includes('postgres') ? (process.env.TEST_POSTGRES_URL ?? '') : ''

/** A form whose first half has arrived; `finish` sends the rest and answers with the status. */
async function halfSent(url: string, { cookie, token }: Client, text: string) {
  const form = { _csrf: token, text, 'on-day': '30', 'on-month': '4', 'on-year': '2025', status: '' }
  const body = new URLSearchParams(form).toString()
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  const sending = request(url, { method: 'POST', headers })
  sending.write(body.slice(0, 20))
  // Long enough for the server to have it in hand.
  await new Promise((resolve) => setTimeout(resolve, 200))
  const finish = async () => {
    sending.end(body.slice(20))
    const [answer] = await once(sending, 'response')
    answer.resume()
    return answer.statusCode
  }
  return { finish }
}

describe('two servers on one PostgreSQL', { skip: postgres === '' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-several-'))
  const name = `several_${randomBytes(6).toString('hex')}`
  const url = postgres.replace(/\/[^/]*$/, `/${name}`)
  const settings = { FRANKPLEDGE_DATA: folder, DATABASE_URL: url }
  const admin = new pg.Client({ connectionString: postgres })
  const servers: Server[] = []
  let [work, cookie]: [Work | undefined, string] = [undefined, '']

  const withRegister = async <T>(task: (db: ReturnType<typeof openPostgres>) => Promise<T>): Promise<T> => {
    const db = openPostgres(url)
    try {
      return await task(db)
    } finally {
      await db.close()
    }
  }
  const at = (server: number, path: string) => `${servers[server]?.url}${path}`
  const page = () => work?.address ?? ''

  before(async () => {
    await admin.connect()
    await admin.query(`create database ${name} template template0`)
    work = await withRegister(async (db) => {
      await migrate(db, MIGRATIONS)
      return makeWork(db, folder)
    })
    servers.push(await serve(settings), await serve(settings))
  })
  after(async () => {
    for (const server of servers) await server.stop()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it('know the same people: a session of one is a session of the other', async () => {
    assert.ok(work)
    cookie = await signIn(at(0, ''), work)
    const answer = await fetch(at(1, '/staff'), { headers: { cookie }, redirect: 'manual' })
    assert.equal(answer.status, 200)
  })

  it('take writes at once, each kept once and in one chain', async () => {
    assert.ok(work)
    const client = await open(at(0, page()), cookie)
    const writing = startWriting([at(0, page()), at(1, page())], client, { people: 4, label: 'both' })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await writing.stop()
    assert.ok(writing.acknowledged.length > 4, `${writing.acknowledged.length} writes`)
    const { planId } = work
    await withRegister((db) => assertNothingLost(db, planId, writing.acknowledged))
  })

  it('show the public what the other has published, within two seconds', async () => {
    const shown = async (server: number) => (await fetch(at(server, '/'))).headers.get('etag')
    const [before0, before1] = [await shown(0), await shown(1)]
    assert.equal(before0, before1)
    await withRegister((db) =>
      db.transaction(async (tx) => {
        await sql`update body_description set short_name = 'Renamed', name = 'Renamed'`.execute(tx.source)
        await testDeps(db).audit(tx, SYSTEM, { action: 'test.rename', subject: 'body.description' })
      }),
    )
    const until = Date.now() + 2000
    const hasChanged = async (server: number, was: string | null) => {
      while (Date.now() < until) {
        if ((await shown(server)) !== was) return true
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return false
    }
    assert.ok((await hasChanged(0, before0)) && (await hasChanged(1, before1)))
    assert.equal(await shown(0), await shown(1))
  })

  it('begin what is due once only once', async () => {
    const due = { kind: 'backup', due: '2025-05-01' } as const
    const begun = await Promise.all(
      Array.from({ length: 4 }, () => withRegister((db) => beginRun(testDeps(db), SYSTEM, due))),
    )
    assert.equal(begun.filter(Boolean).length, 1)
  })

  it('lose no request while one after the other is started anew', async () => {
    assert.ok(work)
    const client = await open(at(0, page()), cookie)
    for (const server of [0, 1]) {
      const other = 1 - server
      const stopping = servers[server]
      assert.ok(stopping)
      // In flight on the one that stops: it must be finished. New ones go where a balancer would send them.
      const underWay = await halfSent(at(server, page()), client, `In flight at ${server}`)
      const writing = startWriting([at(other, page())], client, { people: 2, label: `roll ${server}` })
      const stopped = stopping.stop()
      await new Promise((resolve) => setTimeout(resolve, 300))
      assert.equal(await underWay.finish(), 303, 'a request in flight was lost')
      assert.equal(await stopped, 0)
      await writing.stop()
      servers[server] = await serve(settings)
      const { planId } = work
      await withRegister((db) => assertNothingLost(db, planId, [...writing.acknowledged, `In flight at ${server}`]))
    }
  })

  it('keep every acknowledged update when PostgreSQL cuts every connection, and go on by themselves', async () => {
    assert.ok(work)
    const client = await open(at(0, page()), cookie)
    const writing = startWriting([at(0, page()), at(1, page())], client, { people: 4, label: 'cut' })
    for (let cut = 0; cut < 5; cut += 1) {
      await new Promise((resolve) => setTimeout(resolve, 150))
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    }
    const before = writing.acknowledged.length
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await writing.stop()
    assert.ok(writing.acknowledged.length > before, 'nothing was written after the connections were cut')
    const { planId } = work
    await withRegister((db) => assertNothingLost(db, planId, writing.acknowledged))
  })

  it('lose nothing when one is killed while both write', async () => {
    assert.ok(work)
    const client = await open(at(0, page()), cookie)
    const victim = servers[1]
    assert.ok(victim)
    const writing = startWriting([at(0, page()), at(1, page())], client, { people: 4, label: 'killed' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    victim.process.kill('SIGKILL')
    await once(victim.process, 'exit')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await writing.stop()
    const { planId } = work
    await withRegister((db) => assertNothingLost(db, planId, writing.acknowledged))
    assert.equal((await frankpledge(settings, 'verify')).code, 0)
  })

  it('end a session everywhere when it is ended at one', async () => {
    await send(at(0, '/sign-out'), await open(at(0, page()), cookie), {})
    const answer = await fetch(at(0, '/staff'), { headers: { cookie }, redirect: 'manual' })
    assert.equal(answer.status, 303)
  })
})
