import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { currentBody } from '#modules/body/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBody, aDescription } from '#test/support/body.js'

const ADDRESS = '/staff/body/describe'
const office = actorOf('office')
const { type, ...words } = aDescription({ officeHolderTitle: 'Police Commissioner' })
const answers = { ...words, type, version: '1', 'from-day': '8', 'from-month': 'May', 'from-year': '2025' }

describe('the page that describes the body anew', () => {
  it('starts from what holds today', async () => {
    const { deps, get } = await testApp()
    await aBody(deps)
    const page = load((await get(ADDRESS, office)).body)
    assert.equal(page('#officeHolderTitle').val(), 'Commissioner')
    assert.equal(page('#type').val(), 'pcc')
  })

  it('saves from the day given', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    const answer = await post(ADDRESS, answers, office)
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/staff/body')
    assert.equal((await currentBody(deps.db, isoDate('2025-05-08')))?.officeHolderTitle, 'Police Commissioner')
    assert.equal((await currentBody(deps.db, isoDate('2025-05-07')))?.officeHolderTitle, 'Commissioner')
  })

  it('keeps what was typed when the day is before the founding', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    const answer = await post(ADDRESS, { ...answers, 'from-year': '2001' }, office)
    assert.equal(answer.statusCode, 422)
    const page = load(answer.body)
    assert.equal(page('#officeHolderTitle').val(), 'Police Commissioner')
    assert.match(page('.govuk-error-summary a[href="#from-day"]').text(), /22 November 2012 or later/)
  })

  it('refuses a kind of body that the law does not know, and an empty name', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    const answer = await post(ADDRESS, { ...answers, type: 'sheriff', name: '' }, office)
    assert.equal(answer.statusCode, 422)
    const links = load(answer.body)('.govuk-error-summary a')
    assert.deepEqual(
      links.toArray().map((link) => link.attribs.href),
      ['#type', '#name'],
    )
  })

  it('says who saved first when somebody did', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    await post(ADDRESS, answers, office)
    const answer = await post(ADDRESS, { ...answers, deputyTitle: 'Second' }, office)
    assert.equal(answer.statusCode, 409)
    const page = load(answer.body)
    assert.match(page('.govuk-error-summary').text(), /Test office saved it on 30 April 2025/)
    assert.equal(page('#deputyTitle').val(), 'Second')
  })
})
