import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { marksOf } from '../data/marks.queries.js'

const day = { 'startsOn-day': '1', 'startsOn-month': '4', 'startsOn-year': '2024' }

it('records a break and shows it, with the way to acknowledge it', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/breaks`
  const answer = await app.post(path, { ...day, kind: 'recording', reason: 'New counting rules' }, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  const page = await app.get(path, actorOf('office'))
  assert.match(page.body, /From 1 April 2024 figures are not like those before: New counting rules\./)
  assert.match(page.body, /Say why figures across 1 April 2024 may be compared/)
  const wrong = await app.post(path, { ...day, kind: 'recording', reason: '' }, actorOf('office'))
  assert.equal(wrong.statusCode, 422)
  assert.equal((await marksOf(app.deps.db, [id])).get(id)?.breaks.length, 1)
  assert.equal((await app.get(path, actorOf('auditor'))).statusCode, 403)
})
