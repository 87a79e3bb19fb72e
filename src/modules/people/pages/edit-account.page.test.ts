import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { accountByEmail } from '#modules/people/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'

const office = actorOf('office')

async function setUp() {
  const { deps, get, post } = await testApp()
  const { id, email } = await anAccount(deps)
  const form = { version: '1', name: 'Policy officer', organisationId: '', isActive: 'yes' }
  return { deps, get, post, address: `/staff/people/${id}`, form, stored: () => accountByEmail(deps.db, email) }
}

describe('the page of one account', () => {
  it('starts from what is so, and saves what is changed', async () => {
    const { deps, get, post, address, form, stored } = await setUp()
    await anAccount(deps, { email: 'other@wessex.example' })
    const page = load((await get(address, office)).body)
    assert.equal(page('input[name="isActive"]:checked').val(), 'yes')
    const answer = await post(address, { ...form, name: 'Policy lead', isActive: 'no' }, office)
    assert.equal(answer.statusCode, 303)
    assert.deepEqual([(await stored())?.name, (await stored())?.isActive], ['Policy lead', false])
  })

  it('keeps the last account that can let others in, and says why', async () => {
    const { post, address, form, stored } = await setUp()
    const answer = await post(address, { ...form, isActive: 'no' }, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#isActive-error').text(), /last person who can let others in/)
    assert.ok((await stored())?.isActive)
  })

  it('says who saved first when somebody did, and keeps what was typed', async () => {
    const { post, address, form, stored } = await setUp()
    await post(address, { ...form, name: 'First' }, office)
    const answer = await post(address, { ...form, name: 'Second' }, office)
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Test office saved it/)
    assert.equal(load(answer.body)('#name').val(), 'Second')
    assert.equal((await stored())?.name, 'First')
  })

  it('is not there for an account that is not', async () => {
    const { get, post, form } = await setUp()
    assert.equal((await get('/staff/people/forged', office)).statusCode, 404)
    assert.equal((await post('/staff/people/forged', form, office)).statusCode, 404)
  })
})
