import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { Deps } from '#platform/deps.js'
import { anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { hasFactor } from '../data/factor.queries.js'
import { insertPasskey } from '../data/factor.store.js'
import { identitiesOf } from '../data/identity.queries.js'
import { insertIdentity } from '../data/identity.store.js'
import { sessionsOf } from '../data/session.queries.js'

/** An administrator and a colleague who has a passkey, a link with the sign-in service, and a browser signed in. */
async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const deps: Deps = { ...testDeps(await openTestDb()), now: () => moment }
  await anExampleBody(deps)
  const administrator = await anAccount(deps)
  const panel = await anAccount(deps, { email: 'clerk@wessex.example', name: 'Panel clerk', roles: ['panel'] })
  const site = await openSite(deps)
  const signIn = async (email: string) => {
    const browser = aBrowser(site)
    await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
    return browser
  }
  await signIn(panel.email)
  const madeAt = moment.toISOString()
  await deps.db.transaction(async (tx) => {
    const key = { id: 'k', accountId: panel.id, name: 'Laptop', publicKey: 'pk', counter: 0, transports: [] }
    await insertPasskey(tx, { ...key, madeAt, usedAt: null })
    await insertIdentity(tx, { issuer: 'https://i.example', subject: 's', accountId: panel.id, linkedAt: madeAt })
  })
  const waitMinutes = (minutes: number) => {
    moment = new Date(moment.getTime() + minutes * 60_000)
  }
  return {
    deps,
    panel,
    path: `/staff/people/${panel.id}/sign-in`,
    boss: await signIn(administrator.email),
    waitMinutes,
  }
}

describe('how somebody else signs in', () => {
  it('is told to administrators, who sign them out everywhere without the command line', async () => {
    const { deps, panel, path, boss } = await setUp()
    const words = load((await boss.get(path)).body)('main').text()
    for (const each of [
      'Has one',
      'Has 1 passkey; 0 recovery codes left',
      'Linked',
      '1 browser, last used 30 April 2025',
    ])
      assert.ok(words.includes(each), each)
    await boss.send(path, { do: 'sign-out' })
    assert.deepEqual(await sessionsOf(deps.db, panel.id), [])
    assert.match((await boss.get(path)).body, /Nowhere/)
  })

  it('is mended when a telephone is lost or a link is wrong, and stands on the trail', async () => {
    const { deps, panel, path, boss } = await setUp()
    assert.equal((await boss.send(path, { do: 'reset-factor' })).statusCode, 303)
    assert.equal(await hasFactor(deps.db, panel.id), false)
    assert.equal((await boss.send(path, { do: 'unlink' })).statusCode, 303)
    assert.deepEqual(await identitiesOf(deps.db, panel.id), [])
    assert.deepEqual(await sessionsOf(deps.db, panel.id), [])
    const done = (await auditEntries(deps.db, 2)).map(({ action, actorName }) => [action, actorName])
    assert.deepEqual(done, [
      ['people.unlink-identity', 'Policy officer'],
      ['people.reset-factor', 'Policy officer'],
    ])
  })

  it('is changed only just after signing in: a browser left open takes no second factor away', async () => {
    const { deps, panel, path, boss, waitMinutes } = await setUp()
    waitMinutes(16)
    assert.match((await boss.get(path)).body, /Sign in again first/)
    for (const step of ['reset-factor', 'unlink']) assert.equal((await boss.send(path, { do: step })).statusCode, 422)
    assert.equal(await hasFactor(deps.db, panel.id), true)
    assert.equal((await boss.send(path, { do: 'sign-out' })).statusCode, 303)
  })
})
