import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework, labelsWithin } from '#test/support/frameworks.js'
import { measureById } from '../data/measures.queries.js'

it('takes a measure out of the framework, and leaves the measure itself', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const [, second = ''] = await aFramework(app.deps, ['A', 'B', 'C'])
  const path = `/staff/frameworks/national/measures/${second}/take-out`
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
  assert.match((await app.get(path, actorOf('office'))).body, /Take B out of this framework\?/)
  assert.equal((await app.post(path, {}, actorOf('office'))).statusCode, 303)
  assert.deepEqual(await labelsWithin(app.deps), ['A', 'C'])
  assert.ok(await measureById(app.deps.db, second))
  assert.equal((await app.post(path, {}, actorOf('office'))).statusCode, 404)
})
