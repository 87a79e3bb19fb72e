import assert from 'node:assert/strict'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openRegister } from '#app/open-register.js'
import { MIGRATIONS } from '#migrations/all.js'
import { configFrom } from '#platform/config.js'
import { sql } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, serve } from '#test/support/command.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-operations-'))
after(() => rmSync(root, { recursive: true, force: true }))

/** An office in a folder of its own. */
async function anOffice(name: string, steps = MIGRATIONS) {
  const folder = join(root, name)
  const db = openSqlite(join(folder, 'register.sqlite'))
  await migrate(db, steps)
  const deps = testDeps(db)
  if (steps === MIGRATIONS) await anOfficeWithPlan(deps)
  else await db.transaction((tx) => sql`update audit_head set seq = 1`.execute(tx.source))
  await db.close()
  return { FRANKPLEDGE_DATA: folder }
}

type Folder = { readonly FRANKPLEDGE_DATA: string }

/** Runs statements on the register behind the program's back. */
async function behindItsBack({ FRANKPLEDGE_DATA: folder }: Folder, ...statements: string[]): Promise<void> {
  const db = openSqlite(join(folder, 'register.sqlite'))
  await db.transaction(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx.source)
  })
  await db.close()
}

describe('frankpledge verify', () => {
  it('says of a whole installation that it is whole, also while a server runs on it', async () => {
    const office = await anOffice('whole')
    const server = await serve(office)
    const { code, stdout } = await frankpledge(office, 'verify')
    await server.stop()
    assert.equal(code, 0)
    assert.match(stdout, /is whole: nothing is missing, nothing was changed/)
  })

  it('names a changed entry of the audit trail and a changed file', async () => {
    const office = await anOffice('changed')
    await behindItsBack(
      office,
      'drop trigger audit_entry_no_update',
      "update audit_entry set subject = 'another' where seq = 2",
      "insert into imports_file (sha256, file_name, kept_at, kept_by) values ('00', 'may.csv', '', '')",
      "insert into files_kept (sha256, size, bytes) values ('00', 3, x'616263')",
    )
    const { code, stdout } = await frankpledge(office, 'verify', '--json')
    assert.equal(code, 1)
    const { isWell, problems } = JSON.parse(stdout)
    assert.equal(isWell, false)
    assert.match(problems.join('\n'), /Audit trail: Entry 2 has been changed/)
    assert.match(problems.join('\n'), /may\.csv is not as it came/)
  })

  it('refuses a place that holds no register', async () => {
    assert.equal((await frankpledge({ FRANKPLEDGE_DATA: join(root, 'nothing') }, 'verify')).code, 2)
    assert.equal((await frankpledge({ FRANKPLEDGE_DATA: root }, 'verify', join(root, 'no-backup'))).code, 2)
  })
})

