import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { placeWithin } from './sign-in.page.js'

const EMAIL = 'policy@wessex.example'
const RIGHT = { email: EMAIL, password: GOOD_PASSWORD }

async function setUp() {
  const deps = testDeps(await openTestDb())
  await anExampleBody(deps)
  await anAccount(deps)
  const site = await openSite(deps)
  return { site, browser: aBrowser(site) }
}

describe('the sign-in page', () => {
  it('sends those who are not signed in there first, and then on to where they were going', async () => {
    const { browser } = await setUp()
    const asked = await browser.get('/staff/people')
    assert.equal(asked.statusCode, 303)
    const answer = await browser.send(String(asked.headers.location), RIGHT)
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/staff/people')
    assert.equal((await browser.get('/staff/people')).statusCode, 200)
  })

  it('gives a cookie that no script can read and no other site can send', async () => {
    const { browser } = await setUp()
    const { cookies } = await browser.send('/sign-in', RIGHT)
    const session = cookies.find(({ name }) => name === 'session')
    assert.equal(session?.httpOnly, true)
    assert.equal(session?.sameSite, 'Lax')
    assert.equal(session?.path, '/')
  })

  it('gives a browser a cookie of its own by which it is known when guessing has to wait', async () => {
    const { browser } = await setUp()
    const { cookies } = await browser.send('/sign-in', RIGHT)
    const known = cookies.find(({ name }) => name === 'browser')
    assert.deepEqual([known?.httpOnly, known?.sameSite, known?.path], [true, 'Lax', '/'])
    assert.ok(Number(known?.maxAge) > 100 * 86_400)
    await browser.send('/sign-out', {})
    for (let time = 0; time < 5; time += 1) await browser.send('/sign-in', { ...RIGHT, password: 'wrong password' })
    assert.equal((await browser.send('/sign-in', RIGHT)).statusCode, 303)
    const wrong = await browser.send('/sign-in', { ...RIGHT, password: 'wrong password' })
    assert.equal(wrong.cookies.length, 0, 'a wrong password made the browser known')
  })

  it('says the same to a wrong password as to an unknown address, and keeps the address only', async () => {
    const { browser } = await setUp()
    const wrong = await browser.send('/sign-in', { email: EMAIL, password: 'copper lantern wednesday' })
    const unknown = await browser.send('/sign-in', { email: 'x@wessex.example', password: 'copper lantern wednesday' })
    assert.equal(wrong.statusCode, 422)
    const words = (body: string) => load(body)('main').text()
    assert.equal(words(wrong.body), words(unknown.body))
    const page = load(wrong.body)
    assert.equal(page('#email').val(), EMAIL)
    assert.doesNotMatch(wrong.body, /lantern/)
  })

  it('masks what is typed, and lets password managers fill it', async () => {
    const { browser } = await setUp()
    const page = load((await browser.get('/sign-in')).body)
    const attributes = (name: string) => page(`input[name="${name}"]`).attr()
    assert.deepEqual(
      [attributes('password')?.type, attributes('password')?.autocomplete],
      ['password', 'current-password'],
    )
    assert.deepEqual([attributes('email')?.type, attributes('email')?.autocomplete], ['email', 'username'])
    assert.equal(attributes('password')?.maxlength, undefined, 'what is pasted is not cut')
  })

  it('says how long to wait after too many attempts', async () => {
    const { browser } = await setUp()
    for (let time = 0; time < 6; time += 1) await browser.send('/sign-in', { ...RIGHT, password: 'wrong' })
    const answer = await browser.send('/sign-in', RIGHT)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#password-error').text(), /Wait 15 seconds, then try again/)
  })

  it('asks for what is missing', async () => {
    const { browser } = await setUp()
    const answer = await browser.send('/sign-in', { email: '', password: '' })
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').length, 2)
  })

  it('signs nobody in when the form came without its token', async () => {
    const { site } = await setUp()
    const answer = await site.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(RIGHT).toString(),
    })
    assert.equal(answer.statusCode, 403)
    assert.ok(!answer.cookies.some(({ name }) => name === 'session'))
  })
})

it('leads on only to a place on this site', () => {
  assert.equal(placeWithin('/staff/plans/2021?tab=2'), '/staff/plans/2021?tab=2')
  const elsewhere = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ]
  for (const to of [...elsewhere, undefined, '', 'staff', '/sign-out', '/sign-in', '/.//evil.example']) {
    assert.equal(placeWithin(to), '/staff', to)
  }
})
