import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { allPeriods } from '../data/pre-election.queries.js'

const ADDRESS = '/staff/pre-election/new'
const office = actorOf('office')
const answers = {
  election: 'the election of the Commissioner on 4 May 2028',
  ...{ 'from-day': '27', 'from-month': '3', 'from-year': '2028' },
  ...{ 'until-day': '4', 'until-month': '5', 'until-year': '2028' },
  decidedBy: 'the Monitoring Officer',
}

describe('the page that sets a period before an election', () => {
  it('sets one', async () => {
    const { deps, post } = await testApp()
    assert.equal((await post(ADDRESS, answers, office)).statusCode, 303)
    assert.deepEqual(
      (await allPeriods(deps.db)).map(({ from, until }) => [from, until]),
      [['2028-03-27', '2028-05-04']],
    )
  })

  it('asks again about a year typed wrongly, and keeps what was typed', async () => {
    const { deps, post } = await testApp()
    const answer = await post(ADDRESS, { ...answers, 'until-year': '2029' }, office)
    assert.equal(answer.statusCode, 422)
    const page = load(answer.body)
    assert.match(page('.govuk-error-summary').text(), /more than 120 days/)
    assert.equal(page('#decidedBy').attr('value'), 'the Monitoring Officer')
    assert.deepEqual(await allPeriods(deps.db), [])
  })

  it('is for the office alone', async () => {
    const { post } = await testApp()
    assert.equal((await post(ADDRESS, answers, actorOf('auditor'))).statusCode, 403)
  })
})
