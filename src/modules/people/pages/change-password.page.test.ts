import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'

const ADDRESS = '/staff/account/password'
const NEXT = 'seven geese upstairs'

async function setUp() {
  const deps = testDeps(await openTestDb())
  const { email } = await anAccount(deps)
  const site = await openSite(deps)
  const [here, elsewhere] = [aBrowser(site), aBrowser(site)]
  for (const browser of [here, elsewhere]) await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
  return { site, email, here, elsewhere }
}

describe('the page that changes one’s password', () => {
  it('goes on here under the new one and signs out elsewhere', async () => {
    const { site, email, here, elsewhere } = await setUp()
    const answer = await here.send(ADDRESS, { current: GOOD_PASSWORD, next: NEXT })
    assert.equal(answer.headers.location, '/staff/account')
    assert.equal((await here.get('/staff/account')).statusCode, 200)
    assert.equal((await elsewhere.get('/staff/account')).statusCode, 303)
    const fresh = aBrowser(site)
    assert.equal((await fresh.send('/sign-in', { email, password: GOOD_PASSWORD })).statusCode, 422)
    assert.equal((await fresh.send('/sign-in', { email, password: NEXT })).statusCode, 303)
  })

  it('says which of the two passwords is wrong, and sends neither back', async () => {
    const { here } = await setUp()
    const wrong = load((await here.send(ADDRESS, { current: 'wrong password', next: NEXT })).body)
    assert.match(wrong('#current-error').text(), /This is not your password/)
    const short = await here.send(ADDRESS, { current: GOOD_PASSWORD, next: 'too short' })
    assert.equal(short.statusCode, 422)
    assert.match(load(short.body)('#next-error').text(), /12 characters or more/)
    assert.doesNotMatch(short.body, /lantern|too short/)
  })
})
