import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { commentariesOf } from '../data/commentary.queries.js'

it('offers the newest period, shows what was said last time, and keeps what is said now', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  await someFigures(app.deps, ['burglary,2025-02,5,,,final,', 'burglary,2025-03,6,,,final,'])
  const path = `/staff/measures/${id}/commentary`
  const said = { period: '2025-02', narrative: 'Dark nights.', response: 'More patrols.' }
  assert.equal((await app.post(path, said, actorOf('office'))).statusCode, 303)
  const page = await app.get(path, actorOf('office'))
  assert.match(page.body, /value="2025-03"/)
  assert.match(page.body, /What was said for February 2025[\s\S]*Dark nights\./)
  assert.equal((await commentariesOf(app.deps.db, id)).length, 1)
  const wrong = await app.post(path, { ...said, period: 'spring' }, actorOf('office'))
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Dark nights\./)
  const early = await app.post(path, { ...said, period: '2025-04' }, actorOf('office'))
  assert.equal(early.statusCode, 422)
  assert.match(early.body, /no figure for April 2025/)
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
