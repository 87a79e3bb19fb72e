import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'

const office = actorOf('office')

describe('the page that sets another’s password', () => {
  it('takes the password that it offers', async () => {
    const { deps, get, post } = await testApp()
    const { id } = await anAccount(deps)
    const address = `/staff/people/${id}/password`
    const offered = String(load((await get(address, office)).body)('#password').val())
    assert.equal((await post(address, { password: offered }, office)).statusCode, 303)
  })

  it('refuses one that is easy to guess, and everyone but the office', async () => {
    const { deps, get, post } = await testApp()
    const { id } = await anAccount(deps)
    const address = `/staff/people/${id}/password`
    const answer = await post(address, { password: 'policy-officer-1' }, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#password-error').text(), /more than the name/)
    assert.equal((await get(address, actorOf('auditor'))).statusCode, 403)
  })
})
