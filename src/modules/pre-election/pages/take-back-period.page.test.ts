import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { addPeriod } from '../actions/set-period.js'
import { allPeriods } from '../data/pre-election.queries.js'

async function withPeriod() {
  const app = await testApp()
  const today = app.deps.today()
  const draft = { election: 'the by-election', from: today, until: today, decidedBy: 'the office' }
  const added = await addPeriod(app.deps, SYSTEM, draft)
  assert.ok(added.ok)
  return { ...app, address: `/staff/pre-election/${added.value.id}/take-back` }
}

describe('the page that takes a period back', () => {
  it('keeps the reason', async () => {
    const { deps, post, address } = await withPeriod()
    assert.equal((await post(address, { reason: 'Called off.' }, actorOf('office'))).statusCode, 303)
    assert.deepEqual(
      (await allPeriods(deps.db)).map(({ takenBack }) => takenBack),
      ['Called off.'],
    )
  })

  it('asks for a reason', async () => {
    const { deps, post, address } = await withPeriod()
    assert.equal((await post(address, { reason: ' ' }, actorOf('office'))).statusCode, 422)
    assert.deepEqual(
      (await allPeriods(deps.db)).map(({ takenBack }) => takenBack),
      [null],
    )
  })
})
