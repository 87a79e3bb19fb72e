import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import type { Deps } from '#platform/deps.js'
import { aBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aDevice, type Device } from '#test/support/passkey.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, type Browser, openSite } from '#test/support/signing-in.js'

const HERE = '/staff/account/passkeys'
const CODES = '/staff/account/recovery-codes'

async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  const { email } = await anAccount(deps)
  const site = await openSite(deps)
  const wait = (minutes: number) => {
    moment = new Date(moment.getTime() + minutes * 60_000)
  }
  const signIn = async () => {
    const browser = aBrowser(site)
    const answer = await browser.send('/sign-in?to=/staff/measures', { email, password: GOOD_PASSWORD })
    return { browser, answer }
  }
  return { deps, signIn, wait }
}

/** What the page asks of the browser's script. */
async function optionsOn(browser: Browser, path: string): Promise<{ challenge: string }> {
  const data = load((await browser.get(path)).body)('[data-passkey]').attr('data-options')
  return JSON.parse(data ?? '{"challenge":""}')
}

async function add(browser: Browser, device: Device, name = 'Office laptop') {
  return browser.send(HERE, { name, passkey: device.make(await optionsOn(browser, HERE)) })
}

describe('a passkey', () => {
  it('is added under a name, and brings recovery codes', async () => {
    const { signIn } = await setUp()
    const { browser } = await signIn()
    assert.equal((await add(browser, aDevice())).headers.location, CODES)
    assert.equal(load((await browser.get(CODES)).body)('.codes code').length, 10)
    assert.match((await browser.get(HERE)).body, /Office laptop/)
  })

  it('is asked for at each sign-in, and nothing is seen before', async () => {
    const { signIn } = await setUp()
    const device = aDevice()
    await add((await signIn()).browser, device)
    const { browser, answer } = await signIn()
    assert.equal(answer.headers.location, '/sign-in/code?to=%2Fstaff%2Fmeasures')
    assert.equal((await browser.get('/staff/measures')).statusCode, 303)
    const passkey = device.use(await optionsOn(browser, '/sign-in/code'))
    const signedIn = await browser.send('/sign-in/code?to=/staff/measures', { code: '', passkey })
    assert.equal(signedIn.headers.location, '/staff/measures')
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })

  it('opens nothing for another device, site, sign-in or copy', async () => {
    const { signIn } = await setUp()
    const device = aDevice()
    await add((await signIn()).browser, device)
    const { browser } = await signIn()
    const options = await optionsOn(browser, '/sign-in/code')
    const refused = [
      aDevice().use(options),
      device.use(options, { origin: 'http://localhost:3001' }),
      device.use(options, { site: 'elsewhere.example' }),
      device.use({ challenge: 'bm90LXRoaXMtb25l' }),
    ]
    for (const passkey of refused)
      assert.equal((await browser.send('/sign-in/code', { code: '', passkey })).statusCode, 422)
    assert.equal((await browser.get('/staff/measures')).statusCode, 303)
  })

  it('is refused when its device says that it was used less often than before: it was copied', async () => {
    const { signIn } = await setUp()
    const device = aDevice()
    await add((await signIn()).browser, device)
    const first = (await signIn()).browser
    const fifth = device.use(await optionsOn(first, '/sign-in/code'), { counter: 5 })
    assert.equal((await first.send('/sign-in/code', { code: '', passkey: fifth })).statusCode, 303)
    const second = (await signIn()).browser
    const third = device.use(await optionsOn(second, '/sign-in/code'), { counter: 3 })
    assert.equal((await second.send('/sign-in/code', { code: '', passkey: third })).statusCode, 422)
  })

  it('is refused when what the browser said is broken', async () => {
    const { signIn } = await setUp()
    const { browser } = await signIn()
    for (const passkey of ['', 'x', '{}', '[]', 'null', '{"id":"a","rawId":"a","type":"public-key"}']) {
      const answer = await browser.send(HERE, { name: 'Laptop', passkey })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, /The passkey was not accepted/)
    }
    assert.equal((await browser.send(HERE, { name: '', passkey: 'x' })).statusCode, 422)
  })

  it('is added once, and removed by name', async () => {
    const { signIn } = await setUp()
    const device = aDevice()
    const { browser } = await signIn()
    await add(browser, device)
    assert.match((await add(browser, device)).body, /You have added this passkey before/)
    assert.equal((await browser.send(HERE, { remove: device.id })).statusCode, 303)
    assert.equal((await signIn()).answer.headers.location, '/staff/measures')
    assert.match((await browser.get(CODES)).body, /you have none yet/)
  })

  it('is added and removed only just after signing in', async () => {
    const { signIn, wait } = await setUp()
    const device = aDevice()
    const { browser } = await signIn()
    await add(browser, device)
    const options = await optionsOn(browser, HERE)
    wait(16)
    const page = await browser.get(HERE)
    assert.match(page.body, /Sign in again first/)
    assert.equal((await browser.send(HERE, { remove: device.id })).statusCode, 422)
    const late = await browser.send(HERE, { name: 'Key', passkey: aDevice().make(options) })
    assert.equal(late.statusCode, 422)
  })

  it('is as good a second factor as an app for whoever may publish', async () => {
    const { deps, signIn } = await setUp()
    await aBody(deps)
    const { browser } = await signIn()
    assert.equal((await browser.get('/staff/measures')).headers.location, '/staff/account/second-factor')
    await add(browser, aDevice())
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })
})
