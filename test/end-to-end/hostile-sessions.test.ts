import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildWeb } from '#app/application.js'
import { EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { assertRefused, assertSound, changingNothing } from '#test/support/attacks.js'
import { openExampleOffice } from '#test/support/example-office.js'

const office = await openExampleOffice()
after(() => office.close())

const OFFICER = EXAMPLE_ACCOUNTS[0]?.email ?? ''
const DAY = 24 * 3600 * 1000
const limits = { isSecure: false, trustsProxy: true, requestsPerMinute: 1e6 }

type SignIn = { email?: string; password?: string; to?: string; from?: string }

function signIn(
  app: FastifyInstance,
  { email = OFFICER, password = EXAMPLE_PASSWORD, to = '', from = '192.0.2.1' }: SignIn = {},
) {
  const token = csrfTokenFor('a-browser')
  return app.inject({
    method: 'POST',
    url: `/sign-in${to && `?to=${to}`}`,
    headers: {
      ...{ 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
      cookie: 'form=a-browser; __Host-form=a-browser',
    },
    payload: new URLSearchParams({ _csrf: token, email, password }).toString(),
  })
}

async function sessionFor(email: string): Promise<string> {
  const { cookies } = await signIn(office.app, { email })
  return cookies.find(({ name }) => name === 'session')?.value ?? ''
}

const desk = (app: FastifyInstance, session: string) => app.inject({ url: '/staff', cookies: { session } })

/** Nobody: sent to sign in, and nothing sent is done. */
async function assertNobody(app: FastifyInstance, session: string): Promise<void> {
  const answer = await desk(app, session)
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/sign-in?to=%2Fstaff')
  const body = new URLSearchParams({ _csrf: csrfTokenFor(session), session: 'everywhere' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const send = () => app.inject({ method: 'POST', url: '/staff/account', cookies: { session }, headers, payload: body })
  assert.equal((await changingNothing(office, 'a session that is none', send)).statusCode, 303)
}

describe('a session', () => {
  it('opens nothing when it is forged', async () => {
    const real = await sessionFor(OFFICER)
    const forged = [
      '',
      'x',
      '%00',
      "' or 1=1 --",
      '__proto__',
      `${real}x`,
      real.slice(1),
      real.toLowerCase(),
      '0'.repeat(43),
    ]
    for (const token of forged) await assertNobody(office.app, token)
    assert.equal((await desk(office.app, real)).statusCode, 200)
  })

  it('opens nothing once it has been signed out, not even for who kept it', async () => {
    const session = await sessionFor(OFFICER)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const payload = `_csrf=${csrfTokenFor(session)}`
    const answer = await office.app.inject({ method: 'POST', url: '/sign-out', cookies: { session }, headers, payload })
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.cookies.find(({ name }) => name === 'session')?.value, '')
    await assertNobody(office.app, session)
  })

  it('is not ended by another website', async () => {
    const session = await sessionFor(OFFICER)
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const token = `_csrf=${csrfTokenFor(session)}`
    for (const [payload, headers] of [
      ['', type],
      [`_csrf=${csrfTokenFor('another')}`, type],
      [token, { ...type, 'sec-fetch-site': 'cross-site' }],
    ] as const) {
      const answer = await office.app.inject({
        method: 'POST',
        url: '/sign-out',
        cookies: { session },
        headers,
        payload,
      })
      assertRefused(answer, [403], 'signing somebody out')
    }
    assert.equal((await desk(office.app, session)).statusCode, 200)
  })

  it('opens nothing once it has expired', async () => {
    const session = await sessionFor(OFFICER)
    const later = await buildWeb({ ...office.deps, now: () => new Date(Date.now() + 8 * DAY) }, limits)
    await assertNobody(later, session)
    await later.close()
  })

  it('is a new one at every sign-in, so that nobody can plant theirs', async () => {
    const answer = await office.app.inject({
      method: 'POST',
      url: '/sign-in',
      cookies: { session: 'planted', form: 'planted' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _csrf: csrfTokenFor('planted'),
        email: OFFICER,
        password: EXAMPLE_PASSWORD,
      }).toString(),
    })
    const session = answer.cookies.find(({ name }) => name === 'session')?.value ?? ''
    assert.notEqual(session, 'planted')
    assert.ok(session.length >= 40)
    await assertNobody(office.app, 'planted')
  })

  it('lies in a cookie that scripts and other sites cannot use, and that leaves only over https', async () => {
    const plain = (await signIn(office.app)).cookies.find(({ name }) => name === 'session')
    assert.deepEqual([plain?.httpOnly, plain?.sameSite, plain?.path], [true, 'Lax', '/'])
    const secure = await buildWeb(office.deps, { ...limits, isSecure: true })
    const answer = await signIn(secure)
    const cookie = answer.cookies.find(({ name }) => name === '__Host-session')
    assert.deepEqual([cookie?.httpOnly, cookie?.sameSite, cookie?.secure, cookie?.path], [true, 'Lax', true, '/'])
    assert.match(String(answer.headers['strict-transport-security']), /max-age=31536000/)
    const { cookies } = await secure.inject('/sign-in')
    assert.ok(cookies.every(({ httpOnly, secure: isSecure }) => httpOnly && isSecure))
    await secure.close()
  })

  it('keeps what it opens out of every cache', async () => {
    const session = await sessionFor(OFFICER)
    for (const url of ['/staff', '/staff/account', '/staff/people', '/sign-in']) {
      const { headers } = await office.app.inject({ url, cookies: { session } })
      assert.equal(headers['cache-control'], 'no-store', url)
    }
  })
})

describe('signing in', () => {
  const elsewhere = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    '%09//evil.example',
    '/%09/evil.example',
    '/%0a/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '@evil.example',
    '%2F%2Fevil.example',
    '/sign-out',
    '%00',
  ]

  it('leads nowhere but to this site', async () => {
    for (const to of elsewhere) {
      const answer = await signIn(office.app, { to })
      assertSound(answer, to)
      assert.equal(answer.statusCode, 303, to)
      const { host, pathname } = new URL(String(answer.headers.location), 'http://here.invalid')
      assert.equal(host, 'here.invalid', `${to} leads to ${answer.headers.location}`)
      assert.notEqual(pathname, '/sign-out')
    }
    assert.equal((await signIn(office.app, { to: '/staff/measures' })).headers.location, '/staff/measures')
  })

  it('is slowed down after five wrong passwords, for the right one too, but not from elsewhere', async () => {
    const email = 'auditor@example.test'
    const from = '198.51.100.7'
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await signIn(office.app, { email, from, password: `guess number ${attempt}` })
      assertRefused(answer, [422], 'a wrong password')
    }
    const waits = await signIn(office.app, { email, from })
    assertRefused(waits, [422], 'the right password, too soon')
    assert.match(waits.body, /Too many attempts\. Wait \d+ seconds/)
    assert.equal((await signIn(await proxied(), { email, from: '203.0.113.9' })).statusCode, 303)
  })

  it('is limited for each network address, like everything else', async () => {
    const limited = await buildWeb(office.deps, { ...limits, requestsPerMinute: 3 })
    const statuses: number[] = []
    for (let request = 0; request < 4; request += 1) {
      const answer = await limited.inject({ url: '/sign-in', headers: { 'x-forwarded-for': '198.51.100.8' } })
      assertSound(answer, 'one request too many')
      statuses.push(answer.statusCode)
    }
    assert.deepEqual(statuses, [200, 200, 200, 429])
    assert.equal(
      (await limited.inject({ url: '/sign-in', headers: { 'x-forwarded-for': '198.51.100.9' } })).statusCode,
      200,
    )
    await limited.close()
  })
})

