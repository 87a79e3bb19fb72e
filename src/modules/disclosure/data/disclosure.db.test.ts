import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql, writing } from '#platform/db/db.js'
import { Forbidden } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { relateParts } from '../actions/relate-parts.js'
import { setOfficeRule } from '../actions/set-office-rule.js'
import { officeRule, sumsOfMeasures } from './disclosure.queries.js'

describeOnEachDatabase('the rule for small numbers', (open) => {
  it('is none until somebody decides, and then the newest decision', async () => {
    const db = await open()
    const at = (moment: string) => ({ ...testDeps(db), now: () => new Date(moment) })
    assert.deepEqual(await officeRule(db), { suppressBelow: null, showsZero: true, reason: '', recordedAt: null })
    const decide = (moment: string, suppressBelow: number | null, showsZero: boolean) =>
      setOfficeRule(at(moment), SYSTEM, { suppressBelow, showsZero, reason: ' Few victims ' })
    assert.ok((await decide('2025-04-01T09:00:00Z', 5, true)).ok)
    assert.ok((await decide('2025-04-02T09:00:00Z', 10, false)).ok)
    const { suppressBelow, showsZero, reason } = await officeRule(db)
    assert.deepEqual([suppressBelow, showsZero, reason], [10, false, 'Few victims'])
  })

  it('has a threshold that makes sense and a reason, and keeps every decision', async () => {
    const deps = testDeps(await open())
    const set = (suppressBelow: number, reason: string) =>
      setOfficeRule(deps, SYSTEM, { suppressBelow, showsZero: true, reason })
    for (const below of [0, 1, 2.5, 101, Number.NaN]) {
      assert.deepEqual(await set(below, 'Why'), { ok: false, error: { code: 'not-a-threshold' } })
    }
    assert.deepEqual(await set(5, ' '), { ok: false, error: { code: 'no-reason' } })
    assert.ok((await set(5, 'Few victims')).ok)
    const change = deps.db.transaction(async (tx) => {
      await sql`update disclosure_rule set suppress_below = null`.execute(writing(tx))
    })
    await assert.rejects(change, /append-only/)
  })

  it('knows which measures are the sums of which, said anew or taken back', async () => {
    const deps = testDeps(await open())
    assert.ok((await relateParts(deps, SYSTEM, { whole: 'all', parts: ['b', 'a', 'a'] })).ok)
    assert.deepEqual(await sumsOfMeasures(deps.db), [{ whole: 'all', parts: ['a', 'b'] }])
    assert.deepEqual(await relateParts(deps, SYSTEM, { whole: 'all', parts: ['all'] }), {
      ok: false,
      error: { code: 'part-of-itself' },
    })
    await relateParts(deps, SYSTEM, { whole: 'all', parts: [] })
    assert.deepEqual(await sumsOfMeasures(deps.db), [])
  })

  it('is for the office to decide', async () => {
    const deps = testDeps(await open())
    const rule = { suppressBelow: 5, showsZero: true, reason: 'x' }
    await assert.rejects(setOfficeRule(deps, actorOf('partner'), rule), Forbidden)
    await assert.rejects(relateParts(deps, actorOf('force'), { whole: 'a', parts: ['b'] }), Forbidden)
  })
})
