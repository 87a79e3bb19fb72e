import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { createAccount } from '#modules/people/index.js'
import { aBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { makeExample } from '#test/support/example.js'
import { EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD } from '../domain/accounts.js'
import { greeting } from './greeting.js'

const officer = { email: 'officer@wessex.test', name: 'Officer', roles: ['policy'] as const, organisationId: null }

describe('what the example office says when the site starts', () => {
  it('names every account, the password and five things to try', async () => {
    const db = await openTestDb()
    assert.ok((await makeExample(db)).ok)
    const said = (await greeting(testDeps(db))).join('\n')
    assert.equal(said.match(/@example\.test/g)?.length, EXAMPLE_ACCOUNTS.length)
    assert.ok(said.includes(EXAMPLE_PASSWORD))
    assert.equal(said.match(/^ {2}\d\. /gm)?.length, 5)
    await db.close()
  })

  it('says nothing in a real office', async () => {
    const db = await openTestDb()
    const deps = testDeps(db)
    await aBody(deps)
    assert.ok((await createAccount(deps, SYSTEM, { ...officer, password: 'eleven-herrings-in-a-row' })).ok)
    assert.deepEqual(await greeting(deps), [])
    await db.close()
  })

  it('names no password in a training office without example accounts', async () => {
    const db = await openTestDb()
    const deps = testDeps(db)
    await aBody(deps, { demonstrationOn: isoDate('2025-04-30') })
    assert.ok((await createAccount(deps, SYSTEM, { ...officer, password: 'eleven-herrings-in-a-row' })).ok)
    assert.deepEqual(await greeting(deps), [])
    await db.close()
  })
})
