import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { permissionsByRole } from '#app/application.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { Deps } from '#platform/deps.js'
import { Forbidden } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { sessionsOf } from '../data/session.queries.js'
import { editAccount } from './edit-account.js'
import { identifyWith } from './identify.js'
import { signIn } from './sign-in.js'

const EMAIL = 'policy@wessex.example'
const anyone = actorOf('public')
const HOME = '192.0.2.1'

/** A clock that the test moves. */
async function setUp() {
  let moment = new Date('2025-04-30T12:00:00Z')
  const base = testDeps(await openTestDb())
  const deps: Deps = { ...base, now: () => moment }
  await anExampleBody(deps)
  const account = await anAccount(deps)
  const wait = (seconds: number) => {
    moment = new Date(moment.getTime() + seconds * 1000)
  }
  const tryWith = (password: string, address = HOME, email = EMAIL) =>
    signIn(deps, anyone, { email, password, address })
  const fail = async (times: number, address = HOME, email = EMAIL) => {
    for (let time = 0; time < times; time += 1) await tryWith('wrong password', address, email)
  }
  return { deps, account, wait, tryWith, fail, identify: identifyWith(deps, permissionsByRole()) }
}

describe('signing in', () => {
  it('begins a session that says who it is and what their role permits', async () => {
    const { account, tryWith, identify } = await setUp()
    const result = await tryWith(GOOD_PASSWORD)
    assert.ok(result.ok)
    const actor = await identify(result.value.token)
    assert.equal(actor?.id, account.id)
    assert.ok(actor?.permissions.has('people:manage'))
    assert.equal(await identify(`${result.value.token}x`), undefined)
  })

  it('takes the address in any case, and the password in none but its own', async () => {
    const { tryWith } = await setUp()
    assert.ok((await tryWith(GOOD_PASSWORD, HOME, ' POLICY@Wessex.example')).ok)
    assert.ok(!(await tryWith(GOOD_PASSWORD.toUpperCase())).ok)
  })

  it('keeps the token itself nowhere in the register', async () => {
    const { deps, account, tryWith } = await setUp()
    const result = await tryWith(GOOD_PASSWORD)
    assert.ok(result.ok)
    assert.equal(Buffer.from(result.value.token, 'base64url').length, 32)
    const stored = JSON.stringify([await sessionsOf(deps.db, account.id), await auditEntries(deps.db, 10)])
    assert.ok(!stored.includes(result.value.token))
  })

  it('gives a new token each time and ends the session that this browser had', async () => {
    const { deps, account, tryWith } = await setUp()
    const first = await tryWith(GOOD_PASSWORD)
    assert.ok(first.ok)
    const request = { email: EMAIL, password: GOOD_PASSWORD, address: HOME, previousToken: first.value.token }
    const second = await signIn(deps, anyone, request)
    assert.ok(second.ok && second.value.token !== first.value.token)
    assert.equal((await sessionsOf(deps.db, account.id)).length, 1)
  })

  it('answers the same to a wrong password, an unknown address and an account that may no longer sign in', async () => {
    const { deps, account, tryWith } = await setUp()
    const wrong = { ok: false, error: { code: 'wrong' } }
    assert.deepEqual(await tryWith('copper lantern wednesday'), wrong)
    assert.deepEqual(await tryWith(GOOD_PASSWORD, HOME, 'nobody@wessex.example'), wrong)
    assert.deepEqual(await tryWith(GOOD_PASSWORD, HOME, 'no address at all'), wrong)
    await anAccount(deps, { email: 'other@wessex.example' })
    await editAccount(deps, SYSTEM, { ...account, isActive: false })
    assert.deepEqual(await tryWith(GOOD_PASSWORD), wrong)
  })

  it('is on the audit trail whether it succeeds or fails, without anything that was typed', async () => {
    const { deps, account, tryWith } = await setUp()
    await tryWith('copper lantern wednesday')
    await tryWith('copper lantern', HOME, 'secret typed in the wrong box')
    await tryWith(GOOD_PASSWORD)
    const [right, unknown, wrong] = await auditEntries(deps.db, 3)
    assert.deepEqual([wrong?.action, wrong?.subject], ['people.fail-sign-in', `people.account:${account.id}`])
    assert.deepEqual([unknown?.action, unknown?.subject], ['people.fail-sign-in', 'people.account:unknown'])
    assert.deepEqual([right?.action, right?.actorName], ['people.sign-in', 'Policy officer'])
    assert.doesNotMatch(JSON.stringify([right, unknown, wrong]), /lantern|secret/)
  })

  it('needs a permission that the public has', async () => {
    const { deps } = await setUp()
    const nobody = { ...anyone, permissions: new Set<never>() }
    await assert.rejects(signIn(deps, nobody, { email: EMAIL, password: 'x', address: HOME }), Forbidden)
  })
})

