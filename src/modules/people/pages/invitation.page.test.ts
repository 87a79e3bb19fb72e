import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { actorOf } from '#test/support/app.js'
import { anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { makeLink, openLinks } from '../actions/make-link.js'

const NEW = 'seven quiet millwheels'
const office = actorOf('office')

async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  await anExampleBody(deps)
  const account = await anAccount(deps, { password: null })
  await makeLink(deps, office, { accountId: account.id, kind: 'invitation' })
  const [link] = await openLinks(deps, office, account.id)
  const path = (link?.address ?? '').replace(deps.trust.publicUrl, '')
  const site = await openSite(deps)
  const waitDays = (days: number) => {
    moment = new Date(moment.getTime() + days * 86_400_000)
  }
  const signIn = (password: string) => aBrowser(site).send('/sign-in', { email: account.email, password })
  return { deps, account, path, site, waitDays, signIn }
}

describe('an invitation', () => {
  it('lets its reader choose a password once, and signs them in', async () => {
    const { path, site, signIn } = await setUp()
    assert.equal((await signIn('')).statusCode, 422)
    assert.equal((await signIn(NEW)).statusCode, 422, 'an account without a password was opened')
    const browser = aBrowser(site)
    assert.equal((await browser.send(path, { password: NEW })).headers.location, '/staff')
    assert.equal((await browser.get('/staff')).statusCode, 200)
    assert.equal((await signIn(NEW)).statusCode, 303)
    assert.match((await aBrowser(site).send(path, { password: 'another good password' })).body, /opens nothing/)
    assert.equal((await signIn(NEW)).statusCode, 303)
  })

  it('refuses a password that is easy to guess, and stays open', async () => {
    const { path, site } = await setUp()
    const browser = aBrowser(site)
    const answer = await browser.send(path, { password: 'short' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /12 characters or more/)
    assert.equal((await browser.send(path, { password: NEW })).statusCode, 303)
  })

  it('opens nothing after a week, nor with another sign in it', async () => {
    const { path, site, waitDays } = await setUp()
    for (const wrong of [`${path}x`, path.slice(0, -1), '/invitation/none', path.replace('invitation', 'pass')]) {
      assert.match((await aBrowser(site).get(wrong)).body, /This link opens nothing/)
    }
    waitDays(6.9)
    assert.match((await aBrowser(site).get(path)).body, /Welcome, Policy officer/)
    waitDays(0.2)
    assert.match((await aBrowser(site).get(path)).body, /This link opens nothing/)
    assert.equal((await aBrowser(site).send(path, { password: NEW })).statusCode, 403, 'no form is there')
  })

  it('offers no sign-in service where there is none', async () => {
    const { path, site } = await setUp()
    assert.doesNotMatch((await aBrowser(site).get(path)).body, /Sign in with/)
    assert.equal((await aBrowser(site).get(`${path}/provider`)).statusCode, 400)
    assert.equal((await aBrowser(site).get('/invitation/none/provider')).statusCode, 303)
  })
})