describe('an address that a request says of itself', () => {
  it('is not believed unless a server stands in front: nobody escapes a limit by it', async () => {
    const open = await buildWeb(office.deps, { isSecure: false, trustsProxy: false, requestsPerMinute: 3 })
    const from = (at: number) => ({
      'x-forwarded-for': `198.51.100.${at}`,
      forwarded: `for=198.51.100.${at}`,
      'x-real-ip': '::1',
    })
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1)
      statuses.push((await open.inject({ url: '/sign-in', headers: from(at) })).statusCode)
    assert.deepEqual(statuses, [200, 200, 200, 429])
    await open.close()
  })

  it('is not believed before what the server in front adds, as most of them do', async () => {
    const behind = await buildWeb(office.deps, { isSecure: false, trustsProxy: true, requestsPerMinute: 3 })
    const statuses: number[] = []
    for (let at = 0; at < 4; at += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${at}, 203.0.113.77` }
      statuses.push((await behind.inject({ url: '/sign-in', headers })).statusCode)
    }
    assert.deepEqual(statuses, [200, 200, 200, 429])
    await behind.close()
  })
})

/** The application behind a proxy, so that each request has an address of its own. */
async function proxied(): Promise<FastifyInstance> {
  const app = await buildWeb(office.deps, limits)
  after(() => app.close())
  return app
}
