import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { Conflict } from '#platform/errors.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { addPeriod, takeBackPeriod } from '../actions/set-period.js'
import { allPeriods, preElectionOn } from './pre-election.queries.js'

const draft = {
  election: 'the election of the Commissioner on 4 May 2028',
  from: isoDate('2028-03-27'),
  until: isoDate('2028-05-04'),
  decidedBy: 'the Monitoring Officer',
}

describeOnEachDatabase('periods before an election as stored', (open) => {
  it('bar publication on their days', async () => {
    const deps = testDeps(await open())
    await addPeriod(deps, SYSTEM, draft)
    assert.equal((await preElectionOn(deps.db, isoDate('2028-04-15')))?.election, draft.election)
    assert.equal(await preElectionOn(deps.db, isoDate('2028-05-05')), undefined)
  })

  it('stay on record when they are taken back, and are taken back once', async () => {
    const deps = testDeps(await open())
    const added = await addPeriod(deps, SYSTEM, draft)
    assert.ok(added.ok)
    const request = { periodId: added.value.id, reason: 'The election was put off by a year.' }
    await takeBackPeriod(deps, SYSTEM, request)
    assert.equal(await preElectionOn(deps.db, isoDate('2028-04-15')), undefined)
    assert.deepEqual(
      (await allPeriods(deps.db)).map(({ takenBack }) => takenBack),
      [request.reason],
    )
    await assert.rejects(takeBackPeriod(deps, SYSTEM, request), Conflict)
  })
})
