import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { allPlans } from '../data/plan.queries.js'

const ADDRESS = '/staff/plans/new'
const office = actorOf('office')
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const filled = {
  title: 'Our plan',
  vision: 'A safer Wessex',
  ...date('electionOn', '2', '5', '2024'),
  ...date('nextElectionOn', '4', 'May', '2028'),
  ...date('startsOn', '1', '4', '2025'),
}

describe('the page that begins a plan', () => {
  it('begins one and goes to it', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, filled, office)
    const [plan] = await allPlans(deps.db)
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, `/staff/plans/${plan?.id}`)
    assert.deepEqual([plan?.title, plan?.nextElectionOn], ['Our plan', '2028-05-04'])
  })

  it('keeps what was typed when a date cannot stand, and leads to it', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, { ...filled, ...date('startsOn', '1', '5', '2024') }, office)
    const page = load(answer.body)
    assert.equal(answer.statusCode, 422)
    assert.equal(page('.govuk-error-summary a').attr('href'), '#startsOn-day')
    assert.equal(page('#title').val(), 'Our plan')
    assert.deepEqual(await allPlans(deps.db), [])
  })

  it('asks for everything that is missing', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, { title: ' ' }, office)
    assert.equal(load(answer.body)('.govuk-error-summary a').length, 5)
  })

  it('is not there before a body is founded', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, office)).statusCode, 404)
  })
})
