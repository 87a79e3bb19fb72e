import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'

const ADDRESS = '/staff/account'

/** One account, signed in at home and at the office. */
async function setUp() {
  const deps = testDeps(await openTestDb())
  const { email } = await anAccount(deps)
  const site = await openSite(deps)
  const [home, work] = [aBrowser(site, '192.0.2.1'), aBrowser(site, '198.51.100.2')]
  for (const browser of [home, work]) await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
  return { home, work }
}

describe('the page of one’s own account', () => {
  it('lists where one is signed in, and which place this is', async () => {
    const { home } = await setUp()
    const page = load((await home.get(ADDRESS)).body)
    const rows = page('main tbody tr').toArray()
    assert.equal(rows.length, 2)
    const here = rows.map((row) => page(row).text()).find((text) => text.includes('This browser'))
    assert.match(here ?? '', /192[.]0[.]2[.]1/)
    assert.match(page('main').text(), /Policy officer/)
  })

  it('keeps the button that ends a session in sight on a phone', async () => {
    const { home } = await setUp()
    const page = load((await home.get(ADDRESS)).body)
    assert.ok(page('button:contains("of the session begun")').first().closest('table').hasClass('table--stacks'))
  })

  it('signs another browser out and leaves this one', async () => {
    const { home, work } = await setUp()
    const page = load((await home.get(ADDRESS)).body)
    const other = page('main tbody tr').filter((_, row) => page(row).text().includes('198.51.100.2'))
    const answer = await home.send(ADDRESS, { session: String(other.find('button').attr('value')) })
    assert.equal(answer.headers.location, ADDRESS)
    assert.equal((await home.get(ADDRESS)).statusCode, 200)
    assert.equal((await work.get(ADDRESS)).statusCode, 303)
  })

  it('signs out everywhere', async () => {
    const { home, work } = await setUp()
    const answer = await home.send(ADDRESS, { session: 'everywhere' })
    assert.equal(answer.headers.location, '/sign-in')
    assert.match((await home.get('/sign-in')).body, /Signed out of 2 browsers/)
    for (const browser of [home, work]) assert.equal((await browser.get(ADDRESS)).statusCode, 303)
  })

  it('ends nothing for a session that is not one’s own', async () => {
    const { home } = await setUp()
    assert.equal((await home.send(ADDRESS, { session: 'forged' })).statusCode, 404)
    assert.equal((await home.send(ADDRESS, { session: '' })).statusCode, 422)
    assert.equal(load((await home.get(ADDRESS)).body)('main tbody tr').length, 2)
  })
})
