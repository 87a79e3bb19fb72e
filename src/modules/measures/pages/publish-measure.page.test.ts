import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { publishedMeasures } from '../data/measures.queries.js'

it('shows what the public will read, then publishes it', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aMeasure(app.deps)
  await someFigures(app.deps, ['burglary,2025-03,230,,,final,'])
  const path = `/staff/measures/${id}/publish`
  assert.match((await app.get(path, actorOf('office'))).body, /230 burglaries were recorded in March 2025/)
  const answer = await app.post(path, { intent: 'publish', version: String(version) }, actorOf('office'))
  assert.equal(answer.statusCode, 303)
  assert.equal((await publishedMeasures(app.deps.db)).length, 1)
})

it('offers no button while something is missing, and refuses whoever sends the form all the same', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aMeasure(app.deps, { definition: '' })
  const path = `/staff/measures/${id}/publish`
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($('main form button').length, 0)
  assert.match($('main').text(), /a definition/)
  const answer = await app.post(path, { intent: 'publish', version: String(version) }, actorOf('office'))
  assert.equal(answer.statusCode, 422)
  const summary = load(answer.body)('.govuk-error-summary__list a')
  assert.equal(summary.text(), 'Before it can be published it needs a definition and at least one figure')
  assert.equal(load(answer.body)(summary.attr('href') ?? '').length, 1)
})

it('withdraws a public measure only with a reason', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aPublishedMeasure(app.deps)
  const path = `/staff/measures/${id}/publish`
  const silent = await app.post(path, { intent: 'withdraw', reason: '', version: String(version) }, actorOf('office'))
  assert.equal(silent.statusCode, 422)
  assert.match(silent.body, /Enter why it is withdrawn/)
  assert.equal((await publishedMeasures(app.deps.db)).length, 1)
  const form = { intent: 'withdraw', reason: 'Counted twice', version: String(version) }
  assert.equal((await app.post(path, form, actorOf('office'))).statusCode, 303)
  assert.deepEqual(await publishedMeasures(app.deps.db), [])
})

it('is closed to the force', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const { id, version } = await aMeasure(app.deps)
  const path = `/staff/measures/${id}/publish`
  const answer = await app.post(path, { intent: 'publish', version: String(version) }, actorOf('force'))
  assert.equal(answer.statusCode, 403)
})
