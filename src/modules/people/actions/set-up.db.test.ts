import assert from 'node:assert/strict'
import { it } from 'node:test'
import { publicActor } from '#platform/actor.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { allAccounts } from '../data/account.queries.js'
import { newSetUpCode, setUp } from './set-up.js'

const STRANGER = publicActor(new Set(['people:sign-in']))
const PERSON = { name: 'Chief executive', password: 'seven quiet millwheels' }

describeOnEachDatabase('the first account', (open) => {
  it('is one, however many send the code at the same moment', async () => {
    const deps = testDeps(await open())
    const [one, two] = [await newSetUpCode(deps), await newSetUpCode(deps)]
    const tries = [one, one, two, one].map((code, at) => ({
      ...PERSON,
      ...{ code, email: `person${at}@wessex.example`, address: `192.0.2.${at}` },
    }))
    const results = await Promise.all(tries.map((request) => setUp(deps, STRANGER, request)))
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error.code]))
    // Whoever is a little later finds the codes gone already.
    assert.equal(refusals.length, 3)
    assert.ok(
      refusals.every((code) => ['somebody-is-there', 'wrong-code'].includes(code)),
      refusals.join(),
    )
    assert.equal((await allAccounts(deps.db)).length, 1)
  })
})
