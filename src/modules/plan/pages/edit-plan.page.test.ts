import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan } from '#test/support/draft-plan.js'
import { planById } from '../data/plan.queries.js'

const office = actorOf('office')
const filled = {
  ...{ version: '1', title: 'New title', vision: 'New vision' },
  ...{ 'electionOn-day': '6', 'electionOn-month': '5', 'electionOn-year': '2021' },
  ...{ 'nextElectionOn-day': '2', 'nextElectionOn-month': '5', 'nextElectionOn-year': '2024' },
  ...{ 'startsOn-day': '1', 'startsOn-month': '12', 'startsOn-year': '2021' },
}

describe('the page for a plan’s words and dates', () => {
  it('shows the planning period, its rule and the last day for the first plan of the term', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aDraftPlan(deps)
    const page = load((await get(`/staff/plans/${planId}/edit`, office)).body)
    assert.equal(page('.panel__title').text(), 'Planning period: 1 December 2021 to 31 March 2025')
    assert.match(page('.panel').text(), /issued by 31 March 2022 and to start by 1 April 2022/)
    assert.equal(page('#title').val(), 'Police and crime plan 2021 to 2025')
  })

  it('saves, and tells the second of two who edit that somebody was first', async () => {
    const { deps, post } = await testApp()
    const { planId } = await aDraftPlan(deps)
    const address = `/staff/plans/${planId}/edit`
    assert.equal((await post(address, filled, office)).statusCode, 303)
    const late = await post(address, { ...filled, title: 'Late title' }, office)
    const page = load(late.body)
    assert.equal(late.statusCode, 409)
    assert.match(page('.govuk-error-summary').text(), /Test office saved it on 30 April 2025/)
    assert.deepEqual([page('#title').val(), page('[name="version"]').val()], ['Late title', '2'])
    assert.equal((await planById(deps.db, planId))?.title, 'New title')
  })

  it('refuses an election that comes before the last', async () => {
    const { deps, post } = await testApp()
    const { planId } = await aDraftPlan(deps)
    const answer = await post(`/staff/plans/${planId}/edit`, { ...filled, 'nextElectionOn-year': '2020' }, office)
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').attr('href'), '#nextElectionOn-day')
  })
})
