import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, describe, it } from 'node:test'
import { MODULES } from '#app/modules.js'
import type { Holder } from '#platform/module.js'
import { assertSound } from '#test/support/attacks.js'
import { openExampleOffice } from '#test/support/example-office.js'

const office = await openExampleOffice()
after(() => office.close())

const routes = MODULES.flatMap((module) => module.routes)
const CLEAR = [200, 303, 400, 403, 404, 414]

/** What may stand in an address where an id or a name should; some of it cannot even be read. */
const JUNK = [
  '01890000-0000-7000-8000-000000000000',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  "'%20or%201=1--",
  '%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '..%2F..%2F..%2Fetc%2Fpasswd',
  '%2e%2e%2f',
  '%00',
  '%0d%0aset-cookie:%20session=x',
  '%FF%FE',
  '%E0%A4%A',
  '%ED%A0%80',
  '%F0%9F%92%A9',
  '%25%30%30',
  'x'.repeat(199),
  'x'.repeat(5000),
]

/** Every name that a page reads from its query, and some that it does not. */
const QUERIES = ['q', 'to', 'plan', 'theme', 'state', 'whose', 'before', 'level', 'parent', 'page', '__proto__', 'a[b]']

async function ask(address: string, role: Holder, headers: Record<string, string> = {}) {
  const session = await office.sessionOf(role)
  const answer = await office.app.inject({ url: address, headers, cookies: session ? { session } : {} })
  assertSound(answer, address.slice(0, 200))
  return answer
}

describe('an address that nobody gave out', () => {
  for (const route of routes) {
    it(`${route.path} answers clearly whatever stands in it`, async () => {
      const addresses = new Set(JUNK.map((junk) => route.path.replaceAll(/:\w+/g, junk)))
      const plain = route.path.replaceAll(/:\w+/g, 'x')
      for (const junk of JUNK)
        addresses.add(`${plain}?${QUERIES.map((name) => `${name}=${junk}&${name}=again`).join('&')}`)
      for (const address of addresses) {
        const { statusCode } = await ask(address, 'office')
        assert.ok(CLEAR.includes(statusCode), `${address.slice(0, 200)} answers ${statusCode}`)
      }
    })
  }

  it('answers clearly where nothing is, whatever is asked for', async () => {
    for (const junk of [...JUNK, '/', '.', '..', '*', '.env', 'wp-login.php', '%5c..%5c']) {
      for (const address of [`/${junk}`, `/staff/${junk}`, `/assets/${junk}`, `//${junk}`, `/${junk}/${junk}`]) {
        const { statusCode } = await ask(address, 'public')
        assert.ok(CLEAR.includes(statusCode), `${address.slice(0, 200)} answers ${statusCode}`)
      }
    }
  })

  it('runs nothing that was put in a search, and shows it as words', async () => {
    const { body } = await ask('/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'public')
    assert.ok(!body.includes('<script>alert'))
    assert.ok(body.includes('&lt;script>alert(1)') || body.includes('&lt;script&gt;alert(1)'))
  })
})

describe('a request that no browser makes', () => {
  const methods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD', 'SEARCH'] as const

  it('is answered clearly, whatever its method', async () => {
    for (const method of methods) {
      for (const url of ['/', '/staff', '/sign-in', '/open-data/plans.json', '/assets/x', '/nothing']) {
        const answer = await office.app.inject({ method: method as 'PUT', url })
        assertSound(answer, `${method} ${url}`)
      }
    }
  })

  it('cannot post where there is no form', async () => {
    for (const { path } of routes.filter(({ hasForm }) => !hasForm)) {
      const url = path.replaceAll(/:\w+/g, 'x')
      const answer = await office.app.inject({
        method: 'POST',
        url,
        payload: 'a=b',
        headers: { 'content-type': 'text/plain' },
      })
      assertSound(answer, `POST ${url}`)
      assert.equal(answer.statusCode, 404, url)
    }
  })

  it('is answered clearly, whatever its headers', async () => {
    const odd: Record<string, string>[] = [
      { cookie: 'session=%00; form=%E0%A4%A; notice=%3Cscript%3E' },
      { cookie: `session=${'x'.repeat(6000)}` },
      { cookie: '=;=;;;session' },
      { host: 'evil.example' },
      { host: '' },
      { 'accept-encoding': '*;q=x, br;q=0, gzip;q=0' },
      { 'if-none-match': '"'.repeat(500) },
      { 'x-forwarded-for': "1.1.1.1', drop table" },
      { range: 'bytes=0-99999999999' },
      { 'accept-language': '\u00ff' },
    ]
    for (const headers of odd) {
      for (const url of ['/', '/staff', '/sign-in', '/search?q=a', '/feed.atom']) {
        assertSound(await office.app.inject({ url, headers }), `${url} with ${JSON.stringify(headers).slice(0, 100)}`)
      }
    }
  })

  it('puts nothing of ours under another’s name', async () => {
    for (const url of ['/', '/feed.atom', '/sign-in', '/open-data/plans.json']) {
      const { body } = await ask(url, 'public', { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
      assert.ok(!body.includes('evil.example'), url)
    }
  })

  it('shows a forged notice as words', async () => {
    const notice = '<script>alert(1)</script>'
    const answer = await office.app.inject({ url: '/sign-in', cookies: { notice } })
    assert.ok(!answer.body.includes(notice))
  })
})

describe('requests that never end', () => {
  /** Somebody who sends the beginning of a request and then nothing. */
  function unfinished(beginning: string): Promise<Socket> {
    const { hostname, port } = new URL(office.url)
    const socket = connect({ host: hostname, port: Number(port) })
    after(() => socket.destroy())
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.write(beginning, () => resolve(socket))
    })
  }

  it('keep nobody else waiting', async () => {
    const head = 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n'
    const beginnings = [
      'GET /',
      head,
      `${head}content-length: 9000\r\n\r\n_csrf=`,
      `${head}transfer-encoding: chunked\r\n\r\nff\r\nx`,
    ]
    const sockets = await Promise.all(Array.from({ length: 400 }, (_, at) => unfinished(beginnings[at % 4] ?? '')))
    for (const path of ['/', '/sign-in', '/staff', '/health/ready']) {
      const { status } = await fetch(`${office.url}${path}`, { redirect: 'manual' })
      assert.ok(status < 400, `${path} answers ${status}`)
    }
    assert.ok(sockets.length === 400)
  })

  it('are cut off: headers within 20 seconds, the whole within two minutes', () => {
    const { headersTimeout, requestTimeout } = office.app.server
    assert.deepEqual([headersTimeout, requestTimeout], [20_000, 120_000])
  })
})
