import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { actorOf } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { giveRole } from '../actions/edit-account.js'
import { makeLink, openLinks, withdrawLink } from '../actions/make-link.js'
import { sessionsOf } from '../data/session.queries.js'

const office = actorOf('office')

async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  const { councilId } = await aBodyWithPartners(deps)
  const request = {
    email: 'lead@council.example',
    roles: ['partner'],
    organisationId: councilId,
    password: null,
  } as const
  const account = await anAccount(deps, request)
  const made = await makeLink(deps, office, { accountId: account.id, kind: 'pass', days: 14 })
  assert.ok(made.ok)
  const [link] = await openLinks(deps, office, account.id)
  const path = (link?.address ?? '').replace(deps.trust.publicUrl, '')
  const site = await openSite(deps)
  const waitDays = (days: number) => {
    moment = new Date(moment.getTime() + days * 86_400_000)
  }
  const comeIn = async () => {
    const browser = aBrowser(site)
    assert.equal((await browser.send(path, { go: 'on' })).headers.location, '/staff')
    return browser
  }
  return { deps, account, link: made.value, path, site, waitDays, comeIn }
}

describe('a pass', () => {
  it('lets a partner see to their own items, as often as they come, until its day', async () => {
    const { path, site, waitDays, comeIn } = await setUp()
    assert.equal((await (await comeIn()).get('/staff/actions')).statusCode, 200)
    waitDays(13)
    const browser = await comeIn()
    assert.equal((await browser.get('/staff/actions')).statusCode, 200)
    waitDays(1)
    assert.equal((await browser.get('/staff/actions')).statusCode, 303, 'a session outlived its pass')
    assert.match((await aBrowser(site).get(path)).body, /This link opens nothing/)
  })

  it('opens nothing but what a partner sees, and cannot be made into more', async () => {
    const { deps, account, comeIn } = await setUp()
    const browser = await comeIn()
    for (const closed of ['/staff/account', '/staff/account/passkeys', '/staff/account/password', '/staff/people'])
      assert.equal((await browser.get(closed)).statusCode, 403, closed)
    const from = deps.today()
    const given = await giveRole(deps, office, { id: account.id, version: 1, role: 'auditor', from, until: null })
    assert.equal(given.ok, false)
    assert.equal((await browser.get('/staff/audit')).statusCode, 403)
  })

  it('is over at once when it is withdrawn, in every browser', async () => {
    const { deps, account, link, comeIn } = await setUp()
    const browser = await comeIn()
    await withdrawLink(deps, office, { id: link.id, accountId: account.id })
    assert.equal((await browser.get('/staff/actions')).statusCode, 303)
  })

  it('ends the session of whoever was signed in in that browser', async () => {
    const { deps, path, site } = await setUp()
    const colleague = await anAccount(deps, { email: 'panel@wessex.example', roles: ['panel'] })
    const browser = aBrowser(site)
    await browser.send('/sign-in', { email: colleague.email, password: GOOD_PASSWORD })
    assert.equal((await sessionsOf(deps.db, colleague.id)).length, 1)
    assert.equal((await browser.send(path, { go: 'on' })).headers.location, '/staff')
    assert.equal((await sessionsOf(deps.db, colleague.id)).length, 0)
  })

  it('is not used up by whoever only looks at it', async () => {
    const { path, site, comeIn } = await setUp()
    assert.match((await aBrowser(site).get(path)).body, /Welcome/)
    await comeIn()
  })
})
