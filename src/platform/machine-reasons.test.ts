import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { it } from 'node:test'
import { openTestDb } from '#test/support/databases.js'
import { sql } from './db/db.js'
import { machineReason, reasonInWords } from './machine-reasons.js'

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (problem) {
    return problem
  }
}

/** A database that may grow no more, as on a full disk. */
function fullDatabase(): unknown {
  const database = new DatabaseSync(':memory:')
  database.exec('create table t (x text) strict; pragma max_page_count = 2')
  return thrownBy(() => database.prepare('insert into t values (?)').run('x'.repeat(100_000)))
}

it('says what to do about a full disk, whoever met it', async () => {
  const full = await writeFile('/dev/full', 'x').catch((problem: unknown) => problem)
  const fromPostgres = Object.assign(new Error('could not extend file'), { code: '53100' })
  for (const problem of [full, fullDatabase(), fromPostgres])
    assert.match(machineReason(problem) ?? '', /^There is no room left on the disk.*: make room/)
})

it('says where something may not be written, or stands in the way', () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/srv/backups' })
  assert.equal(
    machineReason(refused),
    'This account may not write or read there (/srv/backups): let it, or choose another place',
  )
  const inTheWay = Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR', path: '/srv/a' })
  assert.match(machineReason(inTheWay) ?? '', /^Something stands where a folder or file should go/)
})

it('leaves every other fault as it is', () => {
  assert.equal(machineReason(new TypeError('x is not a function')), undefined)
  assert.equal(machineReason('text'), undefined)
  assert.equal(reasonInWords(new Error('It is so')), 'It is so')
})

it('is told of a transaction that met a full disk, and not of what came after', async () => {
  const db = await openTestDb()
  await sql`pragma max_page_count = 1`.execute(db.source)
  const writing = db.transaction((tx) =>
    sql`insert into operations_run (id, kind, due, attempts, started_at, summary)
      values ('a', 'backup', 'a', 1, 'now', ${'x'.repeat(5_000_000)})`.execute(tx.source),
  )
  await assert.rejects(writing, (problem) => /no room left/.test(machineReason(problem) ?? ''))
  await db.close()
})
