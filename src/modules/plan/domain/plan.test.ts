import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#kernel/dates.js'
import { checkDates, issueBy, latestFirstStart, planningPeriod } from './plan.js'

const dates = (electionOn: string, nextElectionOn: string, startsOn: string) => ({
  electionOn: isoDate(electionOn),
  nextElectionOn: isoDate(nextElectionOn),
  startsOn: isoDate(startsOn),
})
const aDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(isoDate('2010-01-01'), days))

describe('the planning period', () => {
  it('ends with the financial year in which the next ordinary election is expected', () => {
    const first = planningPeriod(dates('2016-05-05', '2020-05-07', '2017-04-01'))
    assert.deepEqual(first, { from: '2017-04-01', until: '2021-03-31' })
    const second = planningPeriod(dates('2021-05-06', '2024-05-02', '2021-12-01'))
    assert.deepEqual(second, { from: '2021-12-01', until: '2025-03-31' })
  })

  it('ends within weeks when an election falls in March, and not before the election', () => {
    assert.equal(planningPeriod(dates('2020-05-07', '2024-03-31', '2020-06-01')).until, '2024-03-31')
  })

  it('always ends on 31 March, on or after the next election, within a year of it', () => {
    fc.assert(
      fc.property(aDate, aDate, (startsOn, nextElectionOn) => {
        const { until } = planningPeriod({ startsOn, nextElectionOn })
        assert.ok(until.endsWith('-03-31') && until >= nextElectionOn && until < addDays(nextElectionOn, 366))
      }),
    )
  })

  it('has a plan issued by the end of the financial year of the election, and started the day after at the latest', () => {
    assert.equal(issueBy({ electionOn: isoDate('2016-05-05') }), '2017-03-31')
    assert.equal(latestFirstStart({ electionOn: isoDate('2016-05-05') }), '2017-04-01')
  })
})

describe('the dates of a plan', () => {
  const refusal = (...given: [string, string, string]) => {
    const result = checkDates(dates(...given))
    return result.ok ? 'allowed' : result.error.code
  }

  it('stand when it starts between two elections, on either day too', () => {
    assert.equal(refusal('2021-05-06', '2024-05-02', '2021-12-01'), 'allowed')
    assert.equal(refusal('2021-05-06', '2024-05-02', '2021-05-06'), 'allowed')
    assert.equal(refusal('2021-05-06', '2024-05-02', '2024-05-02'), 'allowed')
  })

  it('are refused when the next election is not later, or the plan starts outside the two', () => {
    assert.equal(refusal('2021-05-06', '2021-05-06', '2021-12-01'), 'next-election-not-later')
    assert.equal(refusal('2021-05-06', '2024-05-02', '2021-05-05'), 'starts-before-election')
    assert.equal(refusal('2021-05-06', '2024-05-02', '2024-05-03'), 'starts-after-next-election')
  })
})
