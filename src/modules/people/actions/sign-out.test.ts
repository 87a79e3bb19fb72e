import assert from 'node:assert/strict'
import { it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anAccount, as } from '#test/support/people.js'
import { sessionsOf } from '../data/session.queries.js'
import { beginSession } from './begin-session.js'
import { endSession, signOut, signOutAccount, signOutEverywhere } from './sign-out.js'

async function setUp() {
  const deps = testDeps(await openTestDb())
  const account = await anAccount(deps)
  const other = await anAccount(deps, { email: 'other@wessex.example', name: 'Other' })
  const begin = (accountId = account.id) =>
    deps.db.transaction((tx) => beginSession(deps, tx, { accountId, address: '192.0.2.1' }))
  const tokens = [await begin(), await begin(), await begin(other.id)].map(({ token }) => token)
  const count = async () => [
    (await sessionsOf(deps.db, account.id)).length,
    (await sessionsOf(deps.db, other.id)).length,
  ]
  return { deps, account, other, tokens, count, me: as(account, actorOf('office')) }
}

it('ends this browser’s session, and says so on the audit trail', async () => {
  const { deps, tokens, count, me, account } = await setUp()
  await signOut(deps, me, { token: tokens[0] ?? '' })
  assert.deepEqual(await count(), [1, 1])
  const [entry] = await auditEntries(deps.db, 1)
  assert.deepEqual([entry?.action, entry?.subject], ['people.sign-out', `people.account:${account.id}`])
})

it('does nothing for a session that is over', async () => {
  const { deps, count, me } = await setUp()
  await signOut(deps, me, { token: 'unknown' })
  assert.deepEqual(await count(), [2, 1])
})

it('ends one of one’s own sessions, and nobody else’s', async () => {
  const { deps, count, me, account, other } = await setUp()
  const [own] = await sessionsOf(deps.db, account.id)
  const [theirs] = await sessionsOf(deps.db, other.id)
  await assert.rejects(endSession(deps, me, { sessionId: theirs?.id ?? '' }), NotFound)
  await endSession(deps, me, { sessionId: own?.id ?? '' })
  assert.deepEqual(await count(), [1, 1])
})

it('ends all of one’s own sessions at once', async () => {
  const { deps, count, me } = await setUp()
  assert.equal(await signOutEverywhere(deps, me), 2)
  assert.deepEqual(await count(), [0, 1])
})

it('ends another’s sessions only for the office', async () => {
  const { deps, count } = await setUp()
  const email = 'OTHER@wessex.example'
  await assert.rejects(signOutAccount(deps, actorOf('auditor'), { email }), Forbidden)
  assert.equal(await signOutAccount(deps, SYSTEM, { email }), 1)
  assert.deepEqual(await count(), [2, 0])
  await assert.rejects(signOutAccount(deps, SYSTEM, { email: 'nobody@wessex.example' }), NotFound)
})