describe('guessing', () => {
  it('is slowed down after five failures, even for the right password, until the wait is over', async () => {
    const { fail, tryWith, wait } = await setUp()
    await fail(6)
    assert.deepEqual(await tryWith(GOOD_PASSWORD), { ok: false, error: { code: 'wait', seconds: 15 } })
    wait(15)
    assert.ok((await tryWith(GOOD_PASSWORD)).ok)
  })

  it('stands on the trail as slowed from the moment that it is, and once for each attempt that was looked at', async () => {
    const { deps, fail } = await setUp()
    await fail(9)
    const tried = (await auditEntries(deps.db, 20)).filter(({ action }) => action === 'people.fail-sign-in')
    const waits = tried.map(({ detail }) => JSON.parse(detail ?? '{}').nextWaitsSeconds)
    assert.deepEqual(waits.toReversed(), [undefined, undefined, undefined, undefined, undefined, 15])
  })

  it('cannot be hurried by trying many at once', async () => {
    const { tryWith } = await setUp()
    const results = await Promise.all(Array.from({ length: 20 }, () => tryWith('wrong password')))
    const tried = results.filter((result) => !result.ok && result.error.code === 'wrong')
    assert.equal(tried.length, 6)
  })

  it('tells nothing about whether there is such an account', async () => {
    const { fail, tryWith } = await setUp()
    await fail(6)
    await fail(6, '192.0.2.2', 'nobody@wessex.example')
    const known = await tryWith('wrong password')
    const unknown = await tryWith('wrong password', '192.0.2.2', 'nobody@wessex.example')
    assert.deepEqual(known, unknown)
  })

  it('from elsewhere does not keep the owner out', async () => {
    const { fail, tryWith } = await setUp()
    for (let place = 1; place <= 15; place += 1) await fail(6, `198.51.100.${place}`)
    assert.ok((await tryWith(GOOD_PASSWORD, '203.0.113.5')).ok)
  })

  it('without end, from many places, does not keep the owner out of a browser where they signed in before', async () => {
    const { deps, tryWith, fail, wait } = await setUp()
    const before = await tryWith(GOOD_PASSWORD)
    assert.ok(before.ok)
    for (let place = 1; place <= 30; place += 1) await fail(6, `198.51.100.${place}`)
    await fail(60, HOME, 'somebody.else@wessex.example')
    const owner = { email: EMAIL, password: GOOD_PASSWORD, address: HOME }
    for (let minute = 0; minute < 3; minute += 1) {
      // Whoever is quick takes each moment at which one more attempt may be made.
      await fail(1, `203.0.113.${minute}`)
      const unknown = await signIn(deps, anyone, owner)
      assert.equal(!unknown.ok && unknown.error.code, 'wait')
      assert.ok((await signIn(deps, anyone, { ...owner, browserToken: before.value.browser })).ok)
      wait(60)
    }
  })

  it('in a browser that is known is slowed down as anywhere, and its token counts for one account only', async () => {
    const { deps, tryWith } = await setUp()
    await anAccount(deps, { email: 'other@wessex.example' })
    const before = await tryWith(GOOD_PASSWORD)
    assert.ok(before.ok)
    const at = { address: HOME, browserToken: before.value.browser }
    const guess = (email: string) => signIn(deps, anyone, { ...at, email, password: 'wrong password' })
    for (const email of [EMAIL, 'other@wessex.example']) {
      for (let time = 0; time < 6; time += 1) await guess(email)
      const result = await guess(email)
      assert.equal(!result.ok && result.error.code, 'wait', email)
    }
    const elsewhere = await signIn(deps, anyone, { email: EMAIL, password: GOOD_PASSWORD, address: HOME })
    assert.ok(elsewhere.ok, 'a browser that is known keeps others waiting')
  })

  it('is forgiven to someone who then signs in', async () => {
    const { fail, tryWith } = await setUp()
    await fail(5)
    assert.ok((await tryWith(GOOD_PASSWORD)).ok)
    await fail(5)
    assert.ok((await tryWith(GOOD_PASSWORD)).ok)
  })

  it('at one account after another from one place is slowed down too', async () => {
    const { tryWith } = await setUp()
    const codes = new Map<string, number>()
    for (let guess = 0; guess < 55; guess += 1) {
      const result = await tryWith('wrong password', HOME, `guess${guess}@wessex.example`)
      const code = result.ok ? 'in' : result.error.code
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    assert.deepEqual(
      [...codes],
      [
        ['wrong', 51],
        ['wait', 4],
      ],
    )
  })
})

describe('a session', () => {
  it('ends after twelve hours without use, and is kept alive by use', async () => {
    const { tryWith, identify, wait } = await setUp()
    const result = await tryWith(GOOD_PASSWORD)
    assert.ok(result.ok)
    wait(11 * 3600)
    assert.ok(await identify(result.value.token))
    wait(11 * 3600)
    assert.ok(await identify(result.value.token))
    wait(12 * 3600)
    assert.equal(await identify(result.value.token), undefined)
  })

  it('ends after seven days of constant use', async () => {
    const { tryWith, identify, wait } = await setUp()
    const result = await tryWith(GOOD_PASSWORD)
    assert.ok(result.ok)
    let hours = 0
    while (hours < 200 && (await identify(result.value.token))) {
      wait(6 * 3600)
      hours += 6
    }
    assert.equal(hours, 7 * 24)
  })

  it('ends when its account may no longer sign in', async () => {
    const { deps, account, tryWith, identify } = await setUp()
    await anAccount(deps, { email: 'other@wessex.example' })
    const result = await tryWith(GOOD_PASSWORD)
    assert.ok(result.ok)
    await editAccount(deps, SYSTEM, { ...account, isActive: false })
    assert.equal(await identify(result.value.token), undefined)
    assert.deepEqual(await sessionsOf(deps.db, account.id), [])
  })
})
