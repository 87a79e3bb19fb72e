import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { greeting } from '../cli/greeting.js'

const PERSON = { name: 'Chief executive', email: 'chief@wessex.example', password: 'seven quiet millwheels' }

async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  const site = await openSite(deps)
  const code = async () => /code ([A-Z2-9-]{19})/.exec((await greeting(deps)).join('\n'))?.[1] ?? ''
  const waitHours = (hours: number) => {
    moment = new Date(moment.getTime() + hours * 3_600_000)
  }
  return { deps, site, code, waitHours }
}

describe('the first account', () => {
  it('is made with the code that was printed at start, once, and may do everything', async () => {
    const { deps, site, code } = await setUp()
    const printed = await code()
    const browser = aBrowser(site)
    const answer = await browser.send('/set-up', { ...PERSON, code: printed.toLowerCase().replaceAll('-', ' ') })
    assert.equal(answer.headers.location, '/staff')
    const staff = await browser.get('/staff/people')
    assert.equal(staff.headers.location, '/staff/account/second-factor', 'opened the office without a second factor')
    assert.deepEqual(await greeting(deps), [])
    const second = { ...PERSON, email: 'second@wessex.example', code: printed }
    assert.equal((await aBrowser(site).send('/set-up', second)).statusCode, 403, 'no form is there')
    assert.match((await aBrowser(site).get('/set-up')).body, /This office is set up/)
  })

  it('waits for no stranger: wrong codes from elsewhere keep nobody from beginning', async () => {
    const { site, code } = await setUp()
    const form = { ...PERSON, code: await code() }
    const browser = aBrowser(site)
    for (let time = 0; time < 8; time += 1) await browser.send('/set-up', { ...PERSON, code: 'guess' })
    for (let time = 0; time < 8; time += 1) await browser.send('/set-up', { ...form, password: 'short' })
    assert.equal((await browser.send('/set-up', form)).statusCode, 303)
  })

  it('is not made by guessing, nor with the code of the day before', async () => {
    const { site, code, waitHours } = await setUp()
    const printed = await code()
    const browser = aBrowser(site)
    assert.match(
      (await browser.send('/set-up', { ...PERSON, code: 'AAAA-AAAA-AAAA-AAAA' })).body,
      /This is not the code/,
    )
    waitHours(24)
    assert.match((await browser.send('/set-up', { ...PERSON, code: printed })).body, /This is not the code/)
    assert.equal((await browser.send('/set-up', { ...PERSON, code: await code() })).statusCode, 303)
  })

  it('needs a password that is not easy to guess, and keeps the code meanwhile', async () => {
    const { site, code } = await setUp()
    const form = { ...PERSON, code: await code() }
    const browser = aBrowser(site)
    assert.match((await browser.send('/set-up', { ...form, password: 'short' })).body, /12 characters or more/)
    assert.match((await browser.send('/set-up', { ...form, email: 'nobody' })).body, /must be like name@example/)
    assert.equal((await browser.send('/set-up', form)).statusCode, 303)
  })
})
