import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, SYSTEM, testApp } from '#test/support/app.js'
import { aPublishedMeasure } from '#test/support/measures.js'
import { recordFigures } from '../actions/record-figures.js'
import { typedSource } from '../domain/import-source.js'
import { periodFrom } from '../domain/period.js'

it('tells staff who took a version in and why, whether from a file or typed', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const measure = await aPublishedMeasure(app.deps)
  const address = `/staff/measures/${measure.id}/values/2025-03`
  const once = await app.get(address, actorOf('office'))
  assert.match(once.body, /It was taken in once and never replaced/)
  const vintage = { kind: 'typed' as const, source: typedSource(measure, 'One was counted twice') }
  const words = { numerator: 229, denominator: null, value: 229, status: 'final' as const, note: '', interval: null }
  const figures = [{ measureId: measure.id, area: '', period: periodFrom('2025-03'), ...words }]
  const done = await recordFigures(app.deps, SYSTEM, { vintage, figures })
  assert.ok(done.ok, JSON.stringify(done))
  const twice = (await app.get(address, actorOf('auditor'))).body
  assert.match(twice, /Two versions/)
  assert.match(twice, /One was counted twice/)
  assert.match(twice, /, by Test/)
  assert.match(twice, /Typed by a person, not from a file/)
  assert.match(twice, /229/)
})

it('is closed to the public, and is not there for what is no period', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const measure = await aPublishedMeasure(app.deps)
  assert.notEqual((await app.get(`/staff/measures/${measure.id}/values/2025-03`)).statusCode, 200)
  assert.equal((await app.get(`/staff/measures/${measure.id}/values/now`, actorOf('office'))).statusCode, 404)
})
