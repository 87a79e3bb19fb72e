import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { MIGRATIONS } from '#migrations/all.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import { backUpPostgres } from '#platform/db/backup.js'
import { migrate } from '#platform/db/migrate.js'
import { openPostgres } from '#platform/db/postgres.js'
import { restorePostgres } from '#platform/db/restore.js'
import { Obstacle } from '#platform/errors.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'

const server = (process.env.DATABASES ?? '').includes('postgres') ? (process.env.TEST_POSTGRES_URL ?? '') : ''

/** A database of its own, because a restore takes the whole of one. */
describe('a register in PostgreSQL', { skip: server === '' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-restore-'))
  const name = `restore_${randomBytes(6).toString('hex')}`
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const good = join(folder, 'good.pgdump')
  const admin = new pg.Client({ connectionString: server })

  const withRegister = async <T>(work: (db: ReturnType<typeof openPostgres>) => Promise<T>): Promise<T> => {
    const db = openPostgres(url)
    try {
      await migrate(db, MIGRATIONS)
      return await work(db)
    } finally {
      await db.close()
    }
  }
  const entries = () => withRegister(auditHead)
  const write = (subject: string) =>
    withRegister((db) => db.transaction((tx) => testDeps(db).audit(tx, SYSTEM, { action: 'test.write-line', subject })))

  before(async () => {
    await admin.connect()
    await admin.query(`create database ${name}`)
    await write('test.line:1')
    await backUpPostgres(url, good)
    await write('test.line:2')
  })
  after(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is replaced only on purpose', async () => {
    await assert.rejects(restorePostgres(url, good, false), Obstacle)
    assert.equal(await entries(), 2)
  })

  it('is as it was after a backup that is damaged', async () => {
    const damaged = join(folder, 'damaged.pgdump')
    writeFileSync(damaged, readFileSync(good).subarray(0, -2000))
    await assert.rejects(restorePostgres(url, damaged, true), Obstacle)
    assert.equal(await entries(), 2)
  })

  it('gives way to the backup and is kept aside, outside the next backup', async () => {
    assert.match((await restorePostgres(url, good, true)) ?? '', /schema register_before_restore_\d+/)
    assert.equal(await entries(), 1)
    const next = join(folder, 'next.pgdump')
    await backUpPostgres(url, next)
    await restorePostgres(url, next, true)
    assert.equal(await entries(), 1)
  })
})
