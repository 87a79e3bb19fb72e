import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import type { Deps } from '#platform/deps.js'
import { aBody, anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { openFactor } from '../actions/factor-secret.js'
import { codeAt, stepOf } from '../actions/one-time-code.js'
import { sealedFactorOf } from '../data/factor.queries.js'

const HERE = '/staff/account/second-factor'
const CODES = '/staff/account/recovery-codes'

/** Someone who signs in with a password, over a clock that the test moves. */
async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  const { id, email } = await anAccount(deps)
  const site = await openSite(deps)
  const wait = (seconds: number) => {
    moment = new Date(moment.getTime() + seconds * 1000)
  }
  const code = async () => codeAt((await openFactor(deps, deps.db, id))?.secret ?? '', stepOf(moment))
  const signIn = async () => {
    const browser = aBrowser(site)
    return { browser, answer: await browser.send('/sign-in?to=/staff/measures', { email, password: GOOD_PASSWORD }) }
  }
  return { deps, id, site, wait, code, signIn }
}

type Setting = Awaited<ReturnType<typeof setUp>>

/** Turns the second factor on, and gives the recovery codes that were shown. */
async function turnOn({ signIn, code, wait }: Setting) {
  const { browser } = await signIn()
  await browser.send(HERE, { step: 'begin' })
  assert.equal((await browser.send(HERE, { step: 'confirm', code: await code() })).headers.location, CODES)
  const page = load((await browser.get(CODES)).body)
  const codes = page('.codes code')
    .toArray()
    .map((each) => page(each).text())
  await browser.send(CODES, { do: 'noted' })
  wait(60)
  return { browser, codes }
}

describe('the second factor', () => {
  it('is set up with a square code, its key and ten recovery codes, which are shown once', async () => {
    const setting = await setUp()
    const { browser, codes } = await turnOn(setting)
    assert.equal(codes.length, 10)
    const { body } = await browser.get(HERE)
    assert.match(body, /10 of 10 recovery codes are left/)
    const after = (await browser.get(CODES)).body
    for (const code of codes) assert.ok(!body.includes(code) && !after.includes(code))
    const secret = (await openFactor(setting.deps, setting.deps.db, setting.id))?.secret ?? ''
    assert.ok(secret !== '' && !body.replace(/\s/g, '').includes(secret))
    const kept = JSON.stringify(await sealedFactorOf(setting.deps.db, setting.id))
    assert.ok(!kept.includes(secret), 'the register holds the secret in plain text')
  })

  it('is asked for at each sign-in, and nothing is seen before', async () => {
    const setting = await setUp()
    await turnOn(setting)
    const { browser, answer } = await setting.signIn()
    assert.equal(answer.headers.location, '/sign-in/code?to=%2Fstaff%2Fmeasures')
    assert.equal((await browser.get('/staff/measures')).statusCode, 303)
    const wrong = await browser.send('/sign-in/code', { code: '000000' })
    assert.equal(wrong.statusCode, 422)
    const right = await browser.send('/sign-in/code?to=/staff/measures', { code: await setting.code() })
    assert.equal(right.headers.location, '/staff/measures')
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })

  it('takes no code twice, and each recovery code once', async () => {
    const setting = await setUp()
    const { codes } = await turnOn(setting)
    const first = await setting.signIn()
    const code = await setting.code()
    assert.equal((await first.browser.send('/sign-in/code', { code })).statusCode, 303)
    const second = await setting.signIn()
    assert.equal((await second.browser.send('/sign-in/code', { code })).statusCode, 422)
    const [recovery = ''] = codes
    assert.equal((await second.browser.send('/sign-in/code', { code: recovery.toLowerCase() })).statusCode, 303)
    const third = await setting.signIn()
    assert.equal((await third.browser.send('/sign-in/code', { code: recovery })).statusCode, 422)
  })

  it('makes who guesses wait, however often the password is given again', async () => {
    const setting = await setUp()
    await turnOn(setting)
    const answers: string[] = []
    for (let time = 0; time < 6; time += 1) {
      const { browser, answer } = await setting.signIn()
      answers.push(
        answer.statusCode === 303 ? (await browser.send('/sign-in/code', { code: '000000' })).body : answer.body,
      )
    }
    assert.match(answers.join(' '), /Too many attempts/)
  })

  it('lets a half sign-in lapse after ten minutes', async () => {
    const setting = await setUp()
    await turnOn(setting)
    const { browser } = await setting.signIn()
    setting.wait(601)
    assert.match((await browser.send('/sign-in/code', { code: await setting.code() })).body, /Begin with your password/)
  })

  it('signs other browsers out when it is turned on or off: they never showed it', async () => {
    const setting = await setUp()
    await anExampleBody(setting.deps)
    const elsewhere = (await setting.signIn()).browser
    assert.equal((await elsewhere.get('/staff/measures')).statusCode, 200)
    const { browser } = await turnOn(setting)
    assert.match(String((await elsewhere.get('/staff/measures')).headers.location), /^\/sign-in/)
    const second = (await setting.signIn()).browser
    await second.send('/sign-in/code', { code: await setting.code() })
    setting.wait(60)
    assert.equal((await browser.send(HERE, { step: 'remove', code: await setting.code() })).statusCode, 303)
    assert.match(String((await second.get('/staff/measures')).headers.location), /^\/sign-in/)
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })

  it('changes only just after signing in: a browser left open is not enough', async () => {
    const setting = await setUp()
    const before = (await setting.signIn()).browser
    setting.wait(16 * 60)
    assert.match((await before.get(HERE)).body, /Sign in again first/)
    assert.equal((await before.send(HERE, { step: 'begin' })).statusCode, 422)
    const { browser } = await turnOn(setting)
    setting.wait(16 * 60)
    for (const path of [HERE, CODES]) assert.match((await browser.get(path)).body, /Sign in again first/)
    const code = await setting.code()
    assert.match((await browser.send(HERE, { step: 'remove', code })).body, /Sign in again first/)
    assert.match((await browser.send(CODES, { do: 'renew' })).body, /Sign in again first/)
  })

  it('is not turned off by guessing', async () => {
    const setting = await setUp()
    const { browser } = await turnOn(setting)
    let last = ''
    for (let time = 0; time < 7; time += 1) last = (await browser.send(HERE, { step: 'remove', code: '000000' })).body
    assert.match(last, /Too many attempts/)
    assert.match((await browser.send(HERE, { step: 'remove', code: await setting.code() })).body, /Too many attempts/)
  })

  it('is taken away only with a code', async () => {
    const setting = await setUp()
    const { browser } = await turnOn(setting)
    assert.equal((await browser.send(HERE, { step: 'remove', code: '000000' })).statusCode, 422)
    assert.equal((await browser.send(HERE, { step: 'remove', code: await setting.code() })).statusCode, 303)
    assert.equal((await setting.signIn()).answer.headers.location, '/staff/measures')
  })

  it('comes before anything else for whoever may publish in a real office', async () => {
    const setting = await setUp()
    const { browser } = await setting.signIn()
    const unfounded = await browser.get('/staff/measures')
    assert.deepEqual([unfounded.statusCode, unfounded.headers.location], [303, HERE], 'before there is a body')
    await aBody(setting.deps)
    const asked = await browser.get('/staff/measures')
    assert.deepEqual([asked.statusCode, asked.headers.location], [303, HERE])
    assert.match((await browser.get(HERE)).body, /Your role may publish/)
    await browser.send(HERE, { step: 'begin' })
    await browser.send(HERE, { step: 'confirm', code: await setting.code() })
    assert.equal((await browser.get('/staff/measures')).statusCode, 200)
  })
})
