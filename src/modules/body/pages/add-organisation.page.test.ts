import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { organisationsOf } from '#modules/body/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'

const ADDRESS = '/staff/body/organisations/new'
const office = actorOf('office')
const hospital = {
  name: 'Wessex Hospitals',
  shortName: 'Hospitals',
  kind: 'health',
  'from-day': '1',
  'from-month': '4',
  'from-year': '2025',
}

describe('the page that adds an organisation', () => {
  it('adds one that can lead from its first day', async () => {
    const { deps, post } = await testApp()
    const { bodyId } = await aBodyWithPartners(deps)
    assert.equal((await post(ADDRESS, hospital, office)).statusCode, 303)
    const names = (await organisationsOf(deps.db, bodyId, deps.today())).map(({ name }) => name)
    assert.deepEqual(names, ['Office', 'Wessex Police', 'Melchester Council', 'Wessex Hospitals'])
  })

  it('refuses a name that is there already', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, { ...hospital, name: 'Melchester Council' }, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#name-error').text(), /already an organisation of this name/)
  })

  it('asks for what is missing', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, { name: '', shortName: '', kind: '' }, office)
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').length, 4)
  })

  it('refuses a last day before the first', async () => {
    const { deps, post } = await testApp()
    await aBodyWithPartners(deps)
    const until = { 'until-day': '31', 'until-month': '3', 'until-year': '2025' }
    const answer = await post(ADDRESS, { ...hospital, ...until }, office)
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').attr('href'), '#until-day')
  })
})
