import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { MIGRATIONS } from '#migrations/all.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, serve } from '#test/support/command.js'
import { assertNothingLost, makeWork, open, signIn, startWriting } from '#test/support/writers.js'

/** `npm run bench:chaos` does fifty on each database. */
const ROUNDS = 12
/** As many as a small office has people: their writes meet. */
const AT_ONCE = 4

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-killed-server-'))
const file = join(folder, 'register.sqlite')
after(() => rmSync(folder, { recursive: true, force: true }))

const withRegister = async <T>(work: (db: ReturnType<typeof openSqlite>) => Promise<T>): Promise<T> => {
  const db = openSqlite(file)
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

it(`keeps every update that it acknowledged when the server is killed, ${ROUNDS} times`, async () => {
  const work = await withRegister(async (db) => {
    await migrate(db, MIGRATIONS)
    return makeWork(db, folder)
  })
  const settings = { FRANKPLEDGE_DATA: folder }
  const acknowledged: string[] = []
  let cookie = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(settings)
    cookie ||= await signIn(server.url, work)
    const page = server.url + work.address
    const writing = startWriting([page], await open(page, cookie), { people: AT_ONCE, label: `${round}` })
    await new Promise((resolve) => setTimeout(resolve, 30 + ((round * 37) % 150)))
    server.process.kill('SIGKILL')
    await once(server.process, 'exit')
    await writing.stop()
    acknowledged.push(...writing.acknowledged)
    await withRegister((db) => assertNothingLost(db, work.planId, acknowledged))
  }
  assert.ok(acknowledged.length > ROUNDS, `only ${acknowledged.length} updates were acknowledged`)
  assert.equal((await frankpledge(settings, 'verify')).code, 0)
})
