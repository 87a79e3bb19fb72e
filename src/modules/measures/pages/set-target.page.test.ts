import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { marksOf } from '../data/marks.queries.js'

const day = { 'startsOn-day': '1', 'startsOn-month': '4', 'startsOn-year': '2024' }

it('sets a target with its day and source', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/target`
  const form = { ...day, value: '1,200', source: 'Plan 2021 to 2024', reason: 'The plan says so' }
  assert.equal((await app.post(path, form, actorOf('office'))).statusCode, 303)
  assert.match((await app.get(path, actorOf('office'))).body, /1,200 from 1 April 2024 \(Plan 2021 to 2024\)\./)
  const wrong = await app.post(path, { ...form, value: 'less' }, actorOf('office'))
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Target must be a number/)
  assert.equal((await marksOf(app.deps.db, [id])).get(id)?.targets.length, 1)
  assert.equal((await app.get(path, actorOf('auditor'))).statusCode, 403)
})
