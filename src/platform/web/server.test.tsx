import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Actor, Permission } from '#platform/actor.js'
import { publicActor } from '#platform/actor.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aWatch } from '#test/support/watch.js'
import { textField, versionField } from './fields.js'
import { file } from './file.js'
import { fieldError, page, redirectTo } from './page.js'
import { csrfTokenFor } from './security.js'
import { buildServer } from './server.js'

let saved: string[] = []
let shown = 0

const notePage = page('/staff/note/:id', {
  permission: 'test:write',
  load: async ({ params }) => {
    if (params.id === 'none') throw new NotFound()
    return { text: 'stored', version: 7 }
  },
  form: { text: textField({ missing: 'Enter a note', max: 20, name: 'Note' }), version: versionField() },
  values: (data) => data,
  submit: async ({ input, deps }) => {
    if (input.text === 'stale') {
      await deps.db.transaction((tx) => deps.audit(tx, SYSTEM, { action: 'test.save', subject: 'test.note:1' }))
      throw new Conflict('test.note:1')
    }
    if (input.text === 'refuse') return fieldError('text', 'This note is not wanted')
    if (input.text === 'forbid') throw new Forbidden()
    if (input.text === 'break') throw new Error('secret detail')
    saved.push(input.text)
    return redirectTo('/staff/note/1', 'Note saved')
  },
  title: () => 'A note',
  view: (_data, form) => (
    <form>
      {form.$form.errors.map((error) => (
        <a href={error.href}>{error.text}</a>
      ))}
      <input id={form.text.id} value={form.text.value} />
      <input name="version" value={form.version.value} />
    </form>
  ),
})

const publicPage = page('/open', {
  permission: 'site:read',
  load: async () => {
    shown += 1
    return shown
  },
  title: () => 'Open',
  view: (count) => (
    <p>
      Shown {count} times to {'<everyone>'}
    </p>
  ),
})

const download = file('/open/data.csv', {
  permission: 'site:read',
  respond: async () => ({ type: 'text/csv', body: 'a,b\r\n', fileName: 'data.csv' }),
})

const permissions = new Set<Permission>(['site:read', 'test:write'])
const officer: Actor = { kind: 'person', id: 'p1', name: 'Policy officer', role: 'office', permissions }
const panelMember: Actor = { ...officer, id: 'p2', role: 'panel', permissions: new Set(['site:read']) }

