import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { marksOf } from '../data/marks.queries.js'

const day = { 'startsOn-day': '1', 'startsOn-month': '4', 'startsOn-year': '2024' }

it('sets average and limits anew with a reason and the name of who says so', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/rebase`
  const form = { ...day, baseline: '12', reason: 'New control room' }
  assert.equal((await app.post(path, form, actorOf('office'))).statusCode, 303)
  const [phase] = (await marksOf(app.deps.db, [id])).get(id)?.phases ?? []
  assert.deepEqual([phase?.baselinePoints, phase?.recordedBy], [12, actorOf('office').name])
  assert.match((await app.get(path, actorOf('office'))).body, /set anew from 1 April 2024, from the first 12 months/)
  for (const [change, why] of [
    [{ baseline: '3' }, /Baseline must be 7 to 120 months/],
    [{ baseline: 'a year' }, /Baseline must be a number of months/],
    [{ reason: '' }, /Enter why/],
  ] as const) {
    const answer = await app.post(path, { ...form, ...change }, actorOf('office'))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, why)
  }
  assert.equal((await app.get(path, actorOf('partner'))).statusCode, 403)
})
