import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { accountByEmail } from '#modules/people/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'

const ADDRESS = '/staff/people/new'
const office = actorOf('office')
const person = { name: 'Council lead', email: 'lead@council.example', roles: 'partner' }

describe('the page that invites a person', () => {
  it('offers every role and today’s organisations', async () => {
    const { deps, get } = await testApp()
    await aBodyWithPartners(deps)
    const page = load((await get(ADDRESS, office)).body)
    assert.equal(page('input[name="roles"]').length, 16)
    const offered = page('#organisationId option').toArray()
    assert.deepEqual(
      offered.map((option) => page(option).text()),
      ['None', 'Office', 'Wessex Police', 'Melchester Council'],
    )
  })

  it('makes an account for whom they speak for, until a day, and leads to its invitation', async () => {
    const { deps, post } = await testApp()
    const { councilId } = await aBodyWithPartners(deps)
    const until = { 'until-day': '31', 'until-month': '3', 'until-year': '2026' }
    const answer = await post(ADDRESS, { ...person, ...until, organisationId: councilId }, office)
    const made = await accountByEmail(deps.db, person.email)
    assert.equal(answer.headers.location, `/staff/people/${made?.id}/links`)
    assert.deepEqual(
      [made?.organisationId, made?.roles],
      [councilId, [{ role: 'partner', from: '2025-04-30', until: '2026-03-31' }]],
    )
  })

  it('says what is wrong beside the answer, and keeps the others', async () => {
    const { post } = await testApp()
    const wrong: [change: Record<string, string | string[]>, field: string][] = [
      [{}, 'organisationId'],
      [{ roles: 'policy', email: 'nobody' }, 'email'],
      [{ roles: [] }, 'roles'],
      [{ roles: 'king' }, 'roles'],
      [{ roles: ['policy', 'auditor'] }, 'roles'],
      [{ roles: 'policy', 'until-day': '1', 'until-month': '1', 'until-year': '2025' }, 'until-day'],
    ]
    for (const [change, field] of wrong) {
      const answer = await post(ADDRESS, { ...person, organisationId: '', ...change }, office)
      assert.equal(answer.statusCode, 422)
      const page = load(answer.body)
      assert.equal(page('.govuk-error-summary a').attr('href'), `#${field}`)
      assert.equal(page('#name').val(), 'Council lead')
    }
  })

  it('refuses a second account under one address, and a forged organisation', async () => {
    const { post } = await testApp()
    const officer = { ...person, roles: 'policy', organisationId: '' }
    assert.equal((await post(ADDRESS, officer, office)).statusCode, 303)
    const again = await post(ADDRESS, officer, office)
    assert.match(load(again.body)('#email-error').text(), /already an account/)
    const forged = { ...officer, email: 'other@council.example', organisationId: 'forged' }
    assert.equal((await post(ADDRESS, forged, office)).statusCode, 404)
  })
})
