import assert from 'node:assert/strict'
import { it } from 'node:test'
import { buildWeb } from '#app/application.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser } from '#test/support/signing-in.js'
import { aWatch } from '#test/support/watch.js'

it('logs what was refused, and to which account, without a name or an address', async () => {
  const deps = testDeps(await openTestDb())
  const { id, email } = await anAccount(deps, { roles: ['auditor'], name: 'Audit lead' })
  const lines: Readonly<Record<string, unknown>>[] = []
  const watch = aWatch((entry) => void lines.push(entry))
  const limits = { isSecure: false, trustsProxy: true, requestsPerMinute: 12 }
  const site = await buildWeb(deps, limits, watch)
  const browser = aBrowser(site, '192.0.2.77')
  await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
  await browser.get('/staff/people/new')
  await browser.get('/staff/people?q=anybody@office.example')
  const forged = {
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  } as const
  await site.inject({ ...forged, payload: '_csrf=forged&email=a&password=b' })
  await site.inject({ ...forged, headers: { ...forged.headers, 'sec-fetch-site': 'cross-site' }, payload: 'email=a' })
  for (let request = 0; request < 14; request += 1)
    await site.inject({ url: '/sign-in', headers: { 'x-forwarded-for': '192.0.2.78' } })
  const told = lines
    .filter(({ event }) => event === 'refused')
    .map(({ route, status, account }) => [route, status, account])
  assert.deepEqual(told.slice(0, 3), [
    ['/staff/people/new', 403, id],
    ['/sign-in', 403, 'public'],
    ['/sign-in', 403, 'public'],
  ])
  assert.ok(told.slice(3).length > 0 && told.slice(3).every(([, status]) => status === 429))
  assert.doesNotMatch(JSON.stringify(lines), /192\.0\.2|office\.example|Audit lead|forged&/)
  await site.close()
})
