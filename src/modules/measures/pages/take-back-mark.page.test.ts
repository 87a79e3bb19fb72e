import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { setTarget } from '../actions/set-target.js'
import { marksOf } from '../data/marks.queries.js'

it('takes back what was recorded, with a reason', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id: measureId } = await aMeasure(app.deps)
  const said = { measureId, reason: 'The plan says so', by: 'Analyst' }
  const words = { value: 5, startsOn: isoDate('2024-04-01'), source: 'Plan' }
  const target = await setTarget(app.deps, SYSTEM, { ...said, ...words })
  assert.ok(target.ok)
  const path = `/staff/measures/${measureId}/target/${target.value.id}/take-back`
  assert.match((await app.get(path, actorOf('office'))).body, /Take back this target\?/)
  assert.equal((await app.post(path, { reason: '' }, actorOf('office'))).statusCode, 422)
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
  assert.equal((await app.post(path, { reason: 'Misread' }, actorOf('office'))).statusCode, 303)
  assert.deepEqual((await marksOf(app.deps.db, [measureId])).get(measureId)?.targets, [])
  assert.equal((await app.get(path, actorOf('office'))).statusCode, 404)
  const forged = `/staff/measures/${measureId}/constructor/${target.value.id}/take-back`
  assert.equal((await app.get(forged, actorOf('office'))).statusCode, 404)
})
