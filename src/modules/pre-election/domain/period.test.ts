import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { checkPeriod, type PreElectionPeriod, periodOn } from './period.js'

const period: PreElectionPeriod = {
  id: 'a',
  election: 'the election of the Commissioner on 4 May 2028',
  from: isoDate('2028-03-27'),
  until: isoDate('2028-05-04'),
  decidedBy: 'the Monitoring Officer',
  takenBack: null,
}

describe('the days before an election', () => {
  it('count from the first to the last, both of them', () => {
    const on = (day: string) => periodOn([period], isoDate(day))?.id
    assert.deepEqual(['2028-03-26', '2028-03-27', '2028-05-04', '2028-05-05'].map(on), [undefined, 'a', 'a', undefined])
  })

  it('count no longer once they are taken back', () => {
    assert.equal(periodOn([{ ...period, takenBack: 'Called off' }], isoDate('2028-04-01')), undefined)
  })

  it('are refused when they end before they begin, or run for longer than an election needs', () => {
    const backwards = { ...period, until: isoDate('2028-03-01') }
    assert.deepEqual(checkPeriod(backwards, -26), { ok: false, error: { code: 'ends-before-it-begins' } })
    assert.deepEqual(checkPeriod(period, 404), { ok: false, error: { code: 'too-long' } })
    assert.equal(checkPeriod(period, 38).ok, true)
  })
})
