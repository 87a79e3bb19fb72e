import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { createAccount } from '../actions/create-account.js'
import { greeting } from './greeting.js'

it('tells a new office how to make its first account, until there is one', async () => {
  const deps = testDeps(await openTestDb())
  assert.match((await greeting(deps)).join('\n'), /frankpledge people create/)
  const officer = { email: 'officer@wessex.test', name: 'Officer', roles: ['policy'] as const, organisationId: null }
  assert.ok((await createAccount(deps, SYSTEM, { ...officer, password: 'eleven-herrings-in-a-row' })).ok)
  assert.deepEqual(await greeting(deps), [])
})
