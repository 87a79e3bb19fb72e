import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { recordBreak } from '../actions/record-break.js'
import { marksOf } from '../data/marks.queries.js'

it('records in writing, once and by name, why figures across a break may be compared', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id: measureId } = await aMeasure(app.deps)
  const said = { measureId, reason: 'New counting rules', by: 'Analyst' }
  const broken = await recordBreak(app.deps, SYSTEM, { ...said, startsOn: isoDate('2024-04-01'), kind: 'recording' })
  assert.ok(broken.ok)
  const path = `/staff/measures/${measureId}/breaks/${broken.value.id}`
  assert.equal((await app.post(path, { reason: ' ' }, actorOf('office'))).statusCode, 422)
  assert.equal((await app.post(path, { reason: 'Both were counted' }, actorOf('office'))).statusCode, 303)
  const [mark] = (await marksOf(app.deps.db, [measureId])).get(measureId)?.breaks ?? []
  assert.equal(mark?.acknowledgement?.reason, 'Both were counted')
  assert.match(
    (await app.get(path, actorOf('office'))).body,
    /why they may be compared all the same: Both were counted/,
  )
  assert.equal((await app.get(`/staff/measures/${measureId}/breaks/forged`, actorOf('office'))).statusCode, 404)
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
