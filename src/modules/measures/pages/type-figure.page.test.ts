import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { seriesOf, vintagesOf } from '../data/observations.queries.js'

it('records a figure with its reason, beside the one that stood', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/figure`
  const first = { period: '2025-03', value: '1,230', status: 'provisional', reason: 'Read out by telephone' }
  assert.equal((await app.post(path, first, actorOf('office'))).statusCode, 303)
  const again = { ...first, value: '1231', status: 'final', reason: 'One came late' }
  assert.equal((await app.post(path, again, actorOf('office'))).statusCode, 303)
  assert.deepEqual(
    (await vintagesOf(app.deps.db, id, '2025-03')).map(({ value }) => value),
    [1230, 1231],
  )
  assert.equal((await app.get(path, actorOf('office'))).statusCode, 200)
  assert.equal((await app.get(path, actorOf('auditor'))).statusCode, 403)
})

it('says at the right question what is wrong, and records nothing', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps)
  const good = { period: '2025-03', value: '5', status: 'final', reason: 'By hand' }
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ reason: '' }, /Enter why it is typed/],
    [{ period: 'March' }, /Write the period like 2025-03/],
    [{ period: '2025-06' }, /has not ended/],
    [{ value: 'many' }, /Write digits only/],
    [{ value: '-5' }, /cannot be less than 0/],
    [{ value: '', status: 'missing' }, /no reason/],
  ]
  for (const [change, why] of wrong) {
    const answer = await app.post(`/staff/measures/${id}/figure`, { ...good, ...change }, actorOf('office'))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, why)
  }
  assert.deepEqual(await seriesOf(app.deps.db, id), [])
})

it('asks about a percentage above 100, and records it once it is confirmed', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id } = await aMeasure(app.deps, { unit: 'percentage', denominator: 'All' })
  const path = `/staff/measures/${id}/figure`
  const figure = { period: '2025-03', numerator: '12', denominator: '10', status: 'final', reason: 'By hand' }
  const asked = await app.post(path, figure, actorOf('office'))
  assert.equal(asked.statusCode, 422)
  assert.match(asked.body, /The part, 12, is larger than the whole, 10: confirm/)
  assert.equal((await app.post(path, { ...figure, accept: 'yes' }, actorOf('office'))).statusCode, 303)
  assert.equal((await seriesOf(app.deps.db, id))[0]?.value, 120)
})
