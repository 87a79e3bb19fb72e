import assert from 'node:assert/strict'
import { it } from 'node:test'
import { understand } from '#platform/cli/run.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { createAccount } from '../actions/create-account.js'
import { createPerson } from './create.cli.js'
import { greeting } from './greeting.js'

it('tells a new office how to make its first account, until there is one', async () => {
  const deps = testDeps(await openTestDb())
  const printed = (await greeting(deps)).find((line) => line.includes('people create')) ?? ''
  const words = [...printed.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  const { options } = understand([createPerson], words.slice(1))
  assert.deepEqual(options, { email: 'you@office.example', name: 'Policy officer', role: 'office' })
  const officer = { email: 'officer@wessex.test', name: 'Officer', roles: ['policy'] as const, organisationId: null }
  assert.ok((await createAccount(deps, SYSTEM, { ...officer, password: 'eleven-herrings-in-a-row' })).ok)
  assert.deepEqual(await greeting(deps), [])
})
