import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { currentBody } from '#modules/body/index.js'
import { readContent } from '#modules/example/cli/read-content.js'
import { createAccount } from '#modules/people/index.js'
import { publishedPlans, verifyVersions } from '#modules/plan/index.js'
import { publishedReports } from '#modules/reports/index.js'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { describeOnEachDatabase, openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { makeExample } from '#test/support/example.js'

/** All that could differ between two makings: ids and times in the trail, the hashes of plans and reports. */
async function fingerprintOf(db: Db) {
  return {
    trail: await verifyAudit(db),
    plans: (await publishedPlans(db)).map(({ planId, sha256 }) => ({ planId, sha256 })),
    reports: (await publishedReports(db)).map(({ publication }) => publication.sha256),
  }
}

describeOnEachDatabase('making the example office', (open) => {
  it('comes out the same every time, on every engine', async () => {
    const [db, other] = [await open(), await openTestDb()]
    assert.ok((await makeExample(db)).ok)
    assert.ok((await makeExample(other)).ok)
    const fingerprint = await fingerprintOf(db)
    assert.ok(fingerprint.trail.intact && fingerprint.plans.length === 2 && fingerprint.reports.length === 2)
    assert.deepEqual(fingerprint, await fingerprintOf(other))
    assert.ok((await verifyVersions(db)).every(({ isSound }) => isSound))
    await other.close()
  })

  it('leaves nothing behind when something in it is wrong', async () => {
    const db = await open()
    const reports = readContent().reports.map((report) => ({ ...report, theme: 'nowhere' }))
    await assert.rejects(makeExample(db, { reports }), /reports\.json: .* names '.*nowhere'/)
    assert.equal(await currentBody(db, isoDate('2025-04-30')), undefined)
    assert.deepEqual(await publishedPlans(db), [])
    const trail = await verifyAudit(db)
    assert.ok(trail.intact && trail.entries === 0)
  })

  it('is refused where somebody has an account already', async () => {
    const db = await open()
    const account = { email: 'officer@wessex.test', name: 'Officer', roles: ['policy'] as const, organisationId: null }
    const made = await createAccount(testDeps(db), SYSTEM, { ...account, password: 'eleven-herrings-in-a-row' })
    assert.ok(made.ok)
    assert.deepEqual(await makeExample(db), { ok: false, error: { code: 'has-accounts' } })
    assert.equal(await currentBody(db, isoDate('2025-04-30')), undefined)
  })
})
