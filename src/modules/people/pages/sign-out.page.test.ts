import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'

describe('the sign-out page', () => {
  it('shows a button, and signs out only when it is pressed', async () => {
    const deps = testDeps(await openTestDb())
    const { email } = await anAccount(deps)
    const browser = aBrowser(await openSite(deps))
    await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
    assert.equal(load((await browser.get('/sign-out')).body)('main button').text(), 'Sign out')
    assert.equal((await browser.get('/staff/account')).statusCode, 200)
    const answer = await browser.send('/sign-out', {})
    assert.equal(answer.headers.location, '/sign-in')
    assert.match((await browser.get('/sign-in')).body, /You have signed out/)
    assert.equal((await browser.get('/staff/account')).statusCode, 303)
  })

  it('says so to those who are not signed in', async () => {
    const browser = aBrowser(await openSite(testDeps(await openTestDb())))
    assert.match((await browser.get('/sign-out')).body, /You are not signed in/)
  })
})
