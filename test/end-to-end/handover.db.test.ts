import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { canonicalJson } from '#kernel/canonical-json.js'
import { MIGRATIONS } from '#migrations/all.js'
import { GENESIS } from '#platform/audit/audit.js'
import { sql } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { writeOffice } from '#platform/handover/write-office.js'
import { frankpledge, type Settings, serve } from '#test/support/command.js'
import { anActionIn, anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'

const server = (process.env.DATABASES ?? '').includes('postgres') ? (process.env.TEST_POSTGRES_URL ?? '') : ''
const root = mkdtempSync(join(tmpdir(), 'frankpledge-handover-'))
const office: Settings = { FRANKPLEDGE_DATA: join(root, 'office') }
after(() => rmSync(root, { recursive: true, force: true }))

/** What `verify --json` says of an installation: whole or not, and where its audit trail ends. */
async function verified(settings: Settings) {
  const { code, stdout, stderr } = await frankpledge(settings, 'verify', '--json')
  return { code, stderr, ...JSON.parse(stdout || '{}') }
}

before(async () => {
  const db = openSqlite(join(root, 'office', 'register.sqlite'))
  await migrate(db, MIGRATIONS)
  const deps = testDeps(db)
  await anActionIn(deps, await anOfficeWithPlan(deps))
  await anAccount(deps)
  await db.close()
})

/** An entry of the audit trail as versions before its newest columns wrote it. */
function anEntryOfOld() {
  const entry = {
    seq: 1,
    at: '2025-04-30T12:00:00.000Z',
    actor_id: 'system',
    actor_name: 'Office',
    action: 'test.line',
  }
  const row = { ...entry, subject: 'test.line:1', detail: null, previous_hash: GENESIS }
  const hash = createHash('sha256').update(canonicalJson(row)).digest('hex')
  return [
    sql`insert into audit_entry (seq, at, actor_id, actor_name, action, subject, detail, previous_hash, hash)
      values (1, ${row.at}, 'system', 'Office', 'test.line', 'test.line:1', null, ${GENESIS}, ${hash})`,
    sql`update audit_head set seq = 1, hash = ${hash}`,
  ]
}

describe('an exported office', () => {
  const out = join(root, 'out')

  it('is whole by its own sums, fills an empty installation, and gives the same export again', async () => {
    const written = await frankpledge(office, 'export-office', '--out', out, '--json')
    assert.equal(written.code, 0, written.stderr)
    assert.equal((await frankpledge({}, 'verify', out)).code, 0)
    const successor = { FRANKPLEDGE_DATA: join(root, 'successor') }
    const taken = await frankpledge(successor, 'import-office', out, '--json')
    assert.equal(taken.code, 0, taken.stderr)
    assert.equal(JSON.parse(taken.stdout).auditHead, JSON.parse(written.stdout).audit.head)
    assert.equal((await verified(successor)).code, 0)
    const again = join(root, 'again')
    assert.equal((await frankpledge(successor, 'export-office', '--out', again)).code, 0)
    assert.equal(readFileSync(join(again, 'SHA256SUMS'), 'utf8'), readFileSync(join(out, 'SHA256SUMS'), 'utf8'))
  })

  it('is never put over an office, and never written over anything', async () => {
    const refused = await frankpledge(office, 'import-office', out)
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /holds an office already, so nothing was changed/)
    assert.equal((await frankpledge(office, 'export-office', '--out', out)).code, 1)
  })

  it('is refused when one line of it was changed, and leaves no trace', async () => {
    const changed = join(root, 'changed')
    assert.equal((await frankpledge(office, 'export-office', '--out', changed)).code, 0)
    appendFileSync(join(changed, 'tables', 'plan_node.jsonl'), '{"id":"slipped in"}\n')
    const nowhere = { FRANKPLEDGE_DATA: join(root, 'nowhere') }
    const refused = await frankpledge(nowhere, 'import-office', changed)
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /not what was exported, so nothing was changed: tables\/plan_node.jsonl/)
    assert.deepEqual(readdirSync(root).includes('nowhere'), false)
    assert.equal((await frankpledge({}, 'verify', changed)).code, 1)
  })

  it('of an earlier version arrives in its own schema and takes the steps since', async () => {
    const earlier = openSqlite(join(root, 'earlier', 'register.sqlite'))
    await migrate(earlier, MIGRATIONS.slice(0, 23))
    await earlier.transaction(async (tx) => {
      await sql`insert into imports_file values ('a', 'a.csv', ${Buffer.from('a,b')}, 'then', 'someone')`.execute(
        tx.source,
      )
      for (const statement of anEntryOfOld()) await statement.execute(tx.source)
    })
    const [folder, to] = [join(root, 'from-earlier'), { FRANKPLEDGE_DATA: join(root, 'later') }]
    await writeOffice(earlier, folder, { lake: join(root, 'no-lake'), now: new Date() })
    await earlier.close()
    const taken = await frankpledge(to, 'import-office', folder)
    assert.equal(taken.code, 0, taken.stderr)
    assert.match((await verified(to)).checks[1].name, /Audit trail/)
    assert.deepEqual((await verified(to)).checks[1].problems, [])
  })
})

describe('a move', { skip: server === '' }, () => {
  const admin = new pg.Client({ connectionString: server })
  const name = `move_${randomBytes(6).toString('hex')}`
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const onPostgres: Settings = { ...office, DATABASE_URL: url }
  before(async () => {
    await admin.connect()
    await admin.query(`create database ${name} template template0`)
  })
  after(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })

  it('to PostgreSQL and back keeps the fingerprint of every table', async () => {
    const there = await frankpledge(office, 'move', '--to', url, '--json')
    assert.equal(there.code, 0, there.stderr)
    assert.equal((await verified(onPostgres)).code, 0)
    const folder = join(root, 'back')
    const back = await frankpledge(onPostgres, 'move', '--to', `sqlite:${folder}`, '--json')
    assert.equal(back.code, 0, back.stderr)
    assert.deepEqual(JSON.parse(back.stdout), JSON.parse(there.stdout))
    assert.equal((await verified({ FRANKPLEDGE_DATA: folder })).code, 0)
  })

  it('is refused where an office is, and while a server runs on either database', async () => {
    assert.match((await frankpledge(office, 'move', '--to', url)).stderr, /holds an office already/)
    for (const from of [office, onPostgres]) {
      const running = await serve(from)
      const refused = await frankpledge(from, 'move', '--to', `sqlite:${join(root, 'elsewhere')}`)
      await running.stop()
      assert.equal(refused.code, 1)
      assert.match(refused.stderr, /in use: stop the server first/)
    }
  })

  it('is backed up, tried out and verified on PostgreSQL as on SQLite', async () => {
    const backups = { ...onPostgres, BACKUP_FOLDER: join(root, 'backups') }
    const taken = await frankpledge(backups, 'backup', '--daily', '--json')
    assert.equal(taken.code, 0, taken.stderr)
    const { file } = JSON.parse(taken.stdout)
    assert.equal((await frankpledge(backups, 'verify', file)).code, 0)
    const damaged = `${file}.damaged`
    writeFileSync(damaged, readFileSync(file).subarray(0, -1000))
    const refused = await frankpledge(backups, 'rehearse', damaged)
    assert.equal(refused.code, 1)
    assert.match(refused.stdout, /can NOT be relied upon/)
  })
})
