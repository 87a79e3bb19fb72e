import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Db, sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { type AuditFilter, auditActorIds, auditEntries, auditHead, lastChangeTo, verifyAudit } from './audit.queries.js'

/** What someone with the database's own password could do. */
async function tamper(db: Db, statement: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (db.engine === 'sqlite') {
      for (const verb of ['update', 'delete']) await sql.raw(`drop trigger audit_entry_no_${verb}`).execute(tx.source)
    } else {
      await sql.raw('drop trigger audit_entry_no_change on audit_entry').execute(tx.source)
    }
    await sql.raw(statement).execute(tx.source)
  })
}

async function writeSome(db: Db, count: number): Promise<void> {
  const deps = testDeps(db)
  for (let n = 1; n <= count; n += 1) {
    await db.transaction((tx) =>
      deps.audit(tx, SYSTEM, {
        action: 'test.write-line',
        subject: `test.line:${n}`,
        detail: { n, text: 'é "quoted"' },
      }),
    )
  }
}

describeOnEachDatabase('the audit trail', (open) => {
  it('is whole after ordinary work, and says how long it is', async () => {
    const db = await open()
    await writeSome(db, 5)
    const report = await verifyAudit(db)
    assert.ok(report.intact)
    assert.equal(report.entries, 5)
    assert.equal(await auditHead(db), 5)
    assert.deepEqual(
      (await auditEntries(db, 2)).map((entry) => entry.subject),
      ['test.line:5', 'test.line:4'],
    )
    assert.equal((await lastChangeTo(db, 'test.line:3'))?.actorName, 'Test')
  })

  it('is narrowed by who, by moments and by words in any case, whatever signs they hold', async () => {
    const db = await open()
    await writeSome(db, 3)
    const numbers = async (filter: AuditFilter) => (await auditEntries(db, 9, filter)).map(({ seq }) => seq)
    assert.deepEqual(await numbers({ words: 'WRITE line' }), [3, 2, 1])
    assert.deepEqual(await numbers({ words: 'line:2' }), [2])
    assert.deepEqual(await numbers({ words: '%' }), [])
    assert.deepEqual(await numbers({ words: 'é "quoted' }), [3, 2, 1])
    assert.deepEqual(await numbers({ before: 3, actorId: SYSTEM.id }), [2, 1])
    assert.deepEqual(await numbers({ actorId: 'nobody' }), [])
    assert.deepEqual(await numbers({ from: '2025-04-30T11:59:59.000Z', until: '2025-04-30T12:00:01.000Z' }), [3, 2, 1])
    assert.deepEqual(await numbers({ until: '2025-04-30T12:00:00.000Z' }), [])
    assert.deepEqual(await auditActorIds(db), [SYSTEM.id])
  })

  it('is whole when it is empty', async () => {
    assert.deepEqual((await verifyAudit(await open())).intact, true)
  })

  const attacks: Record<string, [string, number]> = {
    'a changed entry': ["update audit_entry set actor_name = 'Someone else' where seq = 3", 3],
    'a changed detail': [`update audit_entry set detail = '{"n":9}' where seq = 2`, 2],
    'a removed entry': ['delete from audit_entry where seq = 3', 3],
    'the last entry cut off': ['delete from audit_entry where seq = 5', 5],
    'the first entry cut off': ['delete from audit_entry where seq = 1', 1],
    'everything removed': ['delete from audit_entry', 1],
    'the record of the end removed': ['delete from audit_head', 0],
  }
  for (const [what, [statement, where]] of Object.entries(attacks)) {
    it(`finds ${what}`, async () => {
      const db = await open()
      await writeSome(db, 5)
      await tamper(db, statement)
      const report = await verifyAudit(db)
      assert.ok(!report.intact)
      assert.equal(report.seq, where)
    })
  }

  it('cannot be changed or emptied through the database itself', async () => {
    const db = await open()
    await writeSome(db, 2)
    for (const statement of ["update audit_entry set action = 'x'", 'delete from audit_entry']) {
      await assert.rejects(
        db.transaction((tx) => sql.raw(statement).execute(tx.source)),
        /append-only/,
      )
    }
    assert.ok((await verifyAudit(db)).intact)
  })

  it('keeps no entry of a change that was rolled back', async () => {
    const db = await open()
    const deps = testDeps(db)
    const attempt = db.transaction(async (tx) => {
      await deps.audit(tx, SYSTEM, { action: 'test.fail', subject: 'test.line:1' })
      throw new Error('changed my mind')
    })
    await assert.rejects(attempt, /changed my mind/)
    assert.equal(await auditHead(db), 0)
  })

  it('takes turns when many write at once', async () => {
    const db = await open()
    const deps = testDeps(db)
    const write = (n: number) =>
      db.transaction((tx) => deps.audit(tx, SYSTEM, { action: 'test.race', subject: `test.line:${n}` }))
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)))
    const report = await verifyAudit(db)
    assert.ok(report.intact)
    assert.equal(report.entries, 20)
  })
})
