import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { MIGRATIONS } from '#migrations/all.js'
import { auditHead, verifyAudit } from '#platform/audit/audit.queries.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, serve } from '#test/support/command.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { crimeId, csvOf, STREET_HEADER, streetLine, writtenTo } from '#test/support/police-files.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-backup-'))
after(() => rmSync(root, { recursive: true, force: true }))

/** A register with this many audit entries, in a folder of its own. */
async function registerWith(name: string, entries: number) {
  const folder = join(root, name)
  const db = openSqlite(join(folder, 'register.sqlite'))
  await migrate(db, MIGRATIONS)
  const deps = testDeps(db)
  for (let n = 1; n <= entries; n += 1) {
    await db.transaction((tx) => deps.audit(tx, SYSTEM, { action: 'test.write-line', subject: `test.line:${n}` }))
  }
  await db.close()
  return { FRANKPLEDGE_DATA: folder }
}

async function entriesIn(settings: { FRANKPLEDGE_DATA: string }): Promise<number> {
  const db = openSqlite(join(settings.FRANKPLEDGE_DATA, 'register.sqlite'))
  try {
    assert.ok((await verifyAudit(db)).intact)
    return await auditHead(db)
  } finally {
    await db.close()
  }
}

describe('backup and restore', () => {
  it('takes a whole copy while the server is running, and puts it into an empty folder', async () => {
    const settings = await registerWith('running', 7)
    const file = join(root, 'running.backup')
    const server = await serve(settings)
    const taken = await frankpledge(settings, 'backup', file, '--json')
    assert.equal(await server.stop(), 0)
    assert.equal(taken.code, 0, taken.stderr)
    assert.equal(JSON.parse(taken.stdout).auditEntries, 7)
    const elsewhere = { FRANKPLEDGE_DATA: join(root, 'elsewhere') }
    const restored = await frankpledge(elsewhere, 'restore', file)
    assert.equal(restored.code, 0, restored.stderr)
    assert.match(restored.stdout, /7 audit entries, chain intact/)
    assert.equal(await entriesIn(elsewhere), 7)
  })

  it('copies the police data beside the file, and puts them back', async () => {
    const settings = await registerWith('police', 1)
    const month = csvOf(STREET_HEADER, [streetLine({ id: crimeId('a') }), streetLine({ id: crimeId('b') })])
    const street = writtenTo(root, '2024-01-kent-street.csv', month)
    assert.equal((await frankpledge(settings, 'crime', 'import', street)).code, 0)
    const file = join(root, 'police.backup')
    const taken = await frankpledge(settings, 'backup', file, '--json')
    assert.deepEqual(JSON.parse(taken.stdout).policeImports, 1)
    const elsewhere = { FRANKPLEDGE_DATA: join(root, 'police-elsewhere') }
    const restored = await frankpledge(elsewhere, 'restore', file)
    assert.match(restored.stdout, /Police data of 1 import put in place/)
    const counts = await frankpledge(elsewhere, 'crime', 'counts', '--by', 'month', '--json')
    assert.deepEqual(JSON.parse(counts.stdout), [{ month: '2024-01', count: 2 }])
    assert.equal((await frankpledge(elsewhere, 'verify')).code, 0)
    rmSync(join(elsewhere.FRANKPLEDGE_DATA, 'lake', 'imports'), { recursive: true })
    const lost = await frankpledge(elsewhere, 'verify')
    assert.equal(lost.code, 1)
    assert.match(lost.stdout, /lake\/imports\/.* is missing or cannot be read/)
  })

  it('replaces a register only on purpose, and keeps what stood there', async () => {
    const small = await registerWith('small', 2)
    const large = await registerWith('large', 5)
    const file = join(root, 'small.backup')
    await frankpledge(small, 'backup', file)
    const refused = await frankpledge(large, 'restore', file)
    assert.notEqual(refused.code, 0)
    assert.match(refused.stderr, /add --replace/)
    assert.equal(await entriesIn(large), 5)
    assert.equal((await frankpledge(large, 'restore', file, '--replace')).code, 0)
    assert.equal(await entriesIn(large), 2)
    assert.ok(readdirSync(large.FRANKPLEDGE_DATA).some((name) => name.startsWith('register-before-restore-')))
  })

  it('is refused while a server has the register open', async () => {
    const settings = await registerWith('open', 3)
    const file = join(root, 'open.backup')
    await frankpledge(settings, 'backup', file)
    const server = await serve(settings)
    const refused = await frankpledge(settings, 'restore', file, '--replace')
    await server.stop()
    assert.notEqual(refused.code, 0)
    assert.match(refused.stderr, /stop the server first/)
    assert.equal(await entriesIn(settings), 3)
  })

  it('refuses a file that is no backup, and changes nothing', async () => {
    const settings = await registerWith('kept', 4)
    const junk = join(root, 'junk')
    writeFileSync(junk, 'this is not a register')
    const refused = await frankpledge(settings, 'restore', junk, '--replace')
    assert.notEqual(refused.code, 0)
    assert.match(refused.stderr, /cannot be restored, so nothing was changed/)
    assert.equal(await entriesIn(settings), 4)
    assert.equal((await frankpledge(settings, 'restore', join(root, 'absent'))).code, 2)
  })

  it('never overwrites an earlier backup', async () => {
    const settings = await registerWith('twice', 1)
    const file = join(root, 'twice.backup')
    assert.equal((await frankpledge(settings, 'backup', file)).code, 0)
    assert.equal((await frankpledge(settings, 'backup', file)).code, 2)
  })
})

describe('the command line', () => {
  it('says which command it does not know, and exits with 2', async () => {
    const ended = await frankpledge({ FRANKPLEDGE_DATA: join(root, 'none') }, 'plan', 'explode')
    assert.equal(ended.code, 2)
    assert.equal(ended.stdout, '')
    assert.match(ended.stderr, /There is no command 'plan explode'/)
  })

  it('says which setting is wrong', async () => {
    const ended = await frankpledge({ FRANKPLEDGE_DATA: root, PORT: 'many' }, 'serve')
    assert.match(ended.stderr, /PORT must be a number/)
    assert.notEqual(ended.code, 0)
  })
})
