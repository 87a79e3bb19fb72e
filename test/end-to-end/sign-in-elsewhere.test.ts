import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { load } from 'cheerio'
import type { FastifyInstance } from 'fastify'
import { signInServiceAt } from '#platform/auth/sign-in-service.js'
import type { Deps } from '#platform/deps.js'
import { aBody, anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aDevice } from '#test/support/passkey.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { startSignInService } from '#test/support/sign-in-service.js'
import { aBrowser, type Browser, openSite } from '#test/support/signing-in.js'

const SITE = 'http://localhost:3000'
const OFFICER = { sub: 'pairwise-1', email: 'policy@wessex.example', tid: 'tenant-1', oid: 'person-1' }

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-service-'))
const service = await startSignInService(SITE, OFFICER)
const secretFile = join(folder, 'client-secret')
writeFileSync(secretFile, `${service.clientSecret}\n`)
after(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const { issuer, clientId } = service
const provider = signInServiceAt({ issuer, clientId, secretFile, label: 'Wessex Council' }, SITE)

/** A site that knows the service, with one account; the clock is real, as the service's is. */
async function setUp() {
  let ahead = 0
  const plain = testDeps(await openTestDb())
  const now = () => new Date(Date.now() + ahead)
  const deps: Deps = { ...plain, now, trust: { ...plain.trust, provider } }
  const account = await anAccount(deps)
  const site = await openSite(deps)
  service.who = OFFICER
  const withPassword = async () => {
    const browser = aBrowser(site)
    await browser.send('/sign-in', { email: account.email, password: GOOD_PASSWORD })
    return browser
  }
  const wait = (minutes: number) => {
    ahead += minutes * 60_000
  }
  return { deps, account, site, withPassword, wait }
}

/** Goes to the service by this address of ours, and gives the address that it sends back to. */
async function visit(browser: Browser, from = '/sign-in/provider'): Promise<string> {
  const leaving = await browser.get(from)
  assert.equal(leaving.statusCode, 303, leaving.body)
  return (await service.visit(String(leaving.headers.location))).slice(SITE.length)
}

async function link({ withPassword }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  const browser = await withPassword()
  const back = await browser.get(await visit(browser, '/staff/account/provider'))
  assert.equal(back.headers.location, '/staff/account')
}

/** An invitation, as an administrator makes it and sees it. */
async function setUpLink(deps: Deps, site: FastifyInstance, accountId: string): Promise<{ path: string }> {
  const administrator = aBrowser(site)
  await administrator.send('/sign-in', { email: 'policy@wessex.example', password: GOOD_PASSWORD })
  await administrator.send(`/staff/people/${accountId}/links`, { kind: 'invitation' })
  const shown = load((await administrator.get(`/staff/people/${accountId}/links`)).body)('code')
    .first()
    .text()
  return { path: shown.replace(deps.trust.publicUrl, '') }
}

describe('signing in with the service of the organisation', () => {
  it('lets in nobody whose account is not linked, whatever their e-mail address is', async () => {
    const { site } = await setUp()
    const browser = aBrowser(site)
    const answer = await browser.get(await visit(browser))
    assert.equal(answer.statusCode, 400)
    assert.match(answer.body, /no account here is linked with you/)
    assert.equal((await browser.get('/staff')).statusCode, 303)
  })

  it('lets in whoever linked their account, to where they were going, under a new session', async () => {
    const setting = await setUp()
    await anExampleBody(setting.deps)
    await link(setting)
    const browser = aBrowser(setting.site)
    const answer = await browser.get(await visit(browser, '/sign-in/provider?to=/staff/measures'))
    assert.equal(answer.headers.location, '/staff/measures')
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })

  it('knows people by tenant and object, not by subject or address', async () => {
    const setting = await setUp()
    await link(setting)
    service.who = { ...OFFICER, sub: 'another-subject', email: 'married@wessex.example' }
    const same = aBrowser(setting.site)
    assert.equal((await same.get(await visit(same))).headers.location, '/staff')
    service.who = { ...OFFICER, oid: 'person-2' }
    const other = aBrowser(setting.site)
    assert.equal((await other.get(await visit(other))).statusCode, 400)
  })

  it('takes nothing back in a browser that did not begin it, nor twice, nor changed, nor late', async () => {
    const setting = await setUp()
    await link(setting)
    const browser = aBrowser(setting.site)
    const back = await visit(browser)
    const stolen = await aBrowser(setting.site).get(back)
    assert.equal(stolen.statusCode, 400)
    assert.match(stolen.body, /This browser did not begin that sign-in/)
    const changed = back.replace(/state=[^&]{4}/, 'state=AAAA')
    assert.equal((await browser.get(changed)).statusCode, 400)
    assert.equal((await browser.get(back.replace(/code=[^&]+/, 'code=made-up'))).statusCode, 400)
    for (const query of ['', '?state=', '?code=x&state=.', '?error=access_denied'])
      assert.equal((await browser.get(`/sign-in/provider/done${query}`)).statusCode, 400)
    setting.wait(11)
    assert.match((await browser.get(back)).body, /Too much time passed/)
    setting.wait(-11)
    assert.equal((await browser.get(back)).statusCode, 303)
    assert.equal((await browser.get(back)).statusCode, 400)
  })

  it('asks for the own second factor unless the service did', async () => {
    const setting = await setUp()
    await link(setting)
    const owner = await setting.withPassword()
    const asked = load((await owner.get('/staff/account/passkeys')).body)('[data-passkey]').attr('data-options') ?? ''
    await owner.send('/staff/account/passkeys', { name: 'Key', passkey: aDevice().make(JSON.parse(asked)) })

    const half = aBrowser(setting.site)
    const answer = await half.get(await visit(half))
    assert.equal(answer.headers.location, '/sign-in/code?to=%2Fstaff')
    assert.equal((await half.get('/staff')).statusCode, 303)

    service.who = { ...OFFICER, amr: ['pwd', 'mfa'] }
    const whole = aBrowser(setting.site)
    assert.equal((await whole.get(await visit(whole))).headers.location, '/staff')
    assert.equal((await whole.get('/staff')).statusCode, 200)
  })

  it('counts its second factor for whoever may publish, and asks for one of ours otherwise', async () => {
    const setting = await setUp()
    await link(setting)
    await aBody(setting.deps)
    const weak = aBrowser(setting.site)
    await weak.get(await visit(weak))
    assert.equal((await weak.get('/staff/measures')).headers.location, '/staff/account/second-factor')
    service.who = { ...OFFICER, amr: ['mfa'] }
    const strong = aBrowser(setting.site)
    await strong.get(await visit(strong))
    assert.equal((await strong.get('/staff/measures')).statusCode, 200)
  })

  it('links one account with one person, only just after signing in', async () => {
    const setting = await setUp()
    await link(setting)
    await anAccount(setting.deps, { email: 'second@wessex.example', name: 'Second officer' })
    const second = aBrowser(setting.site)
    await second.send('/sign-in', { email: 'second@wessex.example', password: GOOD_PASSWORD })
    assert.match((await second.get(await visit(second, '/staff/account/provider'))).body, /linked with another account/)
    const owner = await setting.withPassword()
    setting.wait(16)
    assert.match((await owner.get(await visit(owner, '/staff/account/provider'))).body, /only just after signing in/)
  })

  it('links nobody whom another site led there: they may be signed in at the service as somebody else', async () => {
    const setting = await setUp()
    const owner = await setting.withPassword()
    const led = await owner.get('/staff/account/provider', { 'sec-fetch-site': 'cross-site' })
    assert.equal(led.statusCode, 403)
    assert.equal((await owner.get('/staff/account/provider', { 'sec-fetch-site': 'same-origin' })).statusCode, 303)
  })

  it('is linked and unlinked only just after signing in, and signs out every other browser', async () => {
    const setting = await setUp()
    const other = await setting.withPassword()
    await link(setting)
    assert.match(String((await other.get('/staff/account')).headers.location), /^\/sign-in/)
    const owner = await setting.withPassword()
    setting.wait(16)
    assert.match((await owner.get('/staff/account')).body, /Sign in again first/)
    assert.equal((await owner.send('/staff/account', { session: 'unlink' })).statusCode, 422)
    const stillIn = aBrowser(setting.site)
    assert.equal((await stillIn.get(await visit(stillIn))).statusCode, 303)
    await (await setting.withPassword()).send('/staff/account', { session: 'unlink' })
    assert.match(String((await stillIn.get('/staff/account')).headers.location), /^\/sign-in/)
  })

  it('ends with the link, and offers to sign out there too', async () => {
    const setting = await setUp()
    await link(setting)
    const browser = aBrowser(setting.site)
    await browser.get(await visit(browser))
    const out = await browser.send('/sign-out', {})
    assert.equal(out.headers.location, '/sign-in?left=here')
    assert.match((await browser.get('/sign-in?left=here')).body, /Sign out there too/)
    const leaving = await browser.get('/sign-in/provider/leave')
    assert.ok(String(leaving.headers.location).startsWith(`${issuer}/session/end`))
    const owner = await setting.withPassword()
    await owner.send('/staff/account', { session: 'unlink' })
    const again = aBrowser(setting.site)
    assert.equal((await again.get(await visit(again))).statusCode, 400)
  })

  it('lets in nobody whose account was made inactive', async () => {
    const setting = await setUp()
    await anExampleBody(setting.deps)
    await link(setting)
    await anAccount(setting.deps, { email: 'second@wessex.example', name: 'Second officer' })
    const owner = await setting.withPassword()
    const { id, version, name } = setting.account
    const form = { version: String(version), name, organisationId: '', isActive: 'no' }
    assert.equal((await owner.send(`/staff/people/${id}`, form)).statusCode, 303)
    const browser = aBrowser(setting.site)
    assert.equal((await browser.get(await visit(browser))).statusCode, 400)
  })

  it('links whoever was invited, who needs no password here, once', async () => {
    const { deps, site } = await setUp()
    await anExampleBody(deps)
    const request = { email: 'new@wessex.example', name: 'New officer', password: null }
    const account = await anAccount(deps, request)
    const administrator = await setUpLink(deps, site, account.id)
    service.who = { ...OFFICER, oid: 'person-new' }
    const browser = aBrowser(site)
    const page = await browser.get(administrator.path)
    assert.match(page.body, /Sign in with Wessex Council/)
    const back = await visit(browser, `${administrator.path}/provider`)
    assert.equal((await browser.get('/staff')).statusCode, 303, 'an invitation alone opened something')
    assert.equal((await browser.get('/sign-in/code')).statusCode, 200)
    const linked = await browser.get(back)
    assert.equal(linked.headers.location, '/staff')
    assert.equal((await browser.get('/staff/account')).statusCode, 200)
    assert.match((await browser.get(administrator.path)).body, /This link opens nothing/)
    const refused = await browser.send('/staff/account', { session: 'unlink' })
    assert.equal(refused.statusCode, 422, 'lost the only way in')
    const again = aBrowser(site)
    assert.equal((await again.get(await visit(again))).headers.location, '/staff')
  })

  it('says so when the service cannot be reached', async () => {
    const gone = { issuer: 'http://localhost:9', clientId, secretFile, label: 'Nowhere' }
    const plain = testDeps(await openTestDb())
    const site = await openSite({ ...plain, trust: { ...plain.trust, provider: signInServiceAt(gone, SITE) } })
    const answer = await aBrowser(site).get('/sign-in/provider')
    assert.equal(answer.statusCode, 400)
    assert.match(answer.body, /cannot be reached now/)
    const without = await aBrowser(await openSite(plain)).get('/sign-in/provider')
    assert.match(without.body, /no sign-in service of its own/)
  })
})