describe('the web contract', () => {
  let app: FastifyInstance
  const logged: unknown[] = []
  const watch = aWatch((entry) => logged.push(entry))
  const sessions = new Map([
    ['s1', officer],
    ['s2', panelMember],
  ])

  before(async () => {
    const deps = testDeps(await openTestDb())
    app = await buildServer({
      deps,
      config: { isSecure: false, trustsProxy: false, requestsPerMinute: 1e6 },
      routes: [notePage, publicPage, download],
      publicActor: publicActor(new Set(['site:read'])),
      identify: async (token) => sessions.get(token),
      shell: async () => ({
        ...{ officeName: 'O', officeShortName: 'O', brandColour: '#000000' },
        ...{ publicNav: [], staffNav: [] },
      }),
      renderFrame: (frame, html) =>
        `<title>${frame.hasErrors ? 'Error: ' : ''}${frame.title}</title>${frame.flash ?? ''}${html}`,
      asset: (name) => (name === 'a.css' ? { type: 'text/css', bytes: Buffer.from('a{}') } : undefined),
      watch,
    })
  })
  after(() => app.close())

  const post = (
    form: Record<string, string>,
    options: { session?: string; headers?: Record<string, string>; token?: string } = {},
  ) => {
    const session = options.session ?? 's1'
    const token = options.token ?? csrfTokenFor(session)
    return app.inject({
      method: 'POST',
      url: '/staff/note/1',
      cookies: { session },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...options.headers },
      payload: new URLSearchParams({ _csrf: token, version: '7', ...form }).toString(),
    })
  }

  it('shows what is stored, and keeps the page from caches', async () => {
    const answer = await app.inject({ url: '/staff/note/1', cookies: { session: 's1' } })
    assert.equal(answer.statusCode, 200)
    assert.match(answer.body, /value="stored"/)
    assert.equal(answer.headers['cache-control'], 'no-store')
  })

  it('sends who is not signed in to sign in, and refuses who may not', async () => {
    const stranger = await app.inject({ url: '/staff/note/1' })
    assert.equal(stranger.statusCode, 303)
    assert.equal(stranger.headers.location, '/sign-in?to=%2Fstaff%2Fnote%2F1')
    assert.equal((await app.inject({ url: '/staff/note/1', cookies: { session: 's2' } })).statusCode, 403)
    assert.equal((await post({ text: 'x' }, { session: 's2' })).statusCode, 403)
  })

  it('saves, goes on with 303 and says so once', async () => {
    saved = []
    const answer = await post({ text: 'well written' })
    assert.equal(answer.statusCode, 303)
    assert.deepEqual(saved, ['well written'])
    const notice = answer.cookies.find((cookie) => cookie.name === 'notice')
    const next = await app.inject({ url: '/staff/note/1', cookies: { session: 's1', notice: notice?.value ?? '' } })
    assert.match(next.body, /Note saved/)
    assert.equal(next.cookies.find((cookie) => cookie.name === 'notice')?.value, '')
  })

  it('shows the page again with 422, the message linked to its field, and what was typed', async () => {
    const answer = await post({ text: 'far too long to be a note here' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /<title>Error: A note/)
    assert.match(answer.body, /<a href="#text">Note must be 20 characters or fewer/)
    assert.match(answer.body, /value="far too long to be a note here"/)
    const refused = await post({ text: 'refuse' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /This note is not wanted/)
  })

  it('keeps what was typed when the form had expired, and changes nothing', async () => {
    saved = []
    const answer = await post({ text: 'kept text' }, { token: 'forged' })
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /had expired/)
    assert.match(answer.body, /value="kept text"/)
    assert.deepEqual(saved, [])
  })

  it('does nothing for a form that another site sent', async () => {
    saved = []
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
    ]
    for (const headers of elsewhere) {
      assert.equal((await post({ text: 'forged' }, { headers })).statusCode, 403)
    }
    assert.deepEqual(saved, [])
  })

  it('says who saved first, with what was typed and the version that now stands', async () => {
    const answer = await post({ text: 'stale', version: '3' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Test saved it on 30 April 2025/)
    assert.match(answer.body, /value="stale"/)
    assert.match(answer.body, /name="version" value="7"/)
  })

  it('gives our own mistakes a reference, logs them once and shows nothing of them', async () => {
    logged.length = 0
    const answer = await post({ text: 'break' })
    assert.equal(answer.statusCode, 500)
    assert.doesNotMatch(answer.body, /secret detail/)
    assert.equal(logged.length, 1)
    const { reference } = logged[0] as { reference: string }
    assert.ok(answer.body.includes(reference))
  })

  it('answers what is not there with 404 and what may not be with 403', async () => {
    const missing = await app.inject({ url: '/staff/note/none', cookies: { session: 's1' } })
    assert.equal(missing.statusCode, 404)
    assert.match(missing.body, /<a href="\/staff">your work/)
    const nothing = await app.inject('/nothing/here')
    assert.equal(nothing.statusCode, 404)
    assert.doesNotMatch(nothing.body, /your work/)
    assert.doesNotMatch((await app.inject('/%zz')).body, /your work/)
    assert.equal((await post({ text: 'forbid' })).statusCode, 403)
  })

  it('refuses what is too large or of another kind, clearly', async () => {
    const large = await post({ text: 'x'.repeat(300_000) })
    assert.equal(large.statusCode, 413)
    assert.match(large.body, /too much at once/)
    const json = await app.inject({
      method: 'POST',
      url: '/staff/note/1',
      cookies: { session: 's1' },
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    })
    assert.equal(json.statusCode, 415)
    assert.equal((await app.inject({ method: 'POST', url: '/open' })).statusCode, 404)
    assert.equal((await app.inject('/staff/note/%E0%A4%A')).statusCode, 400)
  })

  it('sends the same security headers with every answer', async () => {
    for (const url of [
      '/open',
      '/open',
      '/nothing',
      '/assets/a.css',
      '/open/data.csv',
      '/note/%FF',
      `/staff/note/${'x'.repeat(300)}`,
    ]) {
      const { headers } = await app.inject(url)
      assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/)
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/)
      assert.equal(headers['x-content-type-options'], 'nosniff')
    }
  })

  it('escapes what it shows, and lets anyone read open data', async () => {
    assert.match((await app.inject('/open')).body, /&lt;everyone/)
    const data = await app.inject('/open/data.csv')
    assert.equal(data.headers['access-control-allow-origin'], '*')
    assert.equal(data.headers['content-disposition'], 'attachment; filename="data.csv"')
  })

  it('compresses on request and answers 304 to who has the page already', async () => {
    const first = await app.inject({ url: '/open/data.csv', headers: { 'accept-encoding': 'gzip, br' } })
    assert.equal(first.headers['content-encoding'], 'br')
    const headers = { 'accept-encoding': 'gzip, br', 'if-none-match': String(first.headers.etag) }
    assert.equal((await app.inject({ url: '/open/data.csv', headers })).statusCode, 304)
    const plain = await app.inject({ url: '/open/data.csv', headers: { 'accept-encoding': 'br;q=0, identity' } })
    assert.equal(plain.headers['content-encoding'], undefined)
  })
})

describe('pages kept ready', () => {
  it('are made once, and again after a form was accepted; what changes nothing leaves them be', async () => {
    const deps = testDeps(await openTestDb())
    const app = await buildServer({
      deps,
      config: { isSecure: true, trustsProxy: false, requestsPerMinute: 1e6 },
      routes: [notePage, publicPage],
      publicActor: publicActor(new Set(['site:read'])),
      identify: async () => officer,
      shell: async () => ({
        ...{ officeName: 'O', officeShortName: 'O', brandColour: '#000000' },
        ...{ publicNav: [], staffNav: [] },
      }),
      renderFrame: (_frame, html) => html,
      asset: () => undefined,
    })
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    try {
      const read = async () => (await fetch(`${address}/open`)).text()
      const first = await read()
      assert.equal(await read(), first)
      const send = (headers: Record<string, string>, form: Record<string, string>) =>
        fetch(`${address}/staff/note/1`, {
          method: 'POST',
          headers,
          body: new URLSearchParams(form),
          redirect: 'manual',
        })
      const signedIn = { cookie: '__Host-session=s1' }
      await send({}, { text: 'x' })
      await send(signedIn, { text: '', version: '7', _csrf: csrfTokenFor('s1') })
      await fetch(`${address}/open?again`, { method: 'HEAD' })
      assert.equal(await read(), first)
      assert.equal((await send(signedIn, { text: 'x', version: '7', _csrf: csrfTokenFor('s1') })).status, 303)
      assert.notEqual(await read(), first)
      for (const method of ['GET', 'HEAD']) {
        const { headers } = await fetch(`${address}/open`, { method })
        assert.match(headers.get('strict-transport-security') ?? '', /max-age/)
        assert.match(headers.get('cache-control') ?? '', /^public/)
        assert.equal(headers.get('set-cookie'), null)
      }
    } finally {
      await app.close()
    }
  })
})
