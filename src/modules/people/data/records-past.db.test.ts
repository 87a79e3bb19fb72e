import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { failedAttempts, linksOver, sessionsOver } from '../actions/records-kept.js'

const [EARLY, MOMENT, LATE] = ['2025-04-01T00:00:00.000Z', '2025-04-02T00:00:00.000Z', '2025-04-03T00:00:00.000Z']

describeOnEachDatabase('records of signing in', (open) => {
  it('past their time are counted and removed, and no others', async () => {
    const db = await open()
    const { id } = await anAccount(testDeps(db))
    await db.transaction(async (tx) => {
      for (const at of [EARLY, LATE]) {
        await sql`insert into people_session (id, token_hash, account_id, created_at, seen_at, expires_at, address)
          values (${at}, ${at}, ${id}, ${EARLY}, ${EARLY}, ${at}, '198.51.100.7')`.execute(tx.source)
        await sql`insert into people_throttle (key, failures, last_failed_at) values (${at}, 1, ${at})`.execute(
          tx.source,
        )
        await sql`insert into people_link (id, token_hash, account_id, kind, made_by, made_at, expires_at)
          values (${at}, ${at}, ${id}, 'pass', ${id}, ${EARLY}, ${at})`.execute(tx.source)
      }
    })
    for (const rule of [sessionsOver, failedAttempts, linksOver]) {
      assert.equal(await rule.count(db, MOMENT), 1)
      await db.transaction((tx) => rule.remove(tx, MOMENT))
      assert.equal(await rule.count(db, MOMENT), 0)
      assert.equal(await rule.count(db, '2030-01-01'), 1)
    }
  })
})
