import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { accountByEmail } from '#modules/people/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { GOOD_PASSWORD } from '#test/support/people.js'

const ADDRESS = '/staff/people/new'
const office = actorOf('office')
const person = { name: 'Council lead', email: 'lead@council.example', role: 'partner', password: GOOD_PASSWORD }

describe('the page that adds a person', () => {
  it('offers a first password and today’s organisations', async () => {
    const { deps, get } = await testApp()
    await aBodyWithPartners(deps)
    const page = load((await get(ADDRESS, office)).body)
    assert.match(String(page('#password').val()), /^[a-z0-9-]{23}$/)
    const offered = page('#organisationId option').toArray()
    assert.deepEqual(
      offered.map((option) => page(option).text()),
      ['None', 'Office', 'Wessex Police', 'Melchester Council'],
    )
  })

  it('makes an account for whom they speak for', async () => {
    const { deps, post } = await testApp()
    const { councilId } = await aBodyWithPartners(deps)
    const answer = await post(ADDRESS, { ...person, organisationId: councilId }, office)
    assert.equal(answer.statusCode, 303)
    assert.equal((await accountByEmail(deps.db, person.email))?.organisationId, councilId)
  })

  it('says what is wrong beside the answer, and keeps the others', async () => {
    const { post } = await testApp()
    const wrong: [change: Record<string, string>, field: string][] = [
      [{}, 'organisationId'],
      [{ role: 'office', email: 'nobody' }, 'email'],
      [{ role: 'office', password: 'Password2025!' }, 'password'],
      [{ role: 'king' }, 'role'],
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
    const officer = { ...person, role: 'office', organisationId: '' }
    assert.equal((await post(ADDRESS, officer, office)).statusCode, 303)
    const again = await post(ADDRESS, officer, office)
    assert.match(load(again.body)('#email-error').text(), /already an account/)
    const forged = { ...officer, email: 'other@council.example', organisationId: 'forged' }
    assert.equal((await post(ADDRESS, forged, office)).statusCode, 404)
  })
})