describe('the backup of the day', () => {
  it('is taken once, tried out, recorded, and pushes out only what is no longer needed', async () => {
    const office = await anOffice('daily')
    const folder = join(office.FRANKPLEDGE_DATA, 'backups')
    const earlier = await frankpledge(office, 'backup', join(folder, 'mine.sqlite'))
    assert.equal(earlier.code, 0, earlier.stderr)
    for (let day = 1; day <= 20; day += 1)
      writeFileSync(join(folder, `daily-2020-01-${`${day}`.padStart(2, '0')}.sqlite`), '')
    const taken = await frankpledge(office, 'backup', '--daily', '--json')
    assert.equal(taken.code, 0, taken.stderr)
    assert.ok(existsSync(JSON.parse(taken.stdout).file))
    assert.equal(JSON.parse((await frankpledge(office, 'backup', '--daily', '--json')).stdout).taken, false)
    const left = readdirSync(folder)
    assert.ok(left.includes('mine.sqlite'))
    assert.equal(left.filter((name) => name.startsWith('daily-2020')).length, 8, left.join())
    assert.deepEqual(
      readdirSync(office.FRANKPLEDGE_DATA).filter((name) => name.startsWith('rehearsal')),
      [],
    )
    const runs = await frankpledge(office, 'audit', 'list', '--json')
    assert.match(runs.stdout, /operations\.backup/)
    assert.match(runs.stdout, /operations\.rehearsal/)
  })

  it('is taken by the server when its time has come', async () => {
    const office = await anOffice('scheduled')
    const server = await serve({ ...office, BACKUP_AT: '00:00' })
    const folder = join(office.FRANKPLEDGE_DATA, 'backups')
    const isThere = () => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.manifest.json'))
    for (let waited = 0; waited < 300 && !isThere(); waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    assert.ok(isThere())
    assert.equal(await server.stop(), 0)
  })

  it('that was damaged is found by verify and by its rehearsal, which says so on the record', async () => {
    const office = await anOffice('damaged')
    const file = join(root, 'damaged.sqlite')
    assert.equal((await frankpledge(office, 'backup', file)).code, 0)
    assert.equal((await frankpledge(office, 'verify', file)).code, 0)
    const bytes = readFileSync(file)
    bytes.fill(7, bytes.length - 5000, bytes.length - 4000)
    writeFileSync(file, bytes)
    assert.equal((await frankpledge(office, 'verify', file)).code, 1)
    const rehearsed = await frankpledge(office, 'rehearse', file)
    assert.equal(rehearsed.code, 1)
    assert.match(rehearsed.stdout, /can NOT be relied upon/)
    appendFileSync(`${file}.manifest.json`, 'x')
    assert.equal((await frankpledge(office, 'verify', file)).code, 1)
  })
})

describe('an upgrade', () => {
  const failing = { name: '9999-failing', up: async () => Promise.reject(new Error('no such column')) }
  let office: Folder
  before(async () => {
    office = await anOffice('upgraded', MIGRATIONS.slice(0, -1))
  })

  const stepsIn = async () => {
    const db = openSqlite(join(office.FRANKPLEDGE_DATA, 'register.sqlite'))
    const { rows } = await sql`select name from schema_migration`.execute(db.source)
    await db.close()
    return rows.length
  }
  const backups = () => {
    const folder = join(office.FRANKPLEDGE_DATA, 'backups')
    return existsSync(folder) ? readdirSync(folder) : []
  }

  it('that fails leaves the register as it was, with a backup beside it', async () => {
    const steps = [...MIGRATIONS, failing]
    const problem = await openRegister(configFrom({ ...office }), steps).then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    assert.match(problem?.message ?? '', /failed and was undone: the register is as it was/)
    assert.match(problem?.message ?? '', /no such column/)
    assert.equal(await stepsIn(), MIGRATIONS.length - 1)
    assert.equal(backups().filter((name) => name.startsWith('before-upgrade-')).length, 1)
  })

  it('takes the steps after a backup, and none where nothing is new', async () => {
    for (let start = 0; start < 2; start += 1) await (await openRegister(configFrom({ ...office }))).close()
    assert.equal(await stepsIn(), MIGRATIONS.length)
    assert.equal(backups().length, 2)
  })

  it('is never undone by an earlier version: it says that a newer one was here', async () => {
    await assert.rejects(openRegister(configFrom({ ...office }), MIGRATIONS.slice(0, -1)), /newer Frankpledge/)
  })
})

describe('what is held about a person', () => {
  it('is written to a file once, and that it was asked for is on the trail', async () => {
    const office = await anOffice('subject')
    const made = await frankpledge(
      ...([
        office,
        'people',
        'create',
        '--email',
        'ann@office.example',
        '--name',
        'Ann Lee',
        '--role',
        'policy',
      ] as const),
    )
    assert.equal(made.code, 0, made.stderr)
    const file = join(root, 'ann.json')
    assert.equal((await frankpledge(office, 'subject-access', 'ann@office.example', '--out', file)).code, 0)
    assert.match(readFileSync(file, 'utf8'), /"email": "ann@office\.example"/)
    assert.equal((await frankpledge(office, 'subject-access', 'ann@office.example', '--out', file)).code, 2)
    assert.equal((await frankpledge(office, 'subject-access', 'nobody@office.example', '--out', `${file}2`)).code, 3)
    assert.match((await frankpledge(office, 'audit', 'list')).stdout, /people\.subject-access/)
  })
})
