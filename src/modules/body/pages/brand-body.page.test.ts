import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aBody } from '#test/support/body.js'

const ADDRESS = '/staff/body/brand'
const office = actorOf('office')

describe('the page of the office’s colour and notice', () => {
  it('puts both on every page', async () => {
    const { deps, get, post } = await testApp()
    await aBody(deps)
    const form = { version: '1', brandColour: '#4A0D66', notice: 'Under test' }
    const answer = await post(ADDRESS, form, office)
    assert.equal(answer.statusCode, 303)
    const { body } = await get('/staff/body', office)
    assert.match(body, /brand-4a0d66[.]css/)
    assert.match(body, /Under test/)
  })

  it('refuses a colour that is too light, says by how much, and keeps it', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    const answer = await post(ADDRESS, { version: '1', brandColour: '#777777', notice: '' }, office)
    assert.equal(answer.statusCode, 422)
    const page = load(answer.body)
    assert.match(page('#brandColour-error').text(), /contrast with white is 4[.]4 to 1, and 4[.]5 to 1 is needed/)
    assert.equal(page('#brandColour').val(), '#777777')
  })

  it('refuses what is no colour', async () => {
    const { deps, post } = await testApp()
    await aBody(deps)
    const answer = await post(ADDRESS, { version: '1', brandColour: 'red}body{', notice: '' }, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#brandColour-error').text(), /a hash and six digits/)
  })
})
