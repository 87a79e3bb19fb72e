import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { historyClock } from './history-clock.js'

describe('the clock of the office’s past', () => {
  it('opens each day at nine and moves on a second with every look', () => {
    const clock = historyClock(isoDate('2012-11-22'))
    assert.equal(clock.now().toISOString(), '2012-11-22T09:00:01.000Z')
    assert.equal(clock.now().toISOString(), '2012-11-22T09:00:02.000Z')
    clock.goTo(isoDate('2017-03-24'))
    assert.equal(clock.today(), '2017-03-24')
    assert.equal(clock.now().toISOString(), '2017-03-24T09:00:01.000Z')
  })

  it('stays where it is when it is told to go to the same day', () => {
    const clock = historyClock(isoDate('2021-12-01'))
    const before = clock.now()
    clock.goTo(isoDate('2021-12-01'))
    assert.ok(clock.now() > before)
  })

  it('never goes back', () => {
    const clock = historyClock(isoDate('2021-12-01'))
    assert.throws(() => clock.goTo(isoDate('2021-11-30')), /cannot go back to 2021-11-30/)
  })
})
