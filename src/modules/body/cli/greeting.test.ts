import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { greeting } from './greeting.js'

it('tells a new register how its body is founded, until it is', async () => {
  const deps = testDeps(await openTestDb())
  assert.match((await greeting(deps)).join('\n'), /frankpledge body found/)
  await aBody(deps)
  assert.deepEqual(await greeting(deps), [])
})
